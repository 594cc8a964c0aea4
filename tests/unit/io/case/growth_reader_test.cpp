// What [forecast] states: growth by the year, the day of the rise, kinds of series.

#include <catch2/catch.hpp>

#include "core/case/rails.hpp"
#include "io/case/check.hpp"
#include "io/toml/toml.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using core::GrowthKind;
using core::GrowthPath;
using core::SeriesKind;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::decimal;
using tests::summary;

/// Reads a body of [forecast], which begins on the second line, and what was found wrong with it.
core::Diagnostics found_in_forecast(const std::string& body) {
  Node root =
      read_toml(tests::source("schema = \"billijk/case/1\"\n[forecast]\n" + body + '\n')).root;
  return check_case_file(root);
}
std::string faults(const std::string& body) { return summary(found_in_forecast(body)); }

core::Forecast foreseen(const CaseText& text, const std::vector<std::string>& settings = {}) {
  const core::Checked<LoadedCase> loaded = tests::load(text.text(), settings);
  if (!loaded) throw std::runtime_error{summary(loaded.error())};
  if (!loaded->subject.forecast) throw std::runtime_error{"no forecast"};
  return *loaded->subject.forecast;
}
core::Forecast foreseen(const std::string& body, const std::vector<std::string>& settings = {}) {
  return foreseen(CaseText{}.with("forecast", body), settings);
}

/// The growth of a year as a case states it; an empty text where nothing holds for it.
std::string grows(const core::Forecast& forecast, GrowthKind kind, int year,
                  GrowthPath path = GrowthPath::value) {
  const core::Input* const stated = forecast[kind] ? forecast[kind]->of(year) : nullptr;
  return stated == nullptr ? "" : on_path(*stated, path).text();
}

}  // namespace

TEST_CASE("one number is the growth of every year") {
  const core::Forecast forecast = foreseen("wages = 3.5");
  CHECK(grows(forecast, GrowthKind::wages, 2027) == "3.5");
  CHECK(grows(forecast, GrowthKind::wages, 2050) == "3.5");
  CHECK(forecast[GrowthKind::wages]->years.empty());
  CHECK_FALSE(forecast[GrowthKind::prices]);
  CHECK_FALSE(forecast[GrowthKind::volume]);
  CHECK(forecast.rise_on == core::MonthDay{1, 1});
  CHECK(forecast.series.empty());
}

TEST_CASE("one number may be a table with range, grade and source") {
  const core::Forecast forecast =
      foreseen("volume = { value = 1, low = -2, high = 3, grade = \"agreed\", source = \"plan\" }");
  CHECK(grows(forecast, GrowthKind::volume, 2030) == "1");
  CHECK(grows(forecast, GrowthKind::volume, 2030, GrowthPath::low) == "-2");
  CHECK(grows(forecast, GrowthKind::volume, 2030, GrowthPath::high) == "3");
  const core::Input& later = *forecast[GrowthKind::volume]->later;
  CHECK(later.grade == core::Grade::agreed);
  CHECK(later.source == std::vector<std::string>{"plan"});
}

TEST_CASE("a table has a number a year, and one for all later") {
  const core::Forecast forecast = foreseen(
      "prices = { \"2027\" = 2.8, \"2028\" = { value = 2.4, low = 2 }, later = { value = 2.2, high "
      "= "
      "3.5 } }");
  CHECK(grows(forecast, GrowthKind::prices, 2027) == "2.8");
  CHECK(grows(forecast, GrowthKind::prices, 2028) == "2.4");
  CHECK(grows(forecast, GrowthKind::prices, 2028, GrowthPath::low) == "2");
  CHECK(grows(forecast, GrowthKind::prices, 2029, GrowthPath::high) == "3.5");
  CHECK(grows(forecast, GrowthKind::prices, 2026) == "2.2");
  CHECK(grows(foreseen("prices = { \"2027\" = 2.8 }"), GrowthKind::prices, 2028).empty());
}

TEST_CASE("a table of years may be a table of the file") {
  const core::Forecast forecast =
      foreseen(CaseText{}.with("forecast.wages", "2027 = 4\n\"2028\" = 3\nlater = 2.5"));
  CHECK(grows(forecast, GrowthKind::wages, 2027) == "4");
  CHECK(grows(forecast, GrowthKind::wages, 2028) == "3");
  CHECK(grows(forecast, GrowthKind::wages, 2029) == "2.5");
}

