#include "io/toml/syntax.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/number/date.hpp"
#include "core/number/decimal.hpp"
#include "core/number/utf8.hpp"
#include "io/text/cell_number.hpp"

namespace billijk::io {
namespace {

using core::Code;

/// A stretch of a line, in bytes.
struct Stretch {
  std::size_t begin = 0;
  std::size_t length = 0;
};

/// The value behind the `=` at byte `equals`: a bare word up to a blank or the end.
Stretch value_behind(std::string_view line, std::size_t equals) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t", equals + 1), line.size());
  const std::size_t end = std::min(line.find_first_of(" \t#}", begin), line.size());
  return {begin, end - begin};
}

/// "8,33" behind an equals sign: digits, a comma, digits.
std::optional<Stretch> decimal_comma(std::string_view line) {
  for (std::size_t at = line.find('='); at != std::string_view::npos; at = line.find('=', at + 1)) {
    Stretch value = value_behind(line, at);
    std::string_view word = line.substr(value.begin, value.length);
    const std::size_t comma = word.find(',');
    if (comma == std::string_view::npos || comma == 0 || comma + 1 >= word.size() ||
        word.front() == '[')
      continue;
    if (!core::is_digit(word[comma - 1]) || !core::is_digit(word[comma + 1])) continue;
    while (!core::is_digit(word.back())) word.remove_suffix(1);
    value.length = word.size();
    return value;
  }
  return std::nullopt;
}

/// Digits with two hyphens that are no date: 2026-02-30, 31-12-2026.
std::optional<Stretch> impossible_date(std::string_view line) {
  for (std::size_t at = line.find('='); at != std::string_view::npos; at = line.find('=', at + 1)) {
    const Stretch value = value_behind(line, at);
    const std::string_view word = line.substr(value.begin, value.length);
    const bool digits_and_hyphens =
        std::ranges::all_of(word, [](char c) { return core::is_digit(c) || c == '-'; });
    if (digits_and_hyphens && std::ranges::count(word, '-') == 2 && word.size() >= 8 &&
        core::is_digit(word.front()) && !core::parse_date(word)) {
      return value;
    }
  }
  return std::nullopt;
}

/// Past 12 digits before the point.
std::optional<Stretch> huge_number(std::string_view line) {
  for (std::size_t at = line.find('='); at != std::string_view::npos; at = line.find('=', at + 1)) {
    Stretch value = value_behind(line, at);
    std::string_view word = line.substr(value.begin, value.length);
    while (!word.empty() && word.back() == ',') word.remove_suffix(1);
    value.length = word.size();
    const core::DecimalResult number = core::parse_decimal(word);
    if (!number.value && number.error == core::DecimalError::too_many_digits) return value;
  }
  return std::nullopt;
}

/// Brackets and quotes a line opens and does not close.
struct Balance {
  int open = 0;               ///< [ and { not closed
  bool in_text = false;       ///< a quote not closed
  std::size_t opened_at = 0;  ///< the first of them
};
Balance balance_of(std::string_view line) {
  Balance balance;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      if (c == '\\' && quote == '"')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
      if (balance.open <= 0) balance.opened_at = i;
    } else if (c == '#') {
      break;
    } else if (c == '[' || c == '{') {
      if (balance.open <= 0) balance.opened_at = i;
      ++balance.open;
    } else if (c == ']' || c == '}') {
      --balance.open;
    }
  }
  balance.in_text = quote != 0;
  return balance;
}

bool begins_statement(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] != '#' &&
         (line[first] == '[' || line.find('=') != std::string_view::npos);
}

/// The line, at or before `line`, whose bracket or quote was left open.
std::optional<int> line_left_open(const Lines& lines, int line) {
  for (int at = std::min(line, lines.count()); at >= 1; --at) {
    const std::string_view text = lines.line(at);
    if (!begins_statement(text)) continue;
    const Balance balance = balance_of(text);
    if (balance.open > 0 || balance.in_text) return at;
    if (at < line) return std::nullopt;
  }
  return std::nullopt;
}

