#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace billijk::core {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a byte goes on with a character that an earlier byte began.
constexpr bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The text without the blanks and tabs around it.
std::string_view without_blanks(std::string_view text);

/// The first byte that is no part of well-formed UTF-8, or the size of the text.
std::size_t valid_utf8_prefix(std::string_view text);

/// The text with U+FFFD in the place of what is no UTF-8.
std::string well_formed(std::string_view text);

/// The bytes of a character that would act on a terminal, or turn the order of what stands beside
/// it, instead of being seen; 0 for any other: C0, DEL, C1, line separators and marks of direction.
std::size_t unseen_at(std::string_view text);

/// Whether these bytes are a character of which the end is missing.
bool is_cut_character(std::string_view bytes);

}  // namespace billijk::core
