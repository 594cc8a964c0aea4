#include "core/number/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace billijk::core {
namespace {

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// One character of a text; a byte that begins none stands for itself.
struct Character {
  utf8proc_int32_t point = 0;
  std::size_t bytes = 1;
  int columns = 1;
};
Character first_of(std::string_view text) {
  utf8proc_int32_t point = 0;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());  // NOLINT
  const utf8proc_ssize_t length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (length <= 0) return {.point = static_cast<unsigned char>(text.front())};
  if (point < 0x80) return {.point = point};
  return {point, static_cast<std::size_t>(length), utf8proc_charwidth(point)};
}

}  // namespace

int columns_of(std::string_view text) {
  if (is_plain(text)) return static_cast<int>(text.size());
  int columns = 0;
  while (!text.empty()) {
    const Character character = first_of(text);
    columns += character.columns;
    text.remove_prefix(character.bytes);
  }
  return columns;
}

std::size_t bytes_within(std::string_view text, int columns) {
  std::size_t bytes = 0;
  while (bytes < text.size()) {
    const Character character = first_of(text.substr(bytes));
    columns -= character.columns;
    if (columns < 0) break;
    bytes += character.bytes;
  }
  return bytes;
}

std::string code_point_of(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::size_t fewest = 4;
  std::string number;
  const utf8proc_int32_t first = text.empty() ? 0 : first_of(text).point;
  for (auto point = static_cast<std::uint32_t>(first); point > 0 || number.size() < fewest;
       point /= 16)
    number.insert(0, 1, digits[point % 16]);
  return "U+" + number;
}

std::string comparable_name(std::string_view name) {
  name = name.substr(0, name.find_last_not_of(" \t\r") + 1);
  if (is_plain(name)) return std::string{name};
  utf8proc_uint8_t* made = nullptr;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());  // NOLINT
  const utf8proc_ssize_t length =
      utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(name.size()), &made,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> keeper{made, &std::free};
  if (length < 0) return std::string{name};
  return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};  // NOLINT
}

}  // namespace billijk::core
