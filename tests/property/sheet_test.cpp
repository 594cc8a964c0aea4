#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "core/calculation.hpp"
#include "property/random_case.hpp"

namespace billijk::core {
namespace {

using tests::draw_case;
using tests::RandomCase;
using tests::Taste;

/// The calculation of a random case; cases that leave nothing are thrown away.
Calculation calculation_of(const Taste& taste) {
  RandomCase random = draw_case(taste);
  Checked<Calculation> calculation =
      calculate(std::move(random.subject), std::move(random.presets));
  RC_PRE(calculation.has_value());
  return std::move(*calculation);
}

Exact sum_of(const Calculation& calculation, auto&& belongs) {
  Exact sum;
  for (const SheetLine& line : calculation.lines) {
    if (belongs(line)) sum = sum + line.rounded;
  }
  return sum;
}

void assert_adds_up(const Calculation& calculation) {
  const Exact step{calculation.ways().rounding.step};
  const auto is_margin = [](const SheetLine& line) { return line.id == index_of(Line::margin); };
  const Exact cost = calculation[Total::cost_price]->rounded;
  RC_ASSERT(sum_of(calculation, is_margin) == calculation[Total::fair_tariff]->rounded - cost);
  RC_ASSERT(sum_of(calculation, [&](const SheetLine& line) { return !is_margin(line); }) == cost);
  if (!calculation.ways().is_indexed()) {
    RC_ASSERT(sum_of(calculation, [&](const SheetLine& line) {
                return in_wage_floor(calculation.ways(), line.id);
              }) == calculation[Total::wage_floor]->rounded);
  }
  for (const SheetLine& line : calculation.lines) RC_ASSERT(is_written_by(line.rounded / step, 0));
}

TEST_CASE("lines shown are whole steps that add up to the rounded totals", "[property]") {
  for (const bool ties : {false, true}) {
    for (const RoundingAt at : {RoundingAt::end, RoundingAt::line}) {
      const bool held = rc::check(ties ? "ties" : "ordinary cases", [&] {
        for (int i = 0; i < 10; ++i) assert_adds_up(calculation_of({.ties = ties, .at = at}));
      });
      REQUIRE(held);
    }
  }
}

TEST_CASE(
    "a line shown is less than two steps from what it is, when totals are rounded to the nearest",
    "[property]") {
  const bool held = rc::check("ordinary cases, half up", [] {
    RandomCase random = draw_case({});
    random.subject.choices.state(std::optional{RoundingMode::half_up});
    const Checked<Calculation> calculation = calculate(random.subject, random.presets);
    RC_PRE(calculation.has_value());
    const Exact step{calculation->ways().rounding.step};
    for (const SheetLine& line : calculation->lines)
      RC_ASSERT(abs(line.rounded - line.value) < step + step);
  });
  REQUIRE(held);
}

TEST_CASE("without own lines every paid hour is in the price exactly once", "[property]") {
  const bool held = rc::check("a + c + travel time + obligation time = labour x N / B", [] {
    for (int i = 0; i < 10; ++i) {
      const Calculation calculation = calculation_of({.own_lines = false});
      const Pass<Exact>& pass = calculation.sheet.first;
      Exact sum = pass[Line::travel_time].number() + pass[Line::obligation_time].number();
      for (const SheetLine& line : calculation.lines) {
        if (line.element == Element::a || line.element == Element::c) sum = sum + line.value;
      }
      RC_ASSERT(sum == (pass.labour.labour * pass.hours.contract / pass.hours.billable).number());
    }
  });
  REQUIRE(held);
}

TEST_CASE("totals are the sums of their lines", "[property]") {
  const bool held = rc::check("cost price, fair tariff and, without an index, wage floor", [] {
    for (const RoundingAt at : {RoundingAt::end, RoundingAt::line}) {
      const Calculation calculation = calculation_of({.at = at});
      Exact cost;
      Exact floor;
      for (const SheetLine& line : calculation.lines) {
        if (line.id != index_of(Line::margin)) cost = cost + line.value;
        if (in_wage_floor(calculation.ways(), line.id)) floor = floor + line.value;
      }
      RC_ASSERT(calculation[Total::cost_price]->value == cost);
      RC_ASSERT(calculation[Total::fair_tariff]->value == cost + calculation.sheet.margin.number());
      if (!calculation.ways().is_indexed())
        RC_ASSERT(calculation[Total::wage_floor]->value == floor);
      RC_ASSERT(calculation[Total::ceiling]->value >= calculation[Total::fair_tariff]->value ||
                at == RoundingAt::line);
    }
  });
  REQUIRE(held);
}

TEST_CASE("a boundary lies between its low and its high when every range holds its value",
          "[property]") {
  int ranged = 0;
  const bool held = rc::check("ordinary cases with ranges", [&] {
    for (int i = 0; i < 3; ++i) {
      const Calculation calculation = calculation_of({.ranges = true});
      for (const Total total : all_totals) {
        const Boundary& boundary = *calculation[total];
        if (!boundary.low) continue;
        ++ranged;
        RC_ASSERT(*boundary.low <= boundary.value);
        RC_ASSERT(boundary.value <= *boundary.high);
      }
    }
  });
  REQUIRE(held);
  CHECK(ranged > 400);
}

}  // namespace
}  // namespace billijk::core
