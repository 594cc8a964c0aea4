#include "analysis/forecast/years.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Diagnostics;
using core::GrowthPath;
using core::Key;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::day;
using tests::exact;

core::Case case_of(const CaseText& text) { return tests::compute(text)->subject; }
core::Case over(const std::string& from, const std::string& to, const std::string& end) {
  CaseText text = CaseText{}.with("period", "from = " + from + "\nto = " + to);
  if (!end.empty()) text.with("contract", "end = " + end);
  return case_of(text);
}
core::Case ending(const std::string& end) { return over("2026-01-01", "2026-12-31", end); }

std::vector<ForecastDays> years_of(const core::Case& subject, std::optional<int> until = {}) {
  core::Checked<std::vector<ForecastDays>> days = forecast_days(subject, until);
  if (!days) throw std::runtime_error{tests::summary(days.error())};
  return std::move(*days);
}
Diagnostics refusal_of(const core::Case& subject, std::optional<int> until = {}) {
  const core::Checked<std::vector<ForecastDays>> days = forecast_days(subject, until);
  return days ? Diagnostics{} : days.error();
}

/// Wages 4 then 3 % (2 to 5), prices 2 % (to 3), volume 1 % (from 0), from July on.
core::Case growing(const std::string& forecast =
                       "wages = { \"2027\" = 4, later = { value = 3, low = 2, high = 5 } }\n"
                       "prices = { value = 2, high = 3 }\nvolume = { value = 1, low = 0 }\n"
                       "rise_on = \"07-01\"") {
  CaseText text = CaseText{}.with("contract", "volume = 1000\nend = 2030-12-31");
  if (!forecast.empty()) text.with("forecast", forecast);
  return case_of(text);
}
core::LaterYear later_of(const core::Case& subject, int year, GrowthPath path = GrowthPath::value,
                         const char* own_level = "1") {
  const ForecastDays days{
      .year = year,
      .period = {core::MonthDay{1, 1}.in(year), core::MonthDay{12, 31}.in(year)},
      .part = exact("1")};
  core::Checked<core::Case> later = case_in(subject, days, path, exact(own_level));
  if (!later) throw std::runtime_error{tests::summary(later.error())};
  return *later->later_year;
}

}  // namespace

TEST_CASE("years go from that of the period to that of the end of the contract") {
  const std::vector<ForecastDays> years = years_of(ending("2029-12-31"));
  REQUIRE(years.size() == 4);
  CHECK(years[0].year == 2026);
  CHECK(years[0].period == core::Period{day("2026-01-01"), day("2026-12-31")});
  CHECK(years[3].year == 2029);
  CHECK(years[3].period == core::Period{day("2029-01-01"), day("2029-12-31")});
  for (const ForecastDays& one : years) CHECK(one.part == exact("1"));
}

TEST_CASE("the last year ends with the contract, and counts for its part") {
  const std::vector<ForecastDays> years = years_of(ending("2029-09-30"));
  CHECK(years[2].period.to == day("2028-12-31"));
  CHECK(years[3].period == core::Period{day("2029-01-01"), day("2029-09-30")});
  CHECK(years[3].part == exact("273/365"));
  // Of a leap year; and a single day of one.
  CHECK(years_of(ending("2028-09-30")).back().part == exact("274/366"));
  CHECK(years_of(ending("2028-01-01")).back().part == exact("1/366"));
  CHECK(years_of(ending("2028-12-31")).back().part == exact("1"));
}

TEST_CASE("a first year keeps the days of its period") {
  const std::vector<ForecastDays> years = years_of(over("2026-07-01", "2026-12-31", "2027-12-31"));
  CHECK(years[0].period == core::Period{day("2026-07-01"), day("2026-12-31")});
  CHECK(years[0].part == exact("184/365"));
  CHECK(years[1].part == exact("1"));
  // In its own year a case stands as it is, though the contract ends sooner.
  const std::vector<ForecastDays> first = years_of(ending("2026-06-30"));
  REQUIRE(first.size() == 1);
  CHECK(first[0].period.to == day("2026-12-31"));
  CHECK(first[0].part == exact("1"));
}

TEST_CASE("days of the period past its year count for no part of it") {
  const std::vector<ForecastDays> years = years_of(over("2026-07-01", "2027-06-30", "2027-12-31"));
  CHECK(years[0].period.to == day("2027-06-30"));
  CHECK(years[0].part == exact("184/365"));
  CHECK(years[1].period.from == day("2027-01-01"));
}

TEST_CASE("until another year, the years are whole") {
  const core::Case subject = ending("2029-09-30");
  CHECK(years_of(subject, 2031).size() == 6);
  CHECK(years_of(subject, 2031).back().period.to == day("2031-12-31"));
  CHECK(years_of(subject, 2031)[3].period.to == day("2029-12-31"));
  CHECK(years_of(subject, 2027).back().period.to == day("2027-12-31"));
  CHECK(years_of(subject, 2029).back().period.to == day("2029-09-30"));
  CHECK(years_of(subject, 2026).size() == 1);
  CHECK(years_of(ending(""), 2028).back().period.to == day("2028-12-31"));
}