class Explainer {
 public:
  Explainer(const Lines& lines, int line, int column)
      : lines_{lines}, line_{line}, column_{column} {}

  SyntaxError explain(const std::string& said) {
    const std::string_view text = lines_.line(line_);
    if (const auto comma = decimal_comma(text))
      return at(Code::decimal_comma, *comma, without_comma(word(*comma)));
    if (const auto date = impossible_date(text)) return at(Code::no_such_date, *date, {});
    if (const auto number = huge_number(text)) return at(Code::too_many_digits, *number, {});
    if (said.find("redefine") != std::string::npos)
      return at_line(Code::duplicate_key, line_, {{"found", key_of_line(text)}});
    if (const std::optional<int> open = line_left_open(lines_, line_)) return left_open(*open);
    SyntaxError error = at_line(Code::syntax, line_, {{"said", said}});
    if (text.find("€") != std::string_view::npos || text.find('%') != std::string_view::npos) {
      error.diagnostic.arguments.emplace_back("sign",
                                              text.find('%') != std::string_view::npos ? "%" : "€");
    }
    return error;
  }

 private:
  /// At the bracket; what belongs to it on later lines is left out with it.
  SyntaxError left_open(int line) const {
    const std::string_view text = lines_.line(line);
    SyntaxError error = at_line(Code::not_closed, line, {});
    Balance balance = balance_of(text);
    error.diagnostic.at.column = characters_in(text.substr(0, balance.opened_at)) + 1;
    int open = balance.open;
    constexpr int furthest = 30;
    for (int next = line + 1; open > 0 && next <= std::min(line + furthest, lines_.count());
         ++next) {
      balance = balance_of(lines_.line(next));
      open += balance.open;
      if (open <= 0) error.blank_to = next;
    }
    // Nothing closes it: what follows up to the next statement still belongs to it.
    for (int next = line + 1;
         open > 0 && next <= lines_.count() && !begins_statement(lines_.line(next)); ++next) {
      error.blank_to = next;
    }
    return error;
  }

  using Arguments = core::Arguments;

  std::string word(const Stretch& stretch) const {
    return std::string{lines_.line(line_).substr(stretch.begin, stretch.length)};
  }
  SyntaxError at(Code code, const Stretch& stretch, Arguments arguments) const {
    const std::string_view text = lines_.line(line_);
    arguments.emplace_back("found", word(stretch));
    return {.diagnostic =
                core::finding(code,
                              {.line = line_,
                               .column = characters_in(text.substr(0, stretch.begin)) + 1,
                               .length = marked_in(text.substr(stretch.begin, stretch.length))},
                              key_of_line(text), std::move(arguments)),
            .blank_line = line_};
  }
  SyntaxError at_line(Code code, int line, Arguments arguments) const {
    const std::string_view text = lines_.line(line);
    const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
    const int column = code == Code::syntax ? column_ : characters_in(text.substr(0, first)) + 1;
    return {.diagnostic = core::finding(code, {.line = line, .column = column}, key_of_line(text),
                                        std::move(arguments)),
            .blank_line = std::clamp(line, 1, lines_.count())};
  }
  static std::string key_of_line(std::string_view text) {
    const std::string_view key = text.substr(0, text.find('='));
    const std::size_t begin = std::min(key.find_first_not_of(" \t["), key.size());
    const std::size_t end = key.find_last_not_of(" \t]");
    return end == std::string_view::npos || end < begin
               ? std::string{}
               : std::string{key.substr(begin, end + 1 - begin)};
  }

  const Lines& lines_;
  int line_;
  int column_;
};

}  // namespace

SyntaxError explain_syntax(const Lines& lines, int line, int column, const std::string& said) {
  return Explainer{lines, line, column}.explain(said);
}

}  // namespace billijk::io
