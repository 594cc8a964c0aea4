#include "io/toml/mended_line.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "core/number/unicode.hpp"
#include "core/number/utf8.hpp"
#include "io/text/cell_text.hpp"
#include "io/toml/line_signs.hpp"
#include "io/toml/mended_value.hpp"

namespace billijk::io {
namespace {

using core::Phrase;

bool is_key_sign(char c) { return core::is_digit(c) || core::is_letter(c) || c == '_' || c == '-'; }

/// Reads one line, mends its parts and puts them together again.
class LineMender {
 public:
  explicit LineMender(std::string_view line) : line_{without_comment(line)} {}

  std::optional<MendedLine> mend() {
    const std::string_view text = core::without_blanks(line_);
    if (text.empty() || text.front() == '[') return std::nullopt;
    if (text.find('\t') != std::string_view::npos && text.find('=') == std::string_view::npos) {
      result_.why = Phrase::syntax_pasted_table;
      result_.at = offset(text);
      return result_;
    }
    const std::size_t equals = line_.find('=');
    if (equals == std::string_view::npos) return without_equals(text);
    const std::string_view key = core::without_blanks(line_.substr(0, equals));
    if (!is_key(key)) {
      if (key.find_first_of(" \t") == std::string_view::npos) return std::nullopt;
      result_.why = Phrase::syntax_bad_key;
      result_.at = offset(text);
      return result_;
    }
    result_.line = std::string{key} + " = ";
    return take_value(core::without_blanks(line_.substr(equals + 1))) && is_changed_ ? finished()
                                                                                     : std::nullopt;
  }

 private:
  static bool is_key(std::string_view key) {
    return !key.empty() && std::ranges::all_of(key, [](char c) {
      return is_key_sign(c) || c == '.' || c == '"' || c == ' ';
    }) && (key.find(' ') == std::string_view::npos || key.find('"') != std::string_view::npos);
  }
  std::size_t offset(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - line_.data());
  }

  /// `key: value` or `key value`, where the value is one.
  std::optional<MendedLine> without_equals(std::string_view text) {
    const std::size_t end = text.find_first_of(": ");
    if (end == std::string_view::npos || !is_key(text.substr(0, end))) return std::nullopt;
    std::string_view value = text.substr(end);
    if (value = core::without_blanks(value); value.starts_with(':'))
      value = core::without_blanks(value.substr(1));
    const auto mended = is_value(value) ? std::nullopt : mended_value(value);
    if (value.empty() || (!is_value(value) && (!mended || mended->why == Phrase::syntax_bare_text)))
      return std::nullopt;
    note({.why = Phrase::syntax_no_equals, .arguments = {}, .text = {}, .other = {}},
         offset(text) + end);
    result_.line = std::string{text.substr(0, end)} + " = ";
    return take_value(value) ? finished() : std::nullopt;
  }

  /// A value, or a table of them in one line.
  bool take_value(std::string_view value) {
    if (value.starts_with('{') && value.ends_with('}') && value.size() > 1)
      return take_table(value);
    if (is_value(value)) {
      result_.line += value;
      return true;
    }
    const std::optional<MendedValue> mended = mended_value(value);
    if (!mended || mended->text.empty()) return false;
    note(*mended, offset(value));
    if (!mended->other.empty()) {
      if (!result_.other.empty()) return false;
      result_.other = result_.line + mended->other;
      other_from_ = result_.line.size() + mended->text.size();
    }
    result_.line += mended->text;
    return true;
  }
  bool take_table(std::string_view table) {
    const std::string_view inside = table.substr(1, table.size() - 2);
    result_.line += "{ ";
    bool first = true;
    for (const std::string_view member : members_of(inside)) {
      const std::size_t equals = member.find('=');
      if (equals == std::string_view::npos ||
          !is_key(core::without_blanks(member.substr(0, equals))))
        return false;
      result_.line += first ? "" : ", ";
      first = false;
      result_.line += core::without_blanks(member.substr(0, equals));
      result_.line += " = ";
      if (!take_value(core::without_blanks(member.substr(equals + 1)))) return false;
    }
    result_.line += " }";
    return true;
  }
  /// Split at commas outside quotes; what has no = belongs to what stands before it (7,8).
  static std::vector<std::string_view> members_of(std::string_view inside) {
    std::vector<std::string_view> members;
    const auto take = [&](std::string_view member) {
      const bool continues = !members.empty() && member.find('=') == std::string_view::npos;
      if (continues) {
        const std::string_view before = members.back();
        members.back() = {before.data(),
                          static_cast<std::size_t>(member.data() + member.size() - before.data())};
      } else {
        members.push_back(member);
      }
    };
    std::size_t begin = 0;
    for_each_sign(inside, [&](char sign, std::size_t at) {
      if (sign != ',') return;
      take(inside.substr(begin, at - begin));
      begin = at + 1;
    });
    if (!core::without_blanks(inside.substr(begin)).empty()) take(inside.substr(begin));
    return members;
  }

  /// The first thing that is wrong is the one told.
  void note(MendedValue mended, std::size_t at) {
    if (is_changed_) return;
    is_changed_ = true;
    result_.why = mended.why;
    result_.arguments = std::move(mended.arguments);
    result_.at = at;
  }
  std::optional<MendedLine> finished() {
    if (!result_.other.empty()) result_.other += result_.line.substr(other_from_);
    return std::move(result_);
  }

  std::string_view line_;
  MendedLine result_;
  bool is_changed_ = false;
  std::size_t other_from_ = 0;  ///< from where on the second reading is the same as the first
};

}  // namespace

std::optional<MendedLine> mended_line(std::string_view line) {
  const std::string seen = with_plain_spaces(line);
  std::optional<MendedLine> as_seen = LineMender{line}.mend();
  constexpr std::array in_quotes{Phrase::syntax_word_quotes, Phrase::syntax_bad_escape,
                                 Phrase::syntax_quote_inside};
  // In quotes such characters may stand.
  if (seen == line || (as_seen && std::ranges::find(in_quotes, as_seen->why) != in_quotes.end()))
    return as_seen;
  // The first character that is no more, or another: nobody sees what is wrong with it.
  const auto differs = std::ranges::mismatch(line, seen).in1 - line.begin();
  auto at = static_cast<std::size_t>(differs);
  while (at > 0 && core::continues(line[at])) --at;
  MendedLine result =
      LineMender{seen}.mend().value_or(MendedLine{.line = std::string{core::without_blanks(seen)}});
  result.why = Phrase::syntax_unseen_sign;
  result.arguments = {{"sign", core::code_point_of(line.substr(at))}};
  result.at = at;
  return result;
}

}  // namespace billijk::io
