#include "core/verdict.hpp"

#include <catch2/catch.hpp>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::exact;

/// Floor 30, cost price 36, fair tariff 37, ceiling 40.
Boundaries four() {
  Boundaries boundaries;
  boundaries[Total::wage_floor] = exact("30");
  boundaries[Total::cost_price] = exact("36");
  boundaries[Total::fair_tariff] = exact("37");
  boundaries[Total::ceiling] = exact("40");
  return boundaries;
}

struct Placed {
  const char* tariff;
  Zone zone;
};

TEST_CASE("a boundary itself belongs to the zone above it, the ceiling to fair") {
  const Placed placed = GENERATE(values<Placed>({
      {"0", Zone::below_wage_floor},
      {"29.999999999999", Zone::below_wage_floor},
      {"30", Zone::below_cost_price},
      {"35.999999999999", Zone::below_cost_price},
      {"36", Zone::fair},
      {"40", Zone::fair},
      {"40.000000000001", Zone::above_ceiling},
      {"120.1/3", Zone::above_ceiling},
  }));
  CAPTURE(placed.tariff);
  CHECK(zone_of(exact(placed.tariff), four()) == placed.zone);
}

TEST_CASE("without a wage floor the lowest zone is below the cost price") {
  Boundaries given = four();
  given[Total::wage_floor].reset();
  CHECK(zone_of(exact("1"), given) == Zone::below_cost_price);
  CHECK_FALSE(judge(exact("1"), given, {}).distances[index_of(Total::wage_floor)]);
}

TEST_CASE("zones have the names of the model") {
  CHECK(key_of(Zone::below_wage_floor) == "below_wage_floor");
  CHECK(key_of(Zone::below_cost_price) == "below_cost_price");
  CHECK(key_of(Zone::fair) == "fair");
  CHECK(key_of(Zone::above_ceiling) == "above_ceiling");
}

TEST_CASE("a distance is exact an hour, in percent of the boundary, and a year with a volume") {
  const Judgement judgement = judge(exact("100/3"), four(), exact("52000"));
  CHECK(judgement.zone == Zone::below_cost_price);
  CHECK(judgement.per_hour == exact("100/3"));
  const Distance& cost = *judgement.distances[index_of(Total::cost_price)];
  CHECK(cost.per_hour == exact("-8/3"));
  CHECK(cost.percent == exact("-7.41"));        // -7.407...
  CHECK(cost.per_year == exact("-138666.67"));  // -138666.666...
  const Distance& floor = *judgement.distances[index_of(Total::wage_floor)];
  CHECK(floor.per_hour == exact("10/3"));
  CHECK(floor.percent == exact("11.11"));
  CHECK(judgement.distances[index_of(Total::ceiling)]->per_hour == exact("-20/3"));
  CHECK(judgement.distances[index_of(Total::fair_tariff)]->per_hour == exact("-11/3"));
}

TEST_CASE("a distance in percent and a year is rounded half up, away from zero") {
  const Judgement judgement = judge(exact("30.0075"), four(), exact("1.8"));
  const Distance& floor = *judgement.distances[index_of(Total::wage_floor)];
  CHECK(floor.percent == exact("0.03"));   // 0.025
  CHECK(floor.per_year == exact("0.01"));  // 0.0135
  const Judgement under = judge(exact("29.9925"), four(), exact("2"));
  const Distance& below = *under.distances[index_of(Total::wage_floor)];
  CHECK(below.percent == exact("-0.03"));   // -0.025
  CHECK(below.per_year == exact("-0.02"));  // -0.015
}

TEST_CASE("without a volume there is no distance a year, of a boundary of 0 no percentage") {
  Boundaries free = four();
  free[Total::wage_floor] = exact("0");
  const Judgement judgement = judge(exact("1"), free, {});
  CHECK_FALSE(judgement.distances[index_of(Total::wage_floor)]->percent);
  CHECK_FALSE(judgement.distances[index_of(Total::cost_price)]->per_year);
  CHECK(judgement.distances[index_of(Total::cost_price)]->percent == exact("-97.22"));
}

TEST_CASE("a tariff per unit is brought to the hour") {
  const auto hourly = [](const char* tariff, TariffUnit unit) {
    return per_hour(exact(tariff), unit, exact("108"), exact("52000"));
  };
  CHECK(hourly("38.50", TariffUnit::hour) == exact("38.5"));
  CHECK(hourly("0.642", TariffUnit::minute) == exact("38.52"));
  CHECK(hourly("80", TariffUnit::week) == exact("80") * exact("52/108"));
  CHECK(hourly("320", TariffUnit::four_weeks) == exact("320") * exact("13/108"));
  CHECK(hourly("342", TariffUnit::month) == exact("38"));
  CHECK(hourly("4104", TariffUnit::year) == exact("38"));
  CHECK(hourly("2002000", TariffUnit::lump_sum) == exact("38.5"));
}

TEST_CASE("a unit divides by norm hours, by the volume, or by nothing") {
  CHECK_FALSE(divisor_of(TariffUnit::hour));
  CHECK_FALSE(divisor_of(TariffUnit::minute));
  CHECK(divisor_of(TariffUnit::week) == Key::norm_hours);
  CHECK(divisor_of(TariffUnit::four_weeks) == Key::norm_hours);
  CHECK(divisor_of(TariffUnit::month) == Key::norm_hours);
  CHECK(divisor_of(TariffUnit::year) == Key::norm_hours);
  CHECK(divisor_of(TariffUnit::lump_sum) == Key::volume);
}

}  // namespace
}  // namespace billijk::core
