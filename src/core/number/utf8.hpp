#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace billijk::core {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter of ASCII, or a byte of any character beyond it.
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a byte goes on with a character that an earlier byte began.
constexpr bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The number of characters (code points) of a text.
int characters_in(std::string_view text);

/// The text without the blanks and tabs around it.
std::string_view without_blanks(std::string_view text);

/// A to Z as a to z, all else as it is.
std::string lower(std::string_view text);

/// Whether a text ends so, in small letters or in capitals.
bool ends_alike(std::string_view text, std::string_view ending);

/// The first byte that is no part of well-formed UTF-8, or the size of the text.
std::size_t valid_utf8_prefix(std::string_view text);

/// The text with U+FFFD in the place of what is no UTF-8.
std::string well_formed(std::string_view text);

/// The bytes of a character that would act on a terminal, or turn the order of what stands beside
/// it, or take no place, instead of being seen; 0 for any other: C0, DEL, C1, line separators,
/// marks of direction and blanks without a width.
std::size_t unseen_at(std::string_view text);

/// Whether these bytes are a character of which the end is missing.
bool is_cut_character(std::string_view bytes);

}  // namespace billijk::core
