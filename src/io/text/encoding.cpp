#include "io/text/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "core/number/utf8.hpp"

namespace billijk::io {
namespace {

/// What 0x80 … 0x9F are; the five that Windows leaves open stay control characters.
constexpr std::array<std::uint16_t, 32> high_characters{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// Every other byte is zero: ordinary letters in UTF-16, without the mark that says so.
bool looks_utf_16(std::string_view bytes) {
  constexpr std::size_t enough = 256;
  bytes = bytes.substr(0, enough);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < bytes.size(); ++at) zeros[at % 2] += bytes[at] == '\0' ? 1 : 0;
  return std::max(zeros[0], zeros[1]) > bytes.size() / 4 && std::min(zeros[0], zeros[1]) == 0;
}

}  // namespace

bool is_ascii(std::string_view bytes) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::uint64_t seen = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof(word));
    seen |= word;
  }
  const bool tail = std::ranges::any_of(
      bytes.substr(at), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return (seen & high_bits) == 0 && !tail;
}

bool is_utf_8(std::string_view bytes, bool cut) {
  const std::string_view rest = bytes.substr(core::valid_utf8_prefix(bytes));
  return rest.empty() || (cut && core::is_cut_character(rest));
}

std::optional<core::Phrase> kind_of_foreign(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::array<std::pair<std::string_view, core::Phrase>, 5> beginnings{
      {{"PK\x03\x04"sv, core::Phrase::kind_workbook},
       {"\xD0\xCF\x11\xE0"sv, core::Phrase::kind_workbook},
       {"\xFF\xFE"sv, core::Phrase::kind_utf_16},
       {"\xFE\xFF"sv, core::Phrase::kind_utf_16},
       {"%PDF"sv, core::Phrase::kind_pdf}}};
  for (const auto& [beginning, kind] : beginnings) {
    if (bytes.starts_with(beginning)) return kind;
  }
  return looks_utf_16(bytes) ? std::optional{core::Phrase::kind_utf_16} : std::nullopt;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const unsigned point = byte >= 0x80 && byte < 0xA0 ? high_characters.at(byte - 0x80U) : byte;
    if (point < 0x80) {
      text += c;
    } else if (point < 0x800) {
      text += static_cast<char>(0xC0U | (point >> 6U));
      text += static_cast<char>(0x80U | (point & 0x3FU));
    } else {
      text += static_cast<char>(0xE0U | (point >> 12U));
      text += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
      text += static_cast<char>(0x80U | (point & 0x3FU));
    }
  }
  return text;
}

}  // namespace billijk::io
