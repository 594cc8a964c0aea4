#include "core/number/utf8.hpp"

namespace billijk::core {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Bytes of the character that begins with this byte; 0 when none begins so.
std::size_t length_of(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first < 0xE0U) return 2;
  if (first >= 0xE0U && first < 0xF0U) return 3;
  if (first >= 0xF0U && first < 0xF5U) return 4;
  return 0;
}

/// Whether the second byte keeps a long character out of what shorter ones write, the surrogates,
/// and what lies past the last character there is.
bool begins_well(char first, char second) {
  const auto next = static_cast<unsigned char>(second);
  switch (static_cast<unsigned char>(first)) {
    case 0xE0:
      return next >= 0xA0U;
    case 0xED:
      return next < 0xA0U;
    case 0xF0:
      return next >= 0x90U;
    case 0xF4:
      return next < 0x90U;
    default:
      return true;
  }
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = length_of(static_cast<unsigned char>(text[at]));
    if (length == 0 || at + length > text.size()) return at;
    for (std::size_t i = 1; i < length; ++i) {
      if (!continues(text[at + i])) return at;
    }
    if (length > 2 && !begins_well(text[at], text[at + 1])) return at;
    at += length;
  }
  return at;
}

}  // namespace billijk::core
