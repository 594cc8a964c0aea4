#include "core/formula/evaluate.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::exact;

CaseText indexed(const std::string& percent) {
  return CaseText{}.with("indexation", "price_level = 2025\npercent = [" + percent + "]");
}

TEST_CASE(
    "indexation is the rise of the cost price, and the totals are at the level of the period") {
  const Computed sheet = compute(indexed("10").with("margin", "percent = 10"));
  CHECK(sheet->ways().index_factor == exact("1.1"));
  CHECK(sheet.line("wage") == exact("20"));
  CHECK(sheet.line("overhead") == exact("6.75"));
  CHECK(sheet.line("indexation") == exact("4.05"));
  CHECK(sheet.line("margin") == exact("4.455"));
  CHECK(sheet.total(Total::wage_floor) == exact("37.125"));
  CHECK(sheet.total(Total::cost_price) == exact("44.55"));
  CHECK(sheet.total(Total::fair_tariff) == exact("49.005"));
  CHECK(sheet.total(Total::ceiling) == exact("49.005"));
}

TEST_CASE("every euro figure of the case itself is indexed, percentages and hours are not") {
  const Computed sheet =
      compute(indexed("10")
                  .with("overhead", "amount = 2")
                  .with("travel", "minutes = 0\nkilometres = 2\nrate = 0.25\nexpenses = 0.5")
                  .with("training", "expenses = 1600")
                  .with("obligations", "amount = 1\nannual = 30000")
                  .with("contract", "volume = 30000\ntariff = 40")
                  .line("key = \"amount\"\nelement = \"f\"\namount = 3\nper = \"billable_hour\"")
                  .line("key = \"percentage\"\nelement = \"f\"\npercent = 4\nof = \"wage\""));
  // 33.75 + (0.5 + 0.5) + 1 + (1 + 1) + 3 + 0.04 x 20 x 1.25 + 2 = 43.75, all of it at price_level.
  CHECK(sheet.total(Total::cost_price) == exact("48.125"));
  CHECK(sheet.line("indexation") == exact("4.375"));
}

TEST_CASE("the minimum wage is at the level of the period and does not rise with the case") {
  const CaseText low = indexed("10").with("wage", "hourly = 13");
  const Computed sheet = compute_with(low, {tests::minimum({{"2026-01-01", "hour = 14"}})});
  CHECK(sheet.line("wage") == exact("14"));
  // The second computation takes 14.30: 1.08 x 1.25 x 1.25 x 1.2 x 0.30.
  CHECK(sheet.line("indexation") == exact("0.6075"));
}

TEST_CASE("an index of nothing leaves everything computed once") {
  const Computed sheet = compute(indexed("0"));
  CHECK_FALSE(sheet->ways().is_indexed());
  CHECK(sheet.line("indexation") == exact("0"));
  CHECK(sheet.total(Total::cost_price) == exact("40.5"));
}

TEST_CASE("an index may be negative and years multiply") {
  const Computed sheet =
      compute(CaseText{}.with("indexation", "price_level = 2024\npercent = [-10, 20]"));
  CHECK(sheet->ways().index_factor == exact("1.08"));
  CHECK(sheet.line("indexation") == exact("3.24"));
}

TEST_CASE("a margin in euros is brought to the period, and what overhead takes of it too") {
  const Computed sheet = compute(indexed("10").with("margin", "amount = 2.70"));
  CHECK(sheet.line("margin") == exact("2.97"));
  CHECK(sheet.total(Total::fair_tariff) == sheet.total(Total::cost_price) + exact("2.97"));
  // Of the tariff: (33.75 x 1.1 + 2.97) / 0.9, of which 10 %.
  const Computed of_tariff = compute(indexed("10")
                                         .with("margin", "amount = 2.70")
                                         .with("overhead", "percent = 10\nof = \"tariff\""));
  CHECK(of_tariff.line("overhead") == exact("4.05"));
  CHECK(of_tariff.total(Total::fair_tariff) == exact("40.095") / exact("0.9"));
}

TEST_CASE("what is impossible only after indexation is an error too") {
  const CaseText subject =
      indexed("10").with("overhead", "percent = 96\nof = \"tariff\"").with("margin", "percent = 5");
  CHECK(tests::codes(compute(subject).errors()) == "E030");
}

