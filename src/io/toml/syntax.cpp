#include "io/toml/syntax.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/number/date.hpp"
#include "core/number/decimal.hpp"
#include "core/number/utf8.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/day_text.hpp"
#include "io/toml/line_signs.hpp"
#include "io/toml/mended_line.hpp"
#include "io/toml/second_time.hpp"

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
        word.front() == '[' || word.front() == '{')
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
  const LineShape shape = for_each_sign(line, [&](char sign, std::size_t at) {
    if (sign == '[' || sign == '{') {
      if (balance.open <= 0) balance.opened_at = at;
      ++balance.open;
    } else if (sign == ']' || sign == '}') {
      --balance.open;
    }
  });
  balance.in_text = shape.open_text != std::string_view::npos;
  if (balance.in_text && balance.open <= 0) balance.opened_at = shape.open_text;
  return balance;
}

/// Where a sign stands.
struct Sign {
  int line = 0;
  std::size_t at = 0;
  char sign = 0;
};
/// The table in braces, in the value that begins on a line, that goes over the end of its line;
/// nothing where there is none. Lists in brackets may.
std::optional<Sign> parted_table(const Lines& lines, int first, int last) {
  std::vector<Sign> open;
  for (int line = first; line <= std::min(last, lines.count()); ++line) {
    for_each_sign(lines.line(line), [&](char sign, std::size_t at) {
      if (sign == '[' || sign == '{') open.push_back({line, at, sign});
      if ((sign == ']' || sign == '}') && !open.empty()) open.pop_back();
    });
    if (open.empty()) return std::nullopt;
    if (open.back().sign == '{') return open.back();
  }
  return std::nullopt;
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

/// What the parser means, by what its message has in it; the last holds for any other.
core::Phrase reason_of(std::string_view said) {
  using core::Phrase;
  constexpr auto reasons = std::to_array<std::pair<std::string_view, Phrase>>({
      {"could not determine value type", Phrase::syntax_no_value},
      {"expected a comment or whitespace", Phrase::syntax_more_behind},
      {"expected '='", Phrase::syntax_no_equals},
      {"expected value", Phrase::syntax_value_missing},
      {"expected comma", Phrase::syntax_no_comma},
      {"decimal digit", Phrase::syntax_bad_number},
      {"escape", Phrase::syntax_bad_escape},
      {"key", Phrase::syntax_bad_key},
      {"", Phrase::syntax_unread},
  });
  return std::ranges::find_if(
             reasons,
             [&](const auto& reason) { return said.find(reason.first) != std::string_view::npos; })
      ->second;
}

class Explainer {
 public:
  Explainer(const Lines& lines, int line, int column, bool (*is_toml)(const std::string&))
      : lines_{lines}, line_{line}, column_{column}, is_toml_{is_toml} {}

  SyntaxError explain(const std::string& said) const {
    SyntaxError error = found(said);
    // What is meant is read on, so that what else is wrong shows, and nothing is called missing.
    const bool is_whole = error.diagnostic.at.line == error.blank_line;
    if (const auto mended = meant_by(error.blank_line); is_whole && mended && mended->other.empty())
      error.instead = mended->line;
    return error;
  }

 private:
  SyntaxError found(const std::string& said) const {
    const std::string_view text = lines_.line(line_);
    if (const auto comma = decimal_comma(text))
      return at(Code::decimal_comma, *comma, without_comma(word(*comma)));
    if (const auto date = impossible_date(text)) return no_date(*date);
    if (const auto number = huge_number(text)) return at(Code::too_many_digits, *number, {});
    if (said.find("redefine") != std::string::npos) return stated_before();
    if (const std::optional<int> parted = value_of_parted(said)) return left_open(*parted);
    if (const auto mended = meant_by(line_)) return at_mended(*mended);
    if (const std::optional<int> open = line_left_open(lines_, line_)) return left_open(*open);
    return at_line(Code::syntax, line_, {{"said", reason_of(said)}});
  }

  /// The line on which the value begins in which a table goes over the end of this one.
  std::optional<int> value_of_parted(std::string_view said) const {
    if (said.find("inline table") == std::string_view::npos) return std::nullopt;
    constexpr int furthest = 30;
    for (int first = line_; first >= std::max(1, line_ - furthest); --first) {
      const std::string_view text = lines_.line(first);
      const std::size_t begin = text.find_first_not_of(" \t");
      if (!begins_statement(text) || text[begin] == '{' || text[begin] == '[') continue;
      return parted_table(lines_, first, line_) ? std::optional{first} : std::nullopt;
    }
    return std::nullopt;
  }

  /// At the bracket; what belongs to it on later lines is left out with it.
  SyntaxError left_open(int line) const {
    const std::string_view text = lines_.line(line);
    SyntaxError error = at_line(Code::not_closed, line, {});
    Balance balance = balance_of(text);
    error.diagnostic.at.column = core::characters_in(text.substr(0, balance.opened_at)) + 1;
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
    const int last = std::max(error.blank_to, line);
    const std::optional<Sign> table = parted_table(lines_, line, last);
    if (table && table->line < last) {
      error.diagnostic.at.line = table->line;
      error.diagnostic.at.column =
          core::characters_in(lines_.line(table->line).substr(0, table->at)) + 1;
      error.diagnostic.arguments.emplace_back("table", std::string{"{ … }"});
    }
    return error;
  }

  using Arguments = core::Arguments;

  SyntaxError stated_before() const {
    const core::Diagnostic found = second_time(lines_, line_);
    SyntaxError error = at_line(found.code, line_, found.arguments);
    error.diagnostic.key = found.key;
    return error;
  }
  /// What a line means, with what to write only where that is TOML.
  std::optional<MendedLine> meant_by(int line) const {
    std::optional<MendedLine> mended = mended_line(lines_.line(line));
    if (mended && (!is_toml_(mended->line) || !is_toml_(mended->other))) {
      mended->line.clear();
      mended->other.clear();
    }
    return mended;
  }
  bool is_pasted_line(int line) const {
    const auto mended = meant_by(line);
    return mended && mended->why == core::Phrase::syntax_pasted_table;
  }
  SyntaxError at_mended(const MendedLine& mended) const {
    Arguments arguments = mended.arguments;
    arguments.emplace_back("said", mended.why);
    if (!mended.line.empty()) arguments.emplace_back("line", mended.line);
    if (!mended.other.empty()) arguments.emplace_back("other", mended.other);
    const bool is_pasted = mended.why == core::Phrase::syntax_pasted_table;
    if (is_pasted) arguments.emplace_back("batch", std::string{"billijk batch"});
    SyntaxError error = at_line(Code::syntax, line_, std::move(arguments));
    if (is_pasted) error.diagnostic.key.clear();
    // The lines of one table are one mistake.
    for (int next = line_ + 1; is_pasted && next <= lines_.count() && is_pasted_line(next); ++next)
      error.blank_to = next;
    error.diagnostic.at.column = core::characters_in(lines_.line(line_).substr(0, mended.at)) + 1;
    return error;
  }
  /// A day in another form than that of TOML: what to write for it.
  SyntaxError no_date(const Stretch& stretch) const {
    DayText read = read_day(word(stretch));
    if (read.day) read.one = core::iso(*read.day);
    core::Arguments arguments = arguments_of({}, read);
    arguments.erase(arguments.begin());  // `at` says what was found
    return at(Code::no_such_date, stretch, std::move(arguments));
  }
  std::string word(const Stretch& stretch) const {
    return std::string{lines_.line(line_).substr(stretch.begin, stretch.length)};
  }
  SyntaxError at(Code code, const Stretch& stretch, Arguments arguments) const {
    const std::string_view text = lines_.line(line_);
    arguments.emplace_back("found", word(stretch));
    return {.diagnostic =
                core::finding(code,
                              {.line = line_,
                               .column = core::characters_in(text.substr(0, stretch.begin)) + 1,
                               .length = marked_in(text.substr(stretch.begin, stretch.length))},
                              key_of_line(text), std::move(arguments)),
            .blank_line = line_};
  }
  SyntaxError at_line(Code code, int line, Arguments arguments) const {
    const std::string_view text = lines_.line(line);
    const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
    const int column =
        code == Code::syntax ? column_ : core::characters_in(text.substr(0, first)) + 1;
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
  bool (*is_toml_)(const std::string&);
};

}  // namespace

SyntaxError explain_syntax(const Lines& lines, int line, int column, const std::string& said,
                           bool (*is_toml)(const std::string& text)) {
  return Explainer{lines, line, column, is_toml}.explain(said);
}

}  // namespace billijk::io