TEST_CASE("growth lies from twenty less to fifty more") {
  CHECK(faults("wages = -20\nprices = 50\nvolume = { value = 0, low = -20, high = 50 }").empty());
  CHECK(faults("wages = -20.01\nprices = 50.01") ==
        "E012 forecast.wages 3:9; E012 forecast.prices 4:10");
  CHECK(faults("wages = { \"2027\" = 51, later = { value = 1, low = -21 } }") ==
        "E012 forecast.wages.2027 3:20; E012 forecast.wages.later.low 3:51");
  CHECK(faults("wages = { value = 3, low = 4 }") == "E018 forecast.wages 3:9");
}

TEST_CASE("a key that is no year is unknown, and so is a year beside a number") {
  const core::Diagnostics found = found_in_forecast("wages = { latr = 3 }");
  REQUIRE(summary(found) == "E010 forecast.wages.latr 3:11");
  CHECK(argument(found[0], "nearest") == "forecast.wages.later");
  for (const char* key : {"27", "02027", "1899", "20a7", "-202", "2027.5", "+202"}) {
    CAPTURE(key);
    CHECK(codes(found_in_forecast("wages = { \"" + std::string{key} + "\" = 3 }")) == "E010");
  }
  CHECK(faults("wages = { \"1900\" = 3, \"9999\" = 3 }").empty());
  CHECK(faults("wages = { value = 3, \"2027\" = 4 }") == "E010 forecast.wages.2027 3:22");
}

TEST_CASE("an empty table of years lacks what holds for all") {
  const core::Diagnostics found = found_in_forecast("wages = {}");
  REQUIRE(summary(found) == "E016 forecast.wages 3:9");
  CHECK(argument(found[0], "key") == "forecast.wages.later");
}

TEST_CASE("growth that is no number is told at its place") {
  CHECK(faults("wages = \"much\"") == "E015 forecast.wages 3:9");
  CHECK(faults("wages = true") == "E011 forecast.wages 3:9");
  CHECK(faults("wages = [3.5]") == "E011 forecast.wages 3:9");
  CHECK(faults("wages = { \"2027\" = \"much\", later = 3 }") == "E015 forecast.wages.2027 3:20");
  CHECK(faults("forecast = 3") == "E010 forecast.forecast 3:1");
}

TEST_CASE("the day of the rise is a month and day that every year has") {
  const auto day_of = [](const std::string& text) {
    return foreseen("wages = 3\nrise_on = \"" + text + '"').rise_on;
  };
  CHECK(day_of("07-01") == core::MonthDay{7, 1});
  CHECK(day_of("12-31") == core::MonthDay{12, 31});
  CHECK(day_of("02-28") == core::MonthDay{2, 28});
  CHECK(day_of(" 07-01 ") == core::MonthDay{7, 1});
  CHECK(day_of("1 juli") == core::MonthDay{7, 1});
  CHECK(day_of("1 July") == core::MonthDay{7, 1});
  CHECK(day_of("28 feb") == core::MonthDay{2, 28});
}

TEST_CASE("a day of the rise that not every year has, or that is none, is told") {
  const core::Diagnostics found = found_in_forecast("rise_on = \"02-29\"");
  REQUIRE(summary(found) == "E011 forecast.rise_on 3:11");
  CHECK(argument(found[0], "wanted") == "@type_month_day");
  CHECK(argument(found[0], "found") == "02-29");
  for (const char* day :
       {"\"13-01\"", "\"00-01\"", "\"06-31\"", "\"7-1\"", "\"0701\"", "\"29 februari\"", "\"1-7\"",
        "\"2027-07-01\"", "\"july\"", "\"\"", "7", "2027-07-01"}) {
    CAPTURE(day);
    CHECK(faults("rise_on = " + std::string{day}) == "E011 forecast.rise_on 3:11");
  }
}

TEST_CASE("what each series grows with is a word behind its name") {
  const core::Forecast forecast =
      foreseen("series = { energy = \"prices\", ova = \"prices\", wage = \"wages\" }");
  CHECK(forecast.series == core::SeriesKinds{{"energy", SeriesKind::prices},
                                             {"ova", SeriesKind::prices},
                                             {"wage", SeriesKind::wages}});
}

TEST_CASE("a kind of series that is none, or no table of them, is told") {
  const core::Diagnostics found = found_in_forecast("series = { ova = \"volume\", ppc = 3 }");
  CHECK(summary(found) == "E013 forecast.series.ova 3:18; E011 forecast.series.ppc 3:34");
  CHECK(faults("series = \"wages\"") == "E011 forecast.series 3:10");
}

