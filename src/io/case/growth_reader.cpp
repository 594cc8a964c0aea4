// What [forecast] states: growth by the year, the day wages rise on, what series grow with.

#include <algorithm>
#include <charconv>
#include <chrono>

#include "core/number/utf8.hpp"
#include "io/case/value_reader.hpp"
#include "io/text/day_text.hpp"

namespace billijk::io {
namespace {

using core::Code;
using core::Phrase;

constexpr int first_calendar_year = 1900;
constexpr std::size_t digits_of_year = 4;

std::optional<int> calendar_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && text.size() == digits_of_year && year >= first_calendar_year ? std::optional{year}
                                                                               : std::nullopt;
}

bool is_one_number(const Node& node) {
  return !node.is_table() || std::ranges::any_of(node.members, [](const Member& member) {
    return std::ranges::find(number_parts, member.key) != number_parts.end();
  });
}

/// "07-01" as its month and day; "1 juli" by the day it is in a year without a leap day.
std::optional<core::Date> day_of_year(std::string_view text) {
  constexpr std::string_view common_year = "2025";
  const std::string in_digits = std::string{common_year} + '-' + std::string{text};
  if (text.size() == std::string_view{"07-01"}.size()) {
    if (const std::optional<core::Date> day = core::parse_date(in_digits)) return day;
  }
  if (text.empty() || text.find_first_not_of("0123456789-/. ") == std::string_view::npos)
    return std::nullopt;
  return read_day(std::string{text} + ' ' + std::string{common_year}).day;
}

}  // namespace

bool is_growth_year(std::string_view name) {
  return name == "later" || name == "daarna" || calendar_year(name);
}

std::optional<core::Growth> ValueReader::growth(Node& node, const std::string& path) {
  core::Growth result;
  result.at = node.at;
  if (is_one_number(node)) {
    result.later = number(node, path, core::growth_facts);
    return result.later ? std::optional{std::move(result)} : std::nullopt;
  }
  bool fits = !node.members.empty();
  if (!fits) add(Code::missing_key, node.at, path, {{"key", path + ".later"}});
  for (const Member& member : node.members) {
    const std::string at = path + '.' + member.key;
    const bool is_later = member.key == "later" || member.key == "daarna";
    const std::optional<int> year = calendar_year(member.key);
    if (!is_later && !year) {
      unknown_key(member, at, {path + ".later", path + ".2027"});
      fits = false;
      continue;
    }
    std::optional<core::Input> figure = number(member.value, at, core::growth_facts);
    fits = fits && figure;
    if (!figure) continue;
    const bool twice = is_later && result.later;
    if (twice)
      add(Code::duplicate_key, member.at, at, {{"found", member.key}, {"english", "later"}});
    if (is_later) {
      result.later = std::move(figure);
    } else {
      result.years.emplace(*year, std::move(*figure));
    }
  }
  return fits ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<core::MonthDay> ValueReader::month_day(const Node& node, std::string_view path) {
  const std::optional<core::Date> day =
      node.type == Node::Type::text ? day_of_year(core::without_blanks(node.text)) : std::nullopt;
  if (day) {
    const std::chrono::year_month_day parts{*day};
    return core::MonthDay{unsigned{parts.month()}, unsigned{parts.day()}};
  }
  add(Code::wrong_type, node.at, path,
      {{"key", std::string{path}},
       {"wanted", Phrase::type_month_day},
       {"found", node.text.empty() ? core::Argument{Phrase::nothing} : node.text}});
  return std::nullopt;
}

void ValueReader::kinds(Node& node, const std::string& path) {
  if (!node.is_table()) return wrong_type(node, path, Phrase::type_table);
  for (Member& member : node.members) {
    state(member.value,
          choice(member.value, path + '.' + member.key, core::choice_words<core::SeriesKind>));
  }
}

}  // namespace billijk::io