TEST_CASE("rounded line by line every line is built on rounded ones, the ceiling comes last") {
  const Computed sheet = compute(CaseText{}.with("rounding", "step = 1\nat = \"line\""));
  CHECK(sheet.line("holiday_allowance") == exact("2"));  // 1.6
  CHECK(sheet.line("social") == exact("6"));             // 25 % of 22
  CHECK(sheet.line("leave") == exact("5"));              // 28 x 300 / 1600 = 5.25
  CHECK(sheet.line("sickness") == exact("2"));           // 1.75
  CHECK(sheet.line("overhead") == exact("7"));           // 20 % of 35
  CHECK(sheet.total(Total::wage_floor) == exact("35"));
  CHECK(sheet.total(Total::cost_price) == exact("42"));
  CHECK(sheet.total(Total::ceiling) == exact("46"));  // 46.2
}

TEST_CASE(
    "rounded line by line, overhead of the tariff takes the tariff of the formula, unrounded") {
  const Computed sheet = compute(CaseText{}
                                     .with("rounding", "step = 1\nat = \"line\"")
                                     .with("overhead", "percent = 29\nof = \"tariff\"")
                                     .with("margin", "percent = 10"));
  // D = 35; T = 35 / (1 - 0.319) x 1.1 = 56.53; 29 % of it 16.39, of a rounded 57 it were 16.53.
  CHECK(sheet.line("overhead") == exact("16"));
  CHECK(sheet.line("margin") == exact("5"));  // 10 % of 51
  CHECK(sheet.total(Total::fair_tariff) == exact("56"));
}

TEST_CASE("rounded line by line, a margin in euros is rounded after overhead took its part of it") {
  const Computed sheet = compute(CaseText{}
                                     .with("rounding", "step = 1\nat = \"line\"")
                                     .with("overhead", "percent = 20\nof = \"tariff\"")
                                     .with("margin", "amount = 2.60"));
  CHECK(sheet.line("overhead") == exact("9"));  // 20 % of (35 + 2.60) / 0.8 = 47; of 47.50 10
  CHECK(sheet.line("margin") == exact("3"));
  CHECK(sheet.total(Total::fair_tariff) == exact("47"));
}

TEST_CASE("rounded line by line, both computations of an indexed case are rounded") {
  const Computed sheet = compute(indexed("10").with("rounding", "step = 1\nat = \"line\""));
  // Second: 22 + 2 (1.76) = 24, charges 6, labour 30, leave 6 (5.625), sickness 2 (1.875): 38; 8
  // (7.6).
  CHECK(sheet.total(Total::cost_price) == exact("46"));
  CHECK(sheet.line("indexation") == exact("4"));
}

TEST_CASE("own lines stand where their element belongs") {
  Ways ways;
  ways.own = {{.key = "x", .element = Element::b},
              {.key = "y", .element = Element::f},
              {.key = "z", .element = Element::a}};
  const std::vector<LineId> order = line_order(ways);
  REQUIRE(order.size() == line_count + 3);
  CHECK(order[index_of(Line::overhead)] == line_count + 1);
  CHECK(order[index_of(Line::overhead) + 1] == line_count + 2);
  CHECK(order[index_of(Line::overhead) + 2] == index_of(Line::overhead));
  CHECK(order[index_of(Line::overhead) + 3] == line_count);
  CHECK(order.back() == index_of(Line::margin));
  CHECK(element_of(ways, line_count) == Element::b);
  CHECK(element_of(ways, index_of(Line::leave)) == Element::c);
  CHECK(in_wage_floor(ways, line_count + 2));
  CHECK_FALSE(in_wage_floor(ways, line_count + 1));
  CHECK(in_wage_floor(ways, index_of(Line::obligation_time)));
  CHECK_FALSE(in_wage_floor(ways, index_of(Line::obligation_expenses)));
}

TEST_CASE("the sheet of a given cost price is its margin") {
  Ways ways;
  ways.given = true;
  CHECK(line_order(ways) == std::vector<LineId>{index_of(Line::margin)});
}

}  // namespace
}  // namespace billijk::core
