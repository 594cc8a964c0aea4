#pragma once

#include <string>
#include <string_view>

namespace billijk::core {

/// How many columns a terminal gives a text: none to a mark that joins the letter before it, two to
/// a Chinese character or an emoji, one to all else (to bytes that are no UTF-8 as well).
int columns_of(std::string_view text);

/// How many bytes the part of a text takes that fits in a number of columns, letters with the marks
/// that join them.
std::size_t bytes_within(std::string_view text, int columns);

/// "U+00A0" for the character a text begins with.
std::string code_point_of(std::string_view text);

/// A name as names are compared: in NFC, so that é is é however it was typed, and without blanks
/// behind it. What is no UTF-8 stays as it is.
std::string comparable_name(std::string_view name);

}  // namespace billijk::core
