#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// An open file, standard input or a text, read block by block.
class ByteSource {
 public:
  static ByteSource standard_input();
  /// The file at `path`, which people know by `name`.
  ///
  /// Errors: `file_unreadable`, `is_directory`.
  static core::Checked<ByteSource> open(const std::string& name, const std::string& path);
  /// The same of a plain file only: no device and no pipe, which might never end.
  static core::Checked<ByteSource> open_plain(const std::string& name, const std::string& path);
  /// A text in memory.
  static ByteSource of_text(std::string name, std::string text);
  ByteSource(ByteSource&& other) noexcept;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ByteSource& operator=(ByteSource&&) = delete;
  ~ByteSource();

  /// Appends up to `wanted` bytes, fewer only at the end; false when the system could not read, or
  /// when a signal has set `stop`.
  bool read(std::string& bytes, std::size_t wanted, const std::atomic<bool>& stop);
  bool at_end() const { return at_end_; }
  const std::string& name() const { return name_; }
  /// Bytes of a plain file; 0 when nobody knows.
  std::uint64_t size() const { return size_; }
  /// Why `read` failed.
  core::Diagnostic failure() const;

 private:
  static core::Checked<ByteSource> opened(const std::string& name, const std::string& path,
                                          bool plain);
  ByteSource(std::string name, int descriptor, std::uint64_t size)
      : name_{std::move(name)}, descriptor_{descriptor}, size_{size} {}

  std::string name_;
  std::string text_;  ///< of a text in memory, what is left of it
  int descriptor_;
  std::uint64_t size_;
  int error_ = 0;
  bool at_end_ = false;
};

}  // namespace billijk::io
