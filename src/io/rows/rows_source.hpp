#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/file/byte_source.hpp"

namespace billijk::io {

/// A file of rows: its bytes in pieces of whole rows, whatever the line ends, quotes and encoding.
class RowsSource {
 public:
  enum class Encoding : std::uint8_t { ascii, utf_8, windows_1252 };

  RowsSource(ByteSource bytes, const std::atomic<bool>& stop)
      : bytes_{std::move(bytes)}, stop_{stop} {}

  /// Reads the first block, over a byte order mark; what it holds stays to be taken.
  ///
  /// Errors: a file that cannot be read, is empty, or is no text.
  core::Diagnostics begin(std::size_t block);
  std::string& first_block() { return rest_; }
  void set_delimiter(char delimiter) { delimiter_ = delimiter; }
  /// Leaves the first bytes out: a line sep=; and the header.
  void skip(std::size_t bytes) { rest_.erase(0, bytes); }

  /// Fills `piece` with whole rows, about `block` bytes, in UTF-8; false at the end and on trouble.
  bool next(std::string& piece, std::size_t block);
  /// Leaves a last row out that sums up those above it; what it says it is, once that was found.
  const std::string& total_row() const { return total_row_; }
  Encoding encoding() const { return encoding_; }
  /// What stopped `next` before the end; none at the end.
  const core::Diagnostics& errors() const { return errors_; }
  /// Bytes read so far, and all there are (0: unknown).
  std::uint64_t read_so_far() const { return read_; }
  std::uint64_t size() const { return bytes_.size(); }
  const std::string& name() const { return bytes_.name(); }

 private:
  bool fill(std::string& piece, std::size_t block);
  bool read_more(std::string& bytes, std::size_t wanted);
  bool says_nothing(std::string_view text) const;
  void leave_total_out(std::string& piece);

  ByteSource bytes_;
  const std::atomic<bool>& stop_;
  std::string rest_;  ///< of a row that the piece before did not hold whole
  char delimiter_ = ',';
  Encoding encoding_ = Encoding::ascii;
  bool only_returns_ = false;  ///< lines end in CR, as old spreadsheets of a Mac have it
  std::string total_row_;
  std::uint64_t read_ = 0;
  core::Diagnostics errors_;
};

}  // namespace billijk::io