TEST_CASE("a forecast is stated in Dutch as well") {
  const core::Forecast forecast = foreseen(CaseText{}.with(
      "vooruitblik",
      "lonen = { \"2027\" = { waarde = 4, laag = 3 }, daarna = { waarde = 3, hoog = 5 } }\n"
      "prijzen = { \"2027\" = 2, later = 1 }\nomvang = { waarde = 1, laag = 0 }\n"
      "loonstijging_op = \"1 juli\"\nreeksen = { ova = \"prijzen\", eigen = \"lonen\" }"));
  CHECK(grows(forecast, GrowthKind::wages, 2027) == "4");
  CHECK(grows(forecast, GrowthKind::wages, 2027, GrowthPath::low) == "3");
  CHECK(grows(forecast, GrowthKind::wages, 2028) == "3");
  CHECK(grows(forecast, GrowthKind::wages, 2028, GrowthPath::high) == "5");
  CHECK(grows(forecast, GrowthKind::prices, 2027) == "2");
  CHECK(grows(forecast, GrowthKind::prices, 2028) == "1");
  CHECK(grows(forecast, GrowthKind::volume, 2028, GrowthPath::low) == "0");
  CHECK(forecast.rise_on == core::MonthDay{7, 1});
  CHECK(forecast.series ==
        core::SeriesKinds{{"eigen", SeriesKind::wages}, {"ova", SeriesKind::prices}});
}

TEST_CASE("later stated twice, in either language, is told once") {
  const core::Diagnostics found = found_in_forecast("wages = { later = 3, daarna = 2 }");
  REQUIRE(summary(found) == "E007 forecast.wages.daarna 3:22");
  CHECK(argument(found[0], "english") == "later");
}

TEST_CASE("growth is set on the command line, as people write figures") {
  const core::Forecast forecast =
      foreseen("wages = { \"2027\" = 9, later = 9 }",
               {"forecast.wages=3,5", "vooruitblik.prijzen=2.25", "forecast.rise_on=07-01"});
  CHECK(grows(forecast, GrowthKind::wages, 2027) == "3.5");
  CHECK(grows(forecast, GrowthKind::prices, 2030) == "2.25");
  CHECK(forecast.rise_on == core::MonthDay{7, 1});
  CHECK(grows(foreseen("", {"forecast.volume=3 %"}), GrowthKind::volume, 2027) == "3");
  const core::Forecast by_year = foreseen(
      "", {"forecast.wages={ \"2027\" = 4, later = 3 }", "forecast.series={ a = \"wages\" }"});
  CHECK(grows(by_year, GrowthKind::wages, 2027) == "4");
  CHECK(grows(by_year, GrowthKind::wages, 2028) == "3");
  CHECK(by_year.series == core::SeriesKinds{{"a", SeriesKind::wages}});
}

TEST_CASE("growth set out of range, or as a word, is told") {
  const auto told = [](const std::string& setting) {
    return codes(tests::errors_of(CaseText{}.text(), {setting}));
  };
  CHECK(told("forecast.wages=51") == "E012");
  CHECK(told("forecast.wages=many") == "E015");
  CHECK(told("forecast.rise_on=02-29") == "E011");
}

TEST_CASE("a forecast stands beside no given cost price") {
  const CaseText given = tests::given_cost_price("40").with("forecast", "wages = 3");
  const core::Diagnostics found = tests::errors_of(given.text());
  REQUIRE(codes(found) == "E034");
  CHECK(found[0].key == "forecast");
}

TEST_CASE("growth written as a fraction is asked about, each year by itself") {
  const auto rails = [](const std::string& body) {
    std::string told;
    for (const core::Diagnostic& rail :
         core::rails_of(tests::compute(CaseText{}.with("forecast", body))->subject)) {
      told += std::string{name_of(rail.code)} + ' ' + rail.key + " meant " +
              argument(rail, "meant") + "; ";
    }
    return told;
  };
  CHECK(rails("wages = 0.035") == "W050 forecast.wages meant 3.5; ");
  CHECK(rails("prices = { \"2027\" = 0.028, \"2028\" = 2.4, later = 0.022 }") ==
        "W050 forecast.prices.2027 meant 2.8; W050 forecast.prices meant 2.2; ");
  CHECK(rails("wages = 0.1\nprices = 0\nvolume = 1") == "");
}

}  // namespace billijk::io
