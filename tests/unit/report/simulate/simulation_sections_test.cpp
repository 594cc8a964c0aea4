#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "report/format/json.hpp"
#include "unit/simulated.hpp"

namespace billijk::report {
namespace {

using core::TariffUnit;
using core::Total;
using Json = nlohmann::ordered_json;
using tests::exact;
using tests::Simulated;
using tests::with_tariff;
using tests::with_two_ranges;

Json json_of(const Simulated& simulated) {
  return Json::parse(render_json(
      simulation_sections(simulated.result(), {.name = "billijk", .version = "1.2.3"}, Language::en)
          .members));
}

}  // namespace

TEST_CASE("the JSON of a simulation says what to run it again with, and that inputs are apart") {
  const Json json = json_of(Simulated{with_two_ranges(), with_tariff("41.50")});
  std::string keys;
  for (const auto& [key, value] : json.items()) keys += key + ' ';
  CHECK(keys ==
        "schema program case currency unit draws seed independent tariff boundaries chance "
        "chance_standard_error variance_of inputs ");
  CHECK(json["schema"] == "billijk/simulate/1");
  CHECK(json["case"]["period"]["to"] == "2026-12-31");
  CHECK(json["draws"] == 1000);
  CHECK(json["seed"] == 7);
  CHECK(json["independent"] == true);
  CHECK(json["variance_of"] == "cost_price");
}

TEST_CASE("a boundary in JSON is that of the case, and beside it what the draws made") {
  Simulated simulated{with_two_ranges()};
  simulated[Total::cost_price].histogram = {{exact("40"), exact("40.99"), 999},
                                            {exact("41"), exact("41"), 1}};
  simulated[Total::ceiling].standard_error.reset();
  simulated[Total::ceiling].steps_per_count = 2;
  const Json boundaries = json_of(simulated)["boundaries"];
  CHECK(boundaries["cost_price"] == Json::parse(R"({
    "value": 40.5, "mean": 42.12345, "standard_error": 0.00678,
    "quantiles": {"p05": 40, "p25": 41, "p50": 42, "p75": 43, "p95": 44}, "steps_per_count": 1,
    "histogram": [{"from": 40, "to": 40.99, "draws": 999}, {"from": 41, "to": 41, "draws": 1}]})"));
  CHECK(boundaries["ceiling"]["standard_error"].is_null());
  CHECK(boundaries["ceiling"]["steps_per_count"] == 2);
}

TEST_CASE("the tariff in JSON is null when not asked, and per hour when it moves with the draws") {
  CHECK(json_of(Simulated{with_two_ranges()})["tariff"].is_null());
  CHECK(json_of(Simulated{with_two_ranges("norm_hours = 100"),
                          with_tariff("300", TariffUnit::month)})["tariff"] ==
        Json::parse(R"({"value": 300, "unit": "month", "per_hour": 36})"));
  CHECK(json_of(Simulated{with_two_ranges("volume = { value = 1000, low = 900, high = 1100 }"),
                          with_tariff("40000", TariffUnit::lump_sum)})["tariff"] ==
        Json::parse(R"({"value": 40000, "unit": "lump_sum", "per_hour": null})"));
}

TEST_CASE(
    "chances in JSON are shares with their errors, those of a subcontractor only with a fee") {
  Simulated simulated{with_two_ranges(), with_tariff("41.50")};
  CHECK(json_of(simulated)["chance"].is_null());
  CHECK(json_of(simulated)["chance_standard_error"].is_null());
  simulated.chance("1", "0.8516", "0.9", "0.75");
  const Json own = Json::parse(R"({"covers_wage_floor": 1, "covers_cost_price": 0.8516,
                                   "under_ceiling": 0.9, "fair": 0.75})");
  CHECK(json_of(simulated)["chance"] == own);
  CHECK(json_of(simulated)["chance_standard_error"]["fair"] == 0.01234);
  CHECK_FALSE(json_of(simulated).contains("subcontractor"));
  simulated.chance("0.5", "0.25", "1", "0.25");
  CHECK(json_of(simulated)["chance"] == own);
  CHECK(json_of(simulated)["subcontractor"]["chance"]["covers_cost_price"] == 0.25);
}

TEST_CASE(
    "an input in JSON has its range, its grid and the share it carries, null of no variance") {
  Simulated simulated{with_two_ranges()};
  simulated.input(1, exact("1/3"), 1);
  simulated.input(0, {}, 0);
  CHECK(json_of(simulated)["inputs"] == Json::parse(R"([
    {"key": "hours.sickness", "distribution": "uniform", "low": 4, "value": 5, "high": 6.25,
     "grid": 0.000001, "squared_correlation": 0.333333333333, "direction": 1},
    {"key": "wage.hourly", "distribution": "triangular", "low": 16, "value": 20, "high": 22,
     "grid": 0.000001, "squared_correlation": null, "direction": 0}])"));
}

}  // namespace billijk::report
