#include "io/text/day_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "core/number/utf8.hpp"
#include "io/text/cell_text.hpp"

namespace billijk::io {
namespace {

/// What stands between separators: a number as it is written, or the month a word names.
struct Part {
  std::string_view digits;
  unsigned month = 0;

  unsigned number() const {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
  }
};

constexpr std::size_t months = 12;
/// Dutch, then English; three letters of either are enough, and "mrt".
constexpr std::array<std::string_view, 2 * months> month_names{
    "januari", "februari", "maart",     "april",   "mei",      "juni",
    "juli",    "augustus", "september", "oktober", "november", "december",
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

unsigned month_of(std::string_view word) {
  constexpr std::size_t shortest = 3;
  const std::string name = core::lower(word);
  if (name == "mrt") return 3;
  if (name.size() < shortest) return 0;
  for (std::size_t i = 0; i < month_names.size(); ++i) {
    const bool sept = name == "sept" && month_names.at(i) == "september";
    if (name == month_names.at(i) || name == month_names.at(i).substr(0, shortest) || sept)
      return static_cast<unsigned>(i % months) + 1;
  }
  return 0;
}

/// The hours of a day that begins: " 00:00", "T00:00:00", which spreadsheets add.
std::string_view without_midnight(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::size_t begin = text.find_last_of(" T", colon);
  if (colon == std::string_view::npos || begin == std::string_view::npos) return text;
  const bool midnight = text.find_first_not_of("0:", begin + 1) == std::string_view::npos;
  return midnight ? trimmed_cell(text.substr(0, begin)) : text;
}

/// Three parts, one of which may be a word; nothing for any other text.
std::optional<std::array<Part, 3>> parts_of(std::string_view text, char separator) {
  std::array<Part, 3> parts;
  std::size_t count = 0;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    if (part.empty() || count == parts.size()) return std::nullopt;
    Part& to = parts.at(count++);
    if (std::ranges::all_of(part, core::is_digit)) {
      constexpr std::size_t most = 4;
      if (part.size() > most) return std::nullopt;
      to.digits = part;
    } else {
      if (part.ends_with('.')) part.remove_suffix(1);
      to.month = month_of(part);
      if (to.month == 0) return std::nullopt;
    }
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  return count == parts.size() ? std::optional{parts} : std::nullopt;
}

constexpr std::size_t whole_year = 4;
constexpr std::size_t most_of_day = 2;

std::optional<core::Date> day_of(const Part& year, const Part& month, const Part& day) {
  return core::make_date(static_cast<int>(year.number()),
                         month.month != 0 ? month.month : month.number(), day.number());
}

bool is_day(const Part& part) { return part.month == 0 && part.digits.size() <= most_of_day; }

DayText day_first(const std::array<Part, 3>& parts, char separator) {
  const auto& [first, second, year] = parts;
  const bool word = second.month != 0;
  if (!is_day(first) || (!word && !is_day(second))) return {};
  if (year.digits.size() == most_of_day) {
    // Nobody can tell the century; most mean this one.
    const std::string whole = "20" + std::string{year.digits};
    const std::optional<core::Date> day = day_of({.digits = whole}, second, first);
    return {.day = {}, .one = day ? core::iso(*day) : std::string{}, .other = {}};
  }
  if (year.digits.size() != whole_year) return {};
  const std::optional<core::Date> day = day_of(year, second, first);
  if (word || separator != '/') return {.day = day, .one = {}, .other = {}, .is_absent = !day};
  const std::optional<core::Date> swapped = day_of(year, first, second);
  if (!day || !swapped || day == swapped)
    return {.day = day ? day : swapped, .one = {}, .other = {}, .is_absent = !day && !swapped};
  return {.day = {}, .one = core::iso(*day), .other = core::iso(*swapped)};
}

std::optional<core::Date> serial_day(std::string_view text) {
  // Of the years 1954 to 2119: no other number of five digits is a day.
  constexpr int first = 20'000;
  constexpr int last = 80'000;
  constexpr std::size_t digits = 5;
  if (text.size() != digits || !std::ranges::all_of(text, core::is_digit)) return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  if (number < first || number > last) return std::nullopt;
  return *core::make_date(1900, 1, 1) + std::chrono::days{number - 2};
}

}  // namespace

DayText read_day(std::string_view text, SerialDays serial_days) {
  text = without_midnight(trimmed_cell(text));
  if (const std::optional<core::Date> day = core::parse_date(text)) return {.day = day};
  if (serial_days == SerialDays::read) {
    if (const std::optional<core::Date> day = serial_day(text)) return {.day = day};
  }
  for (const char separator : {'-', '/', '.', ' '}) {
    const std::optional<std::array<Part, 3>> parts = parts_of(text, separator);
    if (!parts) continue;
    const auto& [first, second, third] = *parts;
    if (first.digits.size() != whole_year) return day_first(*parts, separator);
    if ((second.month == 0 && !is_day(second)) || !is_day(third)) return {};
    const std::optional<core::Date> day = day_of(first, second, third);
    const std::optional<core::Date> turned =
        day || second.month != 0 ? std::nullopt : day_of(first, third, second);
    // 2026-31-12: the day stands where the month belongs.
    return {.day = day,
            .one = turned ? core::iso(*turned) : std::string{},
            .other = {},
            .is_absent = !day && !turned};
  }
  return {};
}

core::Arguments arguments_of(std::string found, const DayText& read) {
  using core::Phrase;
  core::Arguments arguments{{"found", std::move(found)},
                            {"how", read.is_absent       ? Phrase::date_absent
                                    : read.one.empty()   ? Phrase::date_form
                                    : read.other.empty() ? Phrase::date_meant
                                                         : Phrase::date_of_two}};
  if (!read.one.empty()) arguments.emplace_back("one", read.one);
  if (!read.other.empty()) arguments.emplace_back("other", read.other);
  return arguments;
}

}  // namespace billijk::io
