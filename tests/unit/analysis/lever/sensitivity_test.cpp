#include "analysis/lever/sensitivity.hpp"

#include <catch2/catch.hpp>

#include "analysis/lever/sweep.hpp"
#include "unit/ranged_cases.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;
using tests::bent;
using tests::CaseText;
using tests::compute;
using tests::exact;
using tests::with_ranges;

const Rate& rate(const Sensitivity& found, std::string_view key) {
  for (const Rate& one : found.rates) {
    if (one.key == key) return one;
  }
  throw std::invalid_argument{std::string{key}};
}

TEST_CASE("inputs are sorted by how far they move the boundary") {
  const Sensitivity found = sensitivity_of(*compute(with_ranges()), Total::cost_price, {});
  REQUIRE(found.effects.size() == 2);
  CHECK(found.base == exact("40.5"));
  CHECK(found.effects[0].key == "overhead.percent");
  CHECK(found.effects[1].key == "hours.sickness");
  CHECK(found.effects[1].spread() == exact("64800/1580") - exact("40"));
}

TEST_CASE("five points lead from the low to the high") {
  const Effect effect = sensitivity_of(*compute(with_ranges()), Total::cost_price, {}).effects[1];
  REQUIRE(effect.points.size() == 5);
  CHECK(effect.points[1].value == exact("4.5"));
  CHECK(effect.points[1].boundary == exact("64800/1610"));
  CHECK(effect.points[3].value == exact("5.5"));
  CHECK(effect.at_low == exact("40"));
  CHECK(effect.at_high == exact("64800/1580"));
  CHECK(effect.per_unit == exact("64800/1580") - exact("40.5"));
  CHECK(effect.monotonic);
}

TEST_CASE("an absent end is absent") {
  const Effect effect = sensitivity_of(*compute(with_ranges()), Total::cost_price, {}).effects[0];
  CHECK(effect.points.size() == 3);
  CHECK_FALSE(effect.low);
  CHECK_FALSE(effect.at_low);
  CHECK(effect.at_high == exact("43.875"));
}

TEST_CASE("a boundary that falls and rises within a range is flagged") {
  const Sensitivity found = sensitivity_of(*compute(bent), Total::cost_price, {});
  REQUIRE(found.effects.size() == 1);
  CHECK_FALSE(found.effects[0].monotonic);
  CHECK(*found.effects[0].at_low > found.base);
  CHECK(*found.effects[0].at_high > found.base);
}

TEST_CASE("every figure the boundary depends on moves by a part of itself") {
  const Sensitivity found = sensitivity_of(*compute(CaseText{}), Total::cost_price, exact("0.1"));
  std::string keys;
  for (const Effect& effect : found.effects) keys += effect.key + ' ';
  CHECK(keys ==
        "wage.hourly employer_charges.percent hours.contract hours.leave overhead.percent "
        "supplements.holiday_allowance "
        "hours.sickness ");
  CHECK(found.effects[0].low == exact("18"));
  CHECK(found.effects[0].at_low == exact("36.45"));
}

TEST_CASE("a part of itself stops at what is allowed") {
  const Sensitivity found = sensitivity_of(
      *compute(CaseText{}.with(
          "hours",
          "contract = 2000\nleave = 300\nsickness = 5\npart_time_factor = 95\ntraining = 8")),
      Total::cost_price, exact("0.5"));
  for (const Effect& effect : found.effects) {
    if (effect.key == "hours.part_time_factor") CHECK(effect.high == exact("100"));
  }
}

// A minute of travel is 40.50 / 60 = 0.675; a point of sickness 64800 / 1580 - 40.50.
TEST_CASE("exchange rates say what one more is worth in minutes of travel") {
  const Sensitivity found =
      sensitivity_of(*compute(CaseText{}.with("contract", "volume = 1000")), Total::cost_price, {});
  const Rate& sickness = rate(found, "hours.sickness");
  CHECK(sickness.per_unit == exact("64800/1580") - exact("40.5"));
  CHECK(rate(found, "travel.minutes").per_unit == exact("0.675"));
  CHECK(sickness.travel_minutes == sickness.per_unit / exact("0.675"));
  CHECK(sickness.per_year == sickness.per_unit * exact("1000"));
  CHECK(rate(found, "wage.hourly").per_unit == exact("2.025"));
}

TEST_CASE("a figure that does not move the boundary has no rate") {
  const Sensitivity found = sensitivity_of(*compute(CaseText{}), Total::wage_floor, {});
  for (const Rate& one : found.rates) CHECK(one.key != "overhead.percent");
}

SweepAxis axis(const tests::Computed& subject, const char* key, int from, int to, int step) {
  return {.subject = *lever_of(*subject, key),
          .from = Exact{from},
          .to = Exact{to},
          .step = Exact{step}};
}

// 40.50 x (1 + 15 / visit).
TEST_CASE("the cost price by length of visit is a hyperbola") {
  const tests::Computed subject =
      compute(CaseText{}.with("travel", "minutes_between = 15\nvisit_minutes = 60"));
  const std::vector<SweepPoint> points =
      sweep(*subject, {axis(subject, "travel.visit_minutes", 15, 50, 15)});
  REQUIRE(points.size() == 3);
  CHECK(points[0].rounded[Total::cost_price] == exact("81"));
  CHECK(points[1].rounded[Total::cost_price] == exact("60.75"));
  CHECK(points[2].rounded[Total::cost_price] == exact("54"));
}

TEST_CASE("two keys make a grid, the second fastest") {
  const tests::Computed subject = compute(CaseText{});
  const std::vector<SweepPoint> points =
      sweep(*subject,
            {axis(subject, "wage.hourly", 20, 40, 20), axis(subject, "travel.minutes", 0, 60, 30)});
  REQUIRE(points.size() == 6);
  CHECK(points[2].at == std::vector{exact("20"), exact("60")});
  CHECK(points[2].rounded[Total::cost_price] == exact("81"));
  CHECK(points[5].rounded[Total::cost_price] == exact("162"));
}

TEST_CASE("two keys may change the ways of a case together") {
  const tests::Computed subject =
      compute(CaseText{}.with("travel", "minutes_between = 15\nvisit_minutes = 60"));
  const std::vector<SweepPoint> points = sweep(
      *subject,
      {axis(subject, "overhead.amount", 0, 0, 1), axis(subject, "travel.minutes", 60, 60, 1)});
  CHECK(points[0].rounded[Total::cost_price] == exact("67.5"));
}

TEST_CASE("keys that take each other's place do not go together") {
  const tests::Computed subject =
      compute(CaseText{}.with("travel", "minutes_between = 15\nvisit_minutes = 60"));
  CHECK_FALSE(go_together(axis(subject, "travel.visit_minutes", 1, 2, 1),
                          axis(subject, "travel.minutes", 1, 2, 1)));
  CHECK_FALSE(
      go_together(axis(subject, "productivity", 1, 2, 1), axis(subject, "hours.leave", 1, 2, 1)));
  CHECK(go_together(axis(subject, "productivity", 1, 2, 1), axis(subject, "wage.hourly", 1, 2, 1)));
}

TEST_CASE("a point that cannot be computed says why") {
  const tests::Computed subject = compute(CaseText{});
  const std::vector<SweepPoint> points =
      sweep(*subject, {axis(subject, "hours.leave", 0, 2000, 2000)});
  CHECK(points[1].trouble == core::Trouble::no_attendance);
  CHECK_FALSE(points[1].rounded[Total::cost_price]);
}

}  // namespace
}  // namespace billijk::analysis
