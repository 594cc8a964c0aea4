#include "core/number/utf8.hpp"

#include <algorithm>

namespace billijk::core {
namespace {

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

/// Whether what stands behind the first byte may stand there.
bool goes_on_well(std::string_view character) {
  return std::ranges::all_of(character.substr(1), continues) &&
         (character.size() < 2 || begins_well(character[0], character[1]));
}

}  // namespace

int characters_in(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char c) { return !continues(c); }));
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

bool ends_alike(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         lower(text.substr(text.size() - ending.size())) == lower(ending);
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80U) ++at;
    if (at == text.size()) return at;
    const std::size_t length = length_of(static_cast<unsigned char>(text[at]));
    if (length == 0 || at + length > text.size()) return at;
    if (!goes_on_well(text.substr(at, length))) return at;
    at += length;
  }
}

std::string lower(std::string_view text) {
  std::string result{text};
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

std::string well_formed(std::string_view text) {
  std::string result;
  while (true) {
    const std::size_t good = valid_utf8_prefix(text);
    result += text.substr(0, good);
    if (good == text.size()) return result;
    result += "\xEF\xBF\xBD";
    text.remove_prefix(good + 1);
    while (!text.empty() && continues(text.front())) text.remove_prefix(1);
  }
}

bool is_cut_character(std::string_view bytes) {
  return !bytes.empty() && bytes.size() < length_of(static_cast<unsigned char>(bytes.front())) &&
         goes_on_well(bytes);
}

std::size_t unseen_at(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const auto is_between = [&](std::size_t at, unsigned low, unsigned high) {
    return byte(at) >= low && byte(at) <= high;
  };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && is_between(1, 0x80, 0x9F)) return 2;
  if (byte(0) == 0xD8 && byte(1) == 0x9C) return 2;
  if (byte(0) == 0xEF) return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
  if (byte(0) != 0xE2) return 0;
  // U+200B, U+200E, U+200F, U+2028 to U+202E; U+2060 to U+2069.
  const bool mark = byte(1) == 0x80 &&
                    (byte(2) == 0x8B || is_between(2, 0x8E, 0x8F) || is_between(2, 0xA8, 0xAE));
  return mark || (byte(1) == 0x81 && is_between(2, 0xA0, 0xA9)) ? 3 : 0;
}

}  // namespace billijk::core