TEST_CASE("neither an end nor another year is an error that offers ten years") {
  const Diagnostics found = refusal_of(ending(""));
  REQUIRE(codes(found) == "E147");
  CHECK(found[0].key == "contract.end");
  CHECK(argument(found[0], "year") == "2035");
}

TEST_CASE("an end before the first year is an error") {
  const Diagnostics found = refusal_of(over("2026-01-01", "2026-12-31", "2025-12-31"));
  REQUIRE(codes(found) == "E148");
  CHECK(found[0].key == "contract.end");
  CHECK(argument(found[0], "first") == "2026");
  CHECK(argument(found[0], "year") == "2025");
  CHECK(found[0].at.line > 0);
  CHECK(codes(refusal_of(ending("2029-12-31"), 2025)) == "E148");
}

TEST_CASE("there are a hundred years at most") {
  CHECK(years_of(ending(""), 2125).size() == 100);
  const Diagnostics found = refusal_of(ending(""), 2126);
  REQUIRE(codes(found) == "E149");
  CHECK(argument(found[0], "most") == "100");
  CHECK(argument(found[0], "first") == "2026");
  CHECK(argument(found[0], "year") == "2126");
}

TEST_CASE("a later year has the growth of each year after the first") {
  const core::LaterYear later = later_of(growing(), 2029);
  CHECK(later.first == 2026);
  CHECK(later.rise_on == core::MonthDay{7, 1});
  CHECK(later.wages == std::vector{exact("1.04"), exact("1.03"), exact("1.03")});
  CHECK(later.prices == exact("1.061208"));  // 1.02 ^ 3
  CHECK(later.volume == exact("1.030301"));  // 1.01 ^ 3
  CHECK(later.own_level == exact("1"));
}

TEST_CASE("all growth figures of a path go to its end, an absent one stays") {
  const core::LaterYear low = later_of(growing(), 2028, GrowthPath::low);
  CHECK(low.wages == std::vector{exact("1.04"), exact("1.02")});
  CHECK(low.prices == exact("1.0404"));
  CHECK(low.volume == exact("1"));
  const core::LaterYear high = later_of(growing(), 2028, GrowthPath::high);
  CHECK(high.wages == std::vector{exact("1.04"), exact("1.05")});
  CHECK(high.prices == exact("1.0609"));
  CHECK(high.volume == exact("1.0201"));
}

TEST_CASE("in the first year nothing has grown, and no growth is needed") {
  const core::LaterYear first = later_of(growing(""), 2026);
  CHECK(first.wages.empty());
  CHECK(first.prices == exact("1"));
  CHECK(first.volume == exact("1"));
  CHECK(first.rise_on == core::MonthDay{1, 1});
}

TEST_CASE("volume does not grow where nothing is said of it") {
  CHECK(later_of(growing("wages = 3\nprices = 2"), 2030).volume == exact("1"));
}

TEST_CASE(
    "growth of wages and prices is needed for every later year, of volume where it is stated") {
  const auto refused = [](const std::string& forecast, int year) {
    const ForecastDays days{.year = year, .period = {}, .part = {}};
    const auto later = case_in(growing(forecast), days, GrowthPath::value, exact("1"));
    std::string told;
    for (const core::Diagnostic& error : later ? Diagnostics{} : later.error())
      told += codes({error}) + ' ' + error.key + ' ' + argument(error, "year") + "; ";
    return told;
  };
  CHECK(refused("", 2027) == "E151 forecast.wages 2027; E151 forecast.prices 2027; ");
  CHECK(refused("wages = 3", 2028) == "E151 forecast.prices 2027-2028; ");
  CHECK(refused("wages = { \"2028\" = 3 }\nprices = 2", 2028) == "E151 forecast.wages 2027; ");
  CHECK(refused("wages = 3\nprices = 2\nvolume = { \"2027\" = 1 }", 2028) ==
        "E151 forecast.volume 2028; ");
  CHECK(refused("wages = 3\nprices = 2\nvolume = { \"2027\" = 1 }", 2027).empty());
}

TEST_CASE("the case of a later year has its days, and its own figures at their level") {
  const core::Case subject = case_of(CaseText{}
                                         .with("indexation", "price_level = 2025\npercent = [5]")
                                         .with("forecast", "wages = 3\nprices = 2"));
  const ForecastDays days{
      .year = 2027, .period = {day("2027-01-01"), day("2027-09-30")}, .part = exact("273/365")};
  const core::Case later = case_in(subject, days, GrowthPath::value, exact("1.05")).value();
  CHECK(later.period == days.period);
  CHECK_FALSE(later.indexation);
  CHECK(later.later_year->own_level == exact("1.05"));
  CHECK(later.value(Key::wage_hourly) == subject.value(Key::wage_hourly));
}

}  // namespace billijk::analysis
