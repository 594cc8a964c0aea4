#include "report/format/format.hpp"

#include <algorithm>
#include <chrono>

#include "core/number/rounding.hpp"

namespace billijk::report {

std::string Format::localized(std::string plain) const {
  const std::size_t point = plain.find('.');
  const std::size_t digits_end = point == std::string::npos ? plain.size() : point;
  const std::size_t digits_begin = plain.starts_with('-') ? 1 : 0;
  if (point != std::string::npos) plain[point] = decimal_sign();
  for (std::size_t at = digits_end; at > digits_begin + 3; at -= 3)
    plain.insert(at - 3, 1, facts_of(language_).thousands_sign);
  return plain;
}

std::string Format::number(const core::Exact& value, int decimals) const {
  return localized(core::fixed(value, decimals));
}

std::string Format::shortest(const core::Exact& value) const {
  return localized(core::shortest(value));
}

std::string Format::money(const core::Exact& value, int decimals) const {
  return value.sign() < 0 ? "-" + money(-value, decimals) : "€ " + number(value, decimals);
}

std::string Format::percent(const core::Exact& value, int decimals) const {
  return number(value, decimals) + " %";
}

std::string Format::date(core::Date day) const {
  const std::chrono::year_month_day date{day};
  const std::size_t month = unsigned{date.month()} - 1;
  return std::to_string(unsigned{date.day()}) + ' ' +
         std::string{facts_of(language_).months.at(month)} + ' ' + std::to_string(int{date.year()});
}

int decimals_of(const core::Decimal& step) { return std::max(2, step.scale()); }

int visible_decimals(const core::Exact& value, int decimals) {
  if (value.is_zero() || !core::round_half_up(value, decimals).is_zero()) return decimals;
  while (core::round_half_up(value, decimals).is_zero()) ++decimals;
  // All of a short figure, two digits of a long one.
  constexpr int further = 2;
  for (int all = decimals; all <= decimals + further; ++all) {
    if (core::is_written_by(value, all)) return all;
  }
  return decimals + 1;
}

int tariff_decimals(const core::Exact& value) {
  constexpr int most = core::Decimal::max_digits;
  for (int decimals = 2; decimals <= most; ++decimals) {
    if (core::is_written_by(value, decimals)) return decimals;
  }
  return 2;
}

}  // namespace billijk::report
