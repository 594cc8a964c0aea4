#include "io/file/digest.hpp"

#include <array>
#include <atomic>
#include <cstdint>

#include "io/file/byte_source.hpp"

namespace billijk::io {

void Sha256::add(std::string_view bytes) {
  SHA256Update(&context_, reinterpret_cast<const std::uint8_t*>(bytes.data()),
               bytes.size());  // NOLINT(*-reinterpret-cast): bytes
}

std::string Sha256::hexadecimal() {
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &context_);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : digest) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hexadecimal();
}

core::Checked<std::string> sha256_of_file(const std::filesystem::path& path) {
  core::Checked<ByteSource> source = ByteSource::open(path.string());
  if (!source) return tl::unexpected{std::move(source.error())};
  Sha256 digest;
  const std::atomic<bool> never{false};
  constexpr std::size_t block = std::size_t{1} << 16U;
  std::string bytes;
  while (!source->at_end()) {
    bytes.clear();
    if (!source->read(bytes, block, never)) return core::refused(source->failure());
    digest.add(bytes);
  }
  return digest.hexadecimal();
}

}  // namespace billijk::io
