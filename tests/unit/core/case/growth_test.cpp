#include "core/case/growth.hpp"

#include <catch2/catch.hpp>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::day;
using tests::decimal;
using tests::exact;

Input figure(const char* value) {
  Input input;
  input.value = decimal(value);
  return input;
}

/// 2027: 3 %, 2028: 2 %.
Growth two_years_stated() {
  Growth growth;
  growth.years.emplace(2027, figure("3"));
  growth.years.emplace(2028, figure("2"));
  return growth;
}

/// Figures of a year, grown by as much as each of the years after it says.
LaterYear later_than(int first, const std::vector<const char*>& factors) {
  LaterYear later;
  later.first = first;
  for (const char* factor : factors) later.wages.push_back(exact(factor));
  return later;
}

const MonthDay july{7, 1};

}  // namespace

TEST_CASE("each kind of growth has the key it is stated at") {
  CHECK(path_of(GrowthKind::wages) == "forecast.wages");
  CHECK(path_of(GrowthKind::prices) == "forecast.prices");
  CHECK(path_of(GrowthKind::volume) == "forecast.volume");
}

TEST_CASE("a year stated has its own growth, and another none where nothing holds for it") {
  const Growth growth = two_years_stated();
  REQUIRE(growth.of(2027) != nullptr);
  CHECK(growth.of(2027)->value == decimal("3"));
  CHECK(growth.of(2028)->value == decimal("2"));
  CHECK(growth.of(2026) == nullptr);
  CHECK(growth.of(2029) == nullptr);
  CHECK(Growth{}.of(2027) == nullptr);
}

TEST_CASE("what is stated for later holds for every year not stated, an earlier one too") {
  Growth growth = two_years_stated();
  growth.later = figure("1.5");
  for (const int year : {1900, 2026, 2029, 9999}) {
    CAPTURE(year);
    REQUIRE(growth.of(year) != nullptr);
    CHECK(growth.of(year)->value == decimal("1.5"));
  }
  CHECK(growth.of(2028)->value == decimal("2"));
}

TEST_CASE("a path takes its end of a figure, and the value where that end is absent") {
  Input input = figure("3");
  for (const GrowthPath path : all_paths) CHECK(on_path(input, path) == decimal("3"));
  input.low = decimal("2");
  CHECK(on_path(input, GrowthPath::value) == decimal("3"));
  CHECK(on_path(input, GrowthPath::low) == decimal("2"));
  CHECK(on_path(input, GrowthPath::high) == decimal("3"));
  input.low.reset();
  input.high = decimal("5");
  CHECK(on_path(input, GrowthPath::value) == decimal("3"));
  CHECK(on_path(input, GrowthPath::low) == decimal("3"));
  CHECK(on_path(input, GrowthPath::high) == decimal("5"));
}

TEST_CASE("a month and day is a day of any year, a leap year too") {
  CHECK(july.in(2027) == day("2027-07-01"));
  CHECK(MonthDay{2, 28}.in(2028) == day("2028-02-28"));
  CHECK(MonthDay{3, 1}.in(2028) == day("2028-03-01"));
  CHECK(MonthDay{12, 31}.in(2026) == day("2026-12-31"));
  CHECK(MonthDay{}.in(2026) == day("2026-01-01"));
}

TEST_CASE("the usual series have a kind without being asked, another name has none") {
  const Forecast forecast;
  CHECK(forecast.kind_of("ova") == GrowthKind::wages);
  CHECK(forecast.kind_of("cao") == GrowthKind::wages);
  CHECK(forecast.kind_of("ppc") == GrowthKind::prices);
  CHECK(forecast.kind_of("cpi") == GrowthKind::prices);
  CHECK_FALSE(forecast.kind_of("wage"));
  CHECK_FALSE(forecast.kind_of(""));
}

TEST_CASE("a file gives a series of its own a kind, and a usual one another") {
  Forecast forecast;
  forecast.series = {{"energy", SeriesKind::prices}, {"ova", SeriesKind::prices}};
  CHECK(forecast.kind_of("energy") == GrowthKind::prices);
  CHECK(forecast.kind_of("ova") == GrowthKind::prices);
  CHECK(forecast.kind_of("cao") == GrowthKind::wages);
}

TEST_CASE("growth of a kind is found by its kind") {
  Forecast forecast;
  forecast[GrowthKind::prices] = two_years_stated();
  CHECK_FALSE(forecast[GrowthKind::wages]);
  CHECK_FALSE(forecast[GrowthKind::volume]);
  CHECK(std::as_const(forecast)[GrowthKind::prices]->years.size() == 2);
}

TEST_CASE("wages rise on their day, and not on the day before") {
  const LaterYear later = later_than(2026, {"1.04", "1.03"});
  // In 2028 the rise of 2027 has happened all year, that of 2028 from July on.
  CHECK(later.wages_on(day("2028-01-01"), 2026, july) == exact("1.04"));
  CHECK(later.wages_on(day("2028-06-30"), 2026, july) == exact("1.04"));
  CHECK(later.wages_on(day("2028-07-01"), 2026, july) == exact("1.0712"));  // 1.04 x 1.03
  CHECK(later.wages_on(day("2028-12-31"), 2026, july) == exact("1.0712"));
}

TEST_CASE("before its first rise a wage stands as it is stated") {
  const LaterYear later = later_than(2026, {"1.04"});
  CHECK(later.wages_on(day("2027-06-30"), 2026, july) == exact("1"));
  CHECK(later.wages_on(day("2027-07-01"), 2026, july) == exact("1.04"));
  CHECK(later_than(2026, {}).wages_on(day("2026-12-31"), 2026, july) == exact("1"));
}

TEST_CASE("a rise on the first of March comes the day after the leap day") {
  const LaterYear later = later_than(2027, {"1.05"});
  const MonthDay march{3, 1};
  CHECK(later.wages_on(day("2028-02-29"), 2027, march) == exact("1"));
  CHECK(later.wages_on(day("2028-03-01"), 2027, march) == exact("1.05"));
  // And on the last day that every year has, the day before it.
  const MonthDay february{2, 28};
  CHECK(later.wages_on(day("2028-02-27"), 2027, february) == exact("1"));
  CHECK(later.wages_on(day("2028-02-28"), 2027, february) == exact("1.05"));
}

TEST_CASE("amounts of a later year have grown by the rises after that year alone") {
  const LaterYear later = later_than(2026, {"1.04", "1.03", "1.02"});
  CHECK(later.wages_on(day("2029-07-01"), 2026, july) == exact("1.092624"));  // 1.0712 x 1.02
  CHECK(later.wages_on(day("2029-07-01"), 2027, july) == exact("1.0506"));    // 1.03 x 1.02
  CHECK(later.wages_on(day("2029-06-30"), 2027, july) == exact("1.03"));
  CHECK(later.wages_on(day("2029-06-30"), 2028, july) == exact("1"));
  CHECK(later.wages_on(day("2029-07-01"), 2029, july) == exact("1"));
}

}  // namespace billijk::core
