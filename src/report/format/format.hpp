#pragma once

#include <string>

#include "core/number/date.hpp"
#include "core/number/exact.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// Numbers and dates in a language's own form; the one place where they become characters for
/// people.
class Format {
 public:
  explicit Format(Language language) : language_{language} {}

  Language language() const { return language_; }
  char decimal_sign() const { return facts_of(language_).decimal_sign; }

  /// 1.234,50 or 1,234.50, half_up at the last decimal.
  std::string number(const core::Exact& value, int decimals) const;
  /// As many decimals as the number has, at most twelve.
  std::string shortest(const core::Exact& value) const;
  /// € 1.234,50 or € 1,234.50.
  std::string money(const core::Exact& value, int decimals = 2) const;
  /// 6,5 %.
  std::string percent(const core::Exact& value, int decimals) const;
  /// 1 juli 2026 or 1 July 2026.
  std::string date(core::Date day) const;

 private:
  std::string localized(std::string plain) const;

  Language language_;
};

/// Decimals that show every digit of a multiple of the step, two at least.
int decimals_of(const core::Decimal& step);

/// The decimals asked for; where those would show as zero what is not, all the figure has, or of
/// one that does not end its first two digits.
int visible_decimals(const core::Exact& value, int decimals);

/// The decimals a tariff per hour is written with; two when it does not end within twelve.
int tariff_decimals(const core::Exact& value);

}  // namespace billijk::report
