#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/machine_form.hpp"

namespace billijk::report {

/// How a text report meets the terminal.
struct TextStyle {
  int width = 80;
  bool colour = false;  ///< an extra, never the only sign
};

std::string render_text(const Document& document, const Format& format, const TextStyle& style);
std::string text_form(const Document& document, const Format& format, const FormStyle& style);

/// As much of a text as so many columns hold, an ellipsis in the last where there was more.
std::string shortened(std::string_view text, int width);

/// The characters a cell becomes.
std::string cell_text(const Cell& cell, const Format& format);

/// The bytes as UTF-8 with control characters as blanks: a label may not steer a terminal.
std::string printable(std::string_view bytes);

/// None where there are to be fewer.
std::string spaces(int count);

/// Columns a text takes on a terminal.
int width_of(std::string_view text);

/// `count` characters of a text from the one at `begin` on, or as many as there are.
std::string_view characters(std::string_view text, int begin, int count);

/// The text with blanks that no line may end at where two words are read as one: "€ 38.50".
std::string with_hard_blanks(std::string_view text);

/// Breaks a text at blanks into lines of at most `width` columns.
std::vector<std::string> wrapped(std::string_view text, int width);

}  // namespace billijk::report
