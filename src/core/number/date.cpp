#include "core/number/date.hpp"

#include <charconv>

namespace billijk::core {
namespace {

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc{} || stop != end || value < 0) return std::nullopt;
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (!date.ok() || year < 1900 || year > 9999) return std::nullopt;
  return Date{date};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = whole_number(text.substr(0, 4));
  const std::optional<int> month = whole_number(text.substr(5, 2));
  const std::optional<int> day = whole_number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string iso(Date day) {
  const std::chrono::year_month_day date{day};
  return padded(int{date.year()}, 4) + '-' + padded(static_cast<int>(unsigned{date.month()}), 2) +
         '-' + padded(static_cast<int>(unsigned{date.day()}), 2);
}

int year_of(Date day) { return int{std::chrono::year_month_day{day}.year()}; }

Date a_year_after(Date day) {
  std::chrono::year_month_day date{day};
  date += std::chrono::years{1};
  return date.ok() ? Date{date} : Date{date.year() / date.month() / std::chrono::last};
}

}  // namespace billijk::core
