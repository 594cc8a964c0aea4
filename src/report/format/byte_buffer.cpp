#include "report/format/byte_buffer.hpp"

#include <cstring>

namespace billijk::report {

void ByteBuffer::grow(std::size_t count) {
  constexpr std::size_t least = std::size_t{1} << 16U;
  const std::size_t capacity = std::max({least, capacity_ * 2, size_ + count});
  std::unique_ptr<char[]> larger{new char[capacity]};  // NOLINT(*-avoid-c-arrays): as bytes_
  if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
  bytes_ = std::move(larger);
  capacity_ = capacity;
}

}  // namespace billijk::report
