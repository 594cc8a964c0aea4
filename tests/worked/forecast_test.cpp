#include "analysis/forecast/forecast.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "unit/cases.hpp"

// Forecasts with the figures they must give on each path, computed independently in exact
// rationals: cases/forecast-NAME.toml and cases/forecast-NAME.json, figures with 12 decimals.

namespace billijk {
namespace {

using analysis::ForecastResult;
using analysis::YearFigures;
using core::Exact;
using core::GrowthPath;
using core::Total;
using nlohmann::json;

const std::string forecasts = std::string{BILLIJK_SOURCE_DIR} + "/tests/worked/cases/forecast-";

json figures_of(const std::string& name) {
  std::ifstream file{forecasts + name + ".json"};
  REQUIRE(file);
  return json::parse(file);
}

ForecastResult foreseen(const std::string& name) {
  const core::Checked<io::PresetStore> built_in = io::PresetStore::open({}, tests::reading());
  core::Checked<io::LoadedCase> loaded = io::load_case(
      {.name = forecasts + name + ".toml", .standard_input = {}, .settings = {}}, *built_in);
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  const tests::Computed subject = tests::compute(std::move(*loaded));
  const core::Checked<core::Verdict> verdict =
      core::give_verdict(*subject, {subject->subject.value(core::Key::tariff),
                                    subject->subject.choices.chosen<core::TariffUnit>()});
  REQUIRE(verdict);
  const std::vector<analysis::Clause> no_others;
  core::Checked<ForecastResult> found = analysis::forecast(
      {.first = *subject, .verdict = *verdict, .until = std::nullopt, .clauses = no_others});
  if (!found) throw std::runtime_error{tests::summary(found.error())};
  return std::move(*found);
}

/// As the files have it: a figure with 12 decimals, a year, null for none.
json written(const Exact& value) { return core::fixed(value, 12); }
json written(const std::optional<Exact>& value) { return value ? written(*value) : json{}; }
json written(const std::optional<int>& year) { return year ? json(*year) : json{}; }

void check_path(const ForecastResult& found, GrowthPath path, const json& wanted) {
  REQUIRE(found.years.size() == wanted.size());
  Exact sum;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const analysis::ForecastYear& year = found.years[i];
    const YearFigures& of = year[path];
    const json& figures = wanted[i];
    CAPTURE(year.days.year);
    CHECK(year.days.year == figures.at("year"));
    CHECK(written(of.index * Exact{100}) == figures.at("index_percent"));
    CHECK(written(of.tariff) == figures.at("tariff"));
    CHECK(written(of.per_hour) == figures.at("per_hour"));
    CHECK(key_of(of.zone) == figures.at("zone").get<std::string>());
    for (const Total total : core::all_totals)
      CHECK(written(*of.boundaries[total]) == figures.at(std::string{key_of(total)}));
    CHECK(written(of.distance.per_hour) == figures.at("distance"));
    CHECK(written(of.volume) == figures.at("volume"));
    CHECK(written(of.hours) == figures.at("hours"));
    const Exact result = of.distance.per_hour * *of.hours;
    sum = sum + result;
    CHECK(written(result) == figures.at("result"));
    CHECK(of.distance.per_year == core::round_half_up(result, 2));
    CHECK(of.running_total == core::round_half_up(sum, 2));
    if (path == GrowthPath::value) CHECK(year.certain == figures.at("certain").get<bool>());
    CHECK(figures.size() == (path == GrowthPath::value ? 14 : 13));
  }
}

void check_answers(const ForecastResult& found, const json& wanted) {
  CHECK(written(found.sinks_in) == wanted.at("sinks_in"));
  CHECK(written(found.below_wage_floor_from) == wanted.at("below_wage_floor_from"));
  CHECK(written(found.above_ceiling_from) == wanted.at("above_ceiling_from"));
  const json& needed = wanted.at("needed");
  CHECK(written(found.needed.start_tariff_every_year) == needed.at("start_tariff_every_year"));
  CHECK(written(found.needed.start_tariff_over_contract) ==
        needed.at("start_tariff_over_contract"));
  CHECK(written(found.needed.clause_percent) == needed.at("clause_percent"));
  const json& growth = wanted.at("growth");
  CHECK(written(found.growth.wage) == growth.at("wage"));
  CHECK(written(found.growth.cost_price) == growth.at("cost_price"));
  CHECK(written(found.growth.tariff) == growth.at("tariff"));
}

void check_forecast(const std::string& name) {
  const ForecastResult found = foreseen(name);
  const json wanted = figures_of(name);
  const json& years = wanted.at("years");
  CHECK(years.size() == core::all_paths.size());
  const std::vector<std::pair<GrowthPath, std::string>> paths{
      {GrowthPath::value, "value"}, {GrowthPath::low, "low"}, {GrowthPath::high, "high"}};
  for (const auto& [path, word] : paths) {
    CAPTURE(word);
    check_path(found, path, years.at(word));
  }
  check_answers(found, wanted);
}

}  // namespace

TEST_CASE("ten years of a series under a cap give the figures worked out for them", "[worked]") {
  check_forecast("ten-years");
}

TEST_CASE("an hourly wage of last year's level under an index a year late gives them too",
          "[worked]") {
  check_forecast("hourly-lag");
}

TEST_CASE("a lump sum over a growing volume gives the figures worked out for it", "[worked]") {
  check_forecast("lump-sum");
}

}  // namespace billijk
