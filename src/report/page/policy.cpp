#include "report/page/policy.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>
#include <span>

namespace billijk::report {
namespace {

/// As RFC 4648 has it.
std::string base64(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::size_t group = 3;
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += group) {
    std::uint32_t bits = 0;
    for (std::size_t next = 0; next < group; ++next)
      bits = bits << 8U | (i + next < bytes.size() ? bytes[i + next] : 0U);
    for (std::size_t next = 0; next <= group; ++next) {
      const std::uint32_t letter = bits >> (6U * (group - next)) & 63U;
      text += i + next > bytes.size() ? '=' : letters[letter];
    }
  }
  return text;
}

std::string digest_of(std::string_view text) {
  SHA2_CTX context{};
  SHA256Init(&context);
  // NOLINTNEXTLINE(*-reinterpret-cast): bytes
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &context);
  return "'sha256-" + base64(digest) + '\'';
}

}  // namespace

std::string policy_of(std::string_view style, const std::vector<std::string_view>& scripts) {
  std::string policy = "default-src 'none'; style-src " + digest_of(style);
  if (!scripts.empty()) policy += "; script-src";
  for (const std::string_view script : scripts) policy += ' ' + digest_of(script);
  return policy + "; base-uri 'none'; form-action 'none'";
}

}  // namespace billijk::report
