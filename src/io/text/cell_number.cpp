#include "io/text/cell_number.hpp"

#include <algorithm>
#include <array>

#include "core/number/utf8.hpp"
#include "io/text/cell_text.hpp"

namespace billijk::io {
namespace {

constexpr std::string_view euro = "€";
/// Spaces people do not see: no-break, narrow no-break, thin, figure.
constexpr std::array<std::string_view, 4> odd_spaces{"\u00A0", "\u202F", "\u2009", "\u2007"};

void replace_all(std::string& text, std::string_view part, std::string_view by) {
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + by.size()))
    text.replace(at, part.size(), by);
}

/// Without spaces at the ends and behind a sign.
void trim(std::string& text) {
  const std::size_t last = text.find_last_not_of(" \t");
  text.erase(last == std::string::npos ? 0 : last + 1);
  text.erase(0, text.find_first_not_of(" \t"));
  const std::size_t begin = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  text.erase(begin, text.find_first_not_of(" \t", begin) - begin);
}

/// The figure without what stands around it; of the spaces those that may separate thousands are
/// left.
struct Bare {
  std::string text;
  bool euro_sign = false;
  bool percent_sign = false;
};

Bare bare(std::string_view cell) {
  Bare result{.text = without_invisible(trimmed_cell(cell))};
  std::string& text = result.text;
  for (const std::string_view space : odd_spaces) replace_all(text, space, " ");
  trim(text);
  if (const std::size_t at = text.find(euro); at != std::string::npos) {
    result.euro_sign = true;
    text.erase(at, euro.size());
  } else if (constexpr std::string_view code = "eur";
             is_same_word(text.substr(0, code.size()), code)) {
    result.euro_sign = true;
    text.erase(0, code.size());
  } else {
    for (const std::string_view word : {"euro", "eur"}) {
      if (text.size() <= word.size() || !is_same_word(text.substr(text.size() - word.size()), word))
        continue;
      result.euro_sign = true;
      text.erase(text.size() - word.size());
      break;
    }
  }
  if (text.ends_with('%')) {
    result.percent_sign = true;
    text.pop_back();
  }
  trim(text);
  // Accountants write € 5,- for five euros, and € - for none.
  if (result.euro_sign && text == "-") text = "0";
  for (const std::string_view dash : {",-", ",--", ".-"}) {
    if (result.euro_sign && text.ends_with(dash)) text.erase(text.size() - dash.size());
  }
  return result;
}

/// Takes the thousands separators out where they stand in threes; false where they do not.
bool ungroup(std::string& text, char separator, char sign) {
  if (text.find(separator) == std::string::npos) return true;
  const std::size_t end = std::min(text.find(sign), text.size());
  const std::size_t begin = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  std::size_t run = 0;
  bool first = true;
  for (std::size_t at = begin; at <= end; ++at) {
    if (at < end && core::is_digit(text[at])) {
      ++run;
    } else if (at == end || text[at] == separator) {
      if (first ? run == 0 || run > 3 : run != 3) return false;
      first = first && at == end;
      run = 0;
    } else {
      return false;
    }
  }
  if (text.find(separator, end) != std::string::npos) return false;
  std::erase(text, separator);
  return true;
}

/// One separator, three digits behind it and one to three before, not beginning with 0.
bool is_ambiguous(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const std::size_t at = text.find_first_of(",.");
  constexpr std::size_t group = 3;
  return at != std::string_view::npos && at >= 1 && at <= group && text.size() - at == group + 1 &&
         text.front() != '0' && std::ranges::all_of(text.substr(0, at), core::is_digit) &&
         std::ranges::all_of(text.substr(at + 1), core::is_digit);
}

}  // namespace

FigureCell read_figure(std::string_view cell, DecimalRule rule, core::Unit unit) {
  using core::Unit;
  Bare figure = bare(cell);
  const bool euros = unit == Unit::eur || unit == Unit::eur_per_hour || unit == Unit::eur_per_km ||
                     unit == Unit::eur_per_year;
  if ((figure.euro_sign && !euros) || (figure.percent_sign && unit != Unit::percent))
    return {{}, CellFault::not_a_number};
  if (!rule.certain && is_ambiguous(figure.text)) return {{}, CellFault::ambiguous};
  const char separator = rule.sign == ',' ? '.' : ',';
  if (!ungroup(figure.text, ' ', rule.sign) || !ungroup(figure.text, separator, rule.sign))
    return {{}, CellFault::not_a_number};
  std::ranges::replace(figure.text, rule.sign, '.');
  const core::DecimalResult read = core::parse_decimal(figure.text);
  if (read.value) return {*read.value, CellFault::none};
  const bool digits = read.error == core::DecimalError::too_many_digits;
  return {{}, digits ? CellFault::too_many_digits : CellFault::not_a_number};
}

FigureCell read_figure_text(std::string_view text, core::Unit unit) {
  const SignEvidence evidence = sign_evidence(text);
  // 1,234 and 1.234 are a thousand to some and a little over one to others.
  if (evidence == SignEvidence::either) return {{}, CellFault::ambiguous};
  return read_figure(text, {.sign = evidence == SignEvidence::comma ? ',' : '.'}, unit);
}

SignEvidence sign_evidence(std::string_view cell) {
  constexpr int thousands = 3;
  const PlainFigure plain = read_plain_figure(cell, '.');
  if (plain.scale == 0) return SignEvidence::none;
  if (plain.scale > 0 && plain.scale != thousands) return SignEvidence::point;
  std::string text = bare(cell).text;
  std::erase(text, ' ');
  const std::size_t comma = text.rfind(',');
  const std::size_t point = text.rfind('.');
  const bool has_comma = comma != std::string::npos;
  const bool has_point = point != std::string::npos;
  const bool figure = std::ranges::all_of(text, [](char c) {
    return core::is_digit(c) || c == ',' || c == '.' || c == '-' || c == '+';
  });
  if (!figure || (!has_comma && !has_point)) return SignEvidence::none;
  if (has_comma && has_point) return comma > point ? SignEvidence::comma : SignEvidence::point;
  const char sign = has_comma ? ',' : '.';
  // Twice the same sign can only be thousands.
  if (std::ranges::count(text, sign) > 1)
    return has_comma ? SignEvidence::point : SignEvidence::comma;
  if (is_ambiguous(text)) return SignEvidence::either;
  return has_comma ? SignEvidence::comma : SignEvidence::point;
}

core::Arguments without_comma(std::string number) {
  core::Arguments arguments;
  const bool thousands = sign_evidence(number) == SignEvidence::either;
  std::erase(number, '.');
  if (thousands) {
    std::string whole = number;
    std::erase(whole, ',');
    arguments.emplace_back("whole", std::move(whole));
  }
  std::ranges::replace(number, ',', '.');
  // 48.000 would look like thousands again: 48.
  while (thousands && number.ends_with('0')) number.pop_back();
  if (number.ends_with('.')) number.pop_back();
  arguments.emplace_back("suggestion", std::move(number));
  return arguments;
}

}  // namespace billijk::io
