#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "io/file/reason.hpp"
#include "io/file/unfinished.hpp"

namespace billijk::io {

/// A file being written piece by piece: beside its place until `commit` renames it there.
///
/// A link is followed and stays a link, the mode of a file that is replaced is kept; a device or
/// pipe, and "-" for standard output, are written through. What is never committed is removed.
class OutputStream {
 public:
  /// Errors: the system's reason.
  static tl::expected<OutputStream, Reason> open(const std::string& file);
  OutputStream(OutputStream&& other) noexcept;
  OutputStream(const OutputStream&) = delete;
  OutputStream& operator=(const OutputStream&) = delete;
  OutputStream& operator=(OutputStream&&) = delete;
  ~OutputStream();

  /// Errors: the system's reason; nothing when all bytes are written.
  std::optional<Reason> write(std::string_view bytes);
  std::optional<Reason> commit();
  /// Whether the reader of a pipe has gone: it has read enough.
  bool reader_gone() const { return reader_gone_; }

 private:
  OutputStream() = default;
  std::optional<Reason> failed(int error);
  void send_to_disk();

  int descriptor_ = -1;
  bool is_standard_output_ = false;
  bool reader_gone_ = false;
  Unfinished temporary_;  ///< beside the target; empty when written through
  std::filesystem::path target_;
  unsigned mode_ = 0;
  std::uint64_t written_ = 0;  ///< bytes
  std::uint64_t sent_ = 0;     ///< of them, on their way to the disk
};

/// Replaces a file by these bytes, or leaves it as it was: an OutputStream from begin to end.
///
/// Errors: the system's reason; nothing when the bytes stand there.
std::optional<Reason> write_file(const std::filesystem::path& path,
                                 std::span<const std::string_view> pieces);

/// Writes a new file; one that exists is an error ("exists").
std::optional<Reason> create_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace billijk::io
