#include "core/calculation.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::codes;
using tests::compute;
using tests::Computed;
using tests::exact;

// The round case: wage floor 33.75, cost price and fair tariff 40.50, ceiling 44.55.

TEST_CASE("totals are rounded as the case says") {
  const Computed cents =
      compute(CaseText{}.with("wage", "hourly = 20.001\nminimum_wage = \"none\""));
  CHECK(cents.total(Total::wage_floor) == exact("33.7516875"));
  CHECK(cents.rounded(Total::wage_floor) == exact("33.75"));
  const Computed up = compute(CaseText{}
                                  .with("wage", "hourly = 20.001\nminimum_wage = \"none\"")
                                  .with("rounding", "mode = \"up\"\nstep = 0.05"));
  CHECK(up.rounded(Total::wage_floor) == exact("33.8"));
  CHECK(up.rounded(Total::ceiling) == exact("44.6"));
}

TEST_CASE(
    "lines of the wage floor shown add up to it, the others to the cost price, margin to the "
    "tariff") {
  const Computed sheet =
      compute(CaseText{}.with("rounding", "step = 1").with("margin", "percent = 10"));
  // Floor 33.75 -> 34, cost price 40.5 -> 41, fair tariff 44.55 -> 45.
  CHECK(sheet.shown("wage") == exact("20"));
  CHECK(sheet.shown("holiday_allowance") == exact("2"));  // 1.6
  CHECK(sheet.shown("social") == exact("5"));             // 5.4
  CHECK(sheet.shown("leave") == exact("5"));              // 5.0625
  CHECK(sheet.shown("sickness") == exact("2"));           // 1.6875
  CHECK(sheet.shown("overhead") == exact("7"));
  CHECK(sheet.shown("margin") == exact("4"));  // 45 - 41, though 4.05 alone is 4 too
}

TEST_CASE("margin shows the difference of two rounded totals, not itself rounded") {
  const Computed sheet =
      compute(CaseText{}.with("rounding", "step = 1").with("margin", "percent = 12"));
  CHECK(sheet.line("margin") == exact("4.86"));
  CHECK(sheet.shown("margin") == exact("4"));  // 45.36 -> 45, 40.5 -> 41
}

TEST_CASE(
    "with an index the lines of the first computation and the index add up to the cost price") {
  const Computed sheet = compute(CaseText{}
                                     .with("indexation", "price_level = 2025\npercent = [10]")
                                     .with("rounding", "step = 1"));
  Exact sum;
  for (const SheetLine& line : sheet->lines) sum = sum + line.rounded;
  CHECK(sum == exact("45"));  // 44.55
  CHECK(sheet.shown("indexation") == exact("4"));
  CHECK(sheet.shown("margin") == exact("0"));
}

TEST_CASE("a fair tariff that lifts its own ceiling is a warning, one that reaches it is not") {
  const auto warned = [](const std::string& margin) {
    return codes(compute(CaseText{}.with("margin", "percent = " + margin))->warnings);
  };
  CHECK(warned("10") == "W006");
  CHECK(warned("10.01") == "W006 W011");
  const Diagnostics amount = compute(CaseText{}.with("margin", "amount = 4.06"))->warnings;
  REQUIRE(codes(amount) == "W006 W011");
  CHECK(amount[1].key == "margin.amount");
}

TEST_CASE("a contract with one day in the period is not elsewhere, one without is warned about") {
  const auto warned = [](const std::string& contract) {
    return codes(compute(CaseText{}.with("contract", contract))->warnings);
  };
  CHECK(warned("end = 2026-01-01") == "W006");
  CHECK(warned("end = 2025-12-31") == "W006 W014");
  CHECK(warned("start = 2026-12-31") == "W006");
  CHECK(warned("start = 2027-01-01") == "W006 W014");
}

TEST_CASE("an alfahulp changes no figure and is warned about") {
  const Computed sheet = compute(CaseText{}.with("contract", "delivery = \"alfahulp\""));
  CHECK(codes(sheet->warnings) == "W006 W012");
  CHECK(sheet.total(Total::cost_price) == exact("40.5"));
}

}  // namespace
}  // namespace billijk::core
