#include "report/format/format.hpp"

#include <catch2/catch.hpp>

#include "core/number/date.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
using tests::exact;

TEST_CASE("numbers take the signs of the language") {
  const Format dutch{Language::nl};
  const Format english{Language::en};
  CHECK(dutch.money(exact("1234.5")) == "€ 1.234,50");
  CHECK(english.money(exact("1234.5")) == "€ 1,234.50");
  CHECK(dutch.number(exact("-1234567.891"), 2) == "-1.234.567,89");
  CHECK(english.number(exact("-123"), 0) == "-123");
  CHECK(english.number(exact("-1234"), 0) == "-1,234");
  CHECK(dutch.percent(exact("6.5"), 1) == "6,5 %");
  CHECK(dutch.shortest(exact("0.0833")) == "0,0833");
}

TEST_CASE("dates are written out in the language") {
  const core::Date day = *core::parse_date("2026-03-01");
  CHECK(Format{Language::nl}.date(day) == "1 maart 2026");
  CHECK(Format{Language::en}.date(day) == "1 March 2026");
}

TEST_CASE("a figure that is not zero is not shown as zero") {
  CHECK(visible_decimals(exact("0.0005"), 2) == 4);
  CHECK(visible_decimals(exact("-0.004"), 2) == 3);
  CHECK(visible_decimals(exact("0.01"), 2) == 2);
  CHECK(visible_decimals(core::Exact{}, 2) == 2);
  CHECK(visible_decimals(exact("1/3000"), 2) == 5);
}

TEST_CASE("a tariff is shown with the decimals it has") {
  CHECK(tariff_decimals(exact("38.5")) == 2);
  CHECK(tariff_decimals(exact("40.0695")) == 4);
  CHECK(tariff_decimals(core::Exact{100} / core::Exact{3}) == 2);
}

TEST_CASE("amounts have the decimals of the rounding step, two at least") {
  CHECK(decimals_of(core::Decimal::of(1, 2)) == 2);
  CHECK(decimals_of(core::Decimal::of(5, 3)) == 3);
  CHECK(decimals_of(core::Decimal{1}) == 2);
}

}  // namespace billijk::report
