#include "io/toml/mended_value.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/number/date.hpp"
#include "core/number/decimal.hpp"
#include "core/number/utf8.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/cell_text.hpp"
#include "io/text/day_text.hpp"

namespace billijk::io {
namespace {

using core::Phrase;
using core::Unit;

constexpr auto word_quotes =
    std::to_array<std::string_view>({"“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "″"});

/// The quote of a word processor, or an upright one, that a text begins or ends with.
std::size_t quote_at(std::string_view text,
                     bool (std::string_view::*stands)(std::string_view) const noexcept) {
  for (const std::string_view quote : word_quotes)
    if ((text.*stands)(quote)) return quote.size();
  return (text.*stands)("\"") || (text.*stands)("'") ? 1 : 0;
}

bool is_hexadecimal(char c) {
  return core::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
/// A text between upright quotes: as it stands between ', where it may have a \ in it.
std::string quoted(std::string_view text) {
  const bool literal = text.find_first_of("\\\"") != std::string_view::npos;
  if (literal && text.find('\'') == std::string_view::npos) return '\'' + std::string{text} + '\'';
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\\' || c == '"') result += '\\';
    result += c;
  }
  return result + '"';
}

bool is_text_value(std::string_view value) {
  if (value.size() < 2 || value.front() != value.back()) return false;
  if (value.front() == '\'') return value.find('\'', 1) == value.size() - 1;
  if (value.front() != '"') return false;
  for (std::size_t at = 1; at + 1 < value.size(); ++at) {
    constexpr std::string_view escapes = "btnfr\"\\";
    if (value[at] == '"') return false;
    if (value[at] != '\\') continue;
    const char escaped = value[++at];
    const std::size_t digits = escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
    if (digits == 0 ? escapes.find(escaped) == std::string_view::npos
                    : !std::ranges::all_of(value.substr(at + 1, digits), is_hexadecimal))
      return false;
    if (at + 1 == value.size()) return false;
  }
  return true;
}

/// A figure in the unit, in its one or two readings.
std::optional<MendedValue> as_number(std::string_view figure, Unit unit = Unit::eur) {
  MendedValue result{.why = Phrase::syntax_bad_number, .arguments = {}, .text = {}, .other = {}};
  std::string whole{figure};
  if (figure.starts_with('.') || figure.starts_with(',')) whole.insert(0, 1, '0');
  if (figure.ends_with('.') || figure.ends_with(',')) whole.pop_back();
  const FigureCell read = read_figure_text(whole, unit);
  if (read.fault == CellFault::none) {
    result.text = read.value.text();
    return result;
  }
  if (read.fault != CellFault::ambiguous) return std::nullopt;
  for (const char c : whole)
    if (core::is_digit(c) || c == '.' || c == ',' || c == '-') result.text += c;
  std::ranges::replace(result.text, ',', '.');
  result.other = result.text;
  std::erase(result.other, '.');
  return result;
}

/// A figure with a unit beside it: € 5, 2 %, EUR 38.50, 36 uur, 7,8 procent.
std::optional<MendedValue> as_quantity(std::string_view value) {
  const auto with_unit = [](std::string_view figure, Unit unit, std::string_view shown) {
    std::optional<MendedValue> read = as_number(core::without_blanks(figure), unit);
    if (read) {
      read->why = Phrase::syntax_unit_beside;
      read->arguments.emplace_back("unit", std::string{shown});
    }
    return read;
  };
  if (value.find("€") != std::string_view::npos) return with_unit(value, Unit::eur, "€");
  if (value.find('%') != std::string_view::npos) return with_unit(value, Unit::percent, "%");
  constexpr std::string_view euro = "EUR";
  if (is_same_word(value.substr(0, euro.size()), euro))
    return with_unit(value.substr(euro.size()), Unit::eur, euro);
  const auto letter =
      static_cast<std::size_t>(std::ranges::find_if(value, core::is_letter) - value.begin());
  if (letter == value.size()) return as_number(value);
  const std::string_view unit = value.substr(letter);
  // 5a and 5-2 are no figures with a unit.
  const bool is_unit = std::ranges::all_of(
      unit, [](char c) { return core::is_letter(c) || c == ' ' || c == '.' || c == '/'; });
  if (letter == 0 || unit.size() < 2 || !is_unit) return std::nullopt;
  return with_unit(value.substr(0, letter), Unit::eur, unit);
}

std::optional<MendedValue> as_word(std::string_view value) {
  const std::string flag = flag_text(value);
  for (const auto& [word, meant] :
       std::to_array<std::pair<std::string_view, std::string_view>>({{"true", "true"},
                                                                     {"false", "false"},
                                                                     {"ja", "true"},
                                                                     {"nee", "false"},
                                                                     {"yes", "true"},
                                                                     {"no", "false"}})) {
    if (is_same_word(flag, word))
      return MendedValue{Phrase::syntax_bad_flag, {}, std::string{meant}, {}};
  }
  const bool is_plain = std::ranges::all_of(value, [](char c) {
    return core::is_digit(c) || core::is_letter(c) || c == '_' || c == '-' || c == ' ' ||
           c == '.' || c == ',' || c == '/' || c == ':' || c == '\\' || c == '(' || c == ')';
  });
  if (!is_plain || !std::ranges::any_of(value, core::is_letter)) return std::nullopt;
  return MendedValue{Phrase::syntax_bare_text, {}, quoted(value), {}};
}

}  // namespace

bool is_value(std::string_view value) {
  if (value.empty()) return false;
  if (value.front() == '[' || value.front() == '{') return true;
  if (value == "true" || value == "false" || is_text_value(value)) return true;
  if (core::parse_date(value)) return true;
  const bool leading_zero = value.size() > 1 && value[0] == '0' && core::is_digit(value[1]);
  return !leading_zero && core::parse_decimal(value).value.has_value();
}

std::optional<MendedValue> mended_value(std::string_view value) {
  const std::size_t opening = quote_at(value, &std::string_view::starts_with);
  const std::size_t closing = quote_at(value, &std::string_view::ends_with);
  if (opening > 0) {
    if (closing == 0 || value.size() < opening + closing) return std::nullopt;
    const std::string_view text = value.substr(opening, value.size() - opening - closing);
    const bool upright = opening == 1 && closing == 1;
    const Phrase why = !upright                                   ? Phrase::syntax_word_quotes
                       : text.find('"') != std::string_view::npos ? Phrase::syntax_quote_inside
                                                                  : Phrase::syntax_bad_escape;
    return MendedValue{why, {}, quoted(text), {}};
  }
  if (const DayText day = read_day(value); day.day)
    return MendedValue{Phrase::syntax_bad_day, {}, core::iso(*day.day), {}};
  if (auto quantity = as_quantity(value)) return quantity;
  return as_word(value);
}

}  // namespace billijk::io
