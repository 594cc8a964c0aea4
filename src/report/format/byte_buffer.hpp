#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

namespace billijk::report {

/// Bytes in one piece of memory that grows; written straight into.
class ByteBuffer {
 public:
  std::string_view view() const { return {bytes_.get(), size_}; }
  void clear() { size_ = 0; }
  /// Room for `count` more bytes, to write and then `advance` over.
  char* room(std::size_t count) {
    if (size_ + count > capacity_) grow(count);
    return bytes_.get() + size_;
  }
  /// Requires: an end within the room.
  void advance_to(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }
  void add(char byte) {
    *room(1) = byte;
    ++size_;
  }
  void add(std::string_view text) { advance_to(std::ranges::copy(text, room(text.size())).out); }

 private:
  void grow(std::size_t count);

  std::unique_ptr<char[]>
      bytes_;  // NOLINT(*-avoid-c-arrays): not filled with zeros, as a vector would be
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace billijk::report
