#include "unit/cases.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

// Cases with the figures they must give, computed independently in exact rationals: cases/NAME.toml
// and cases/NAME.json, figures with 12 decimals.

namespace billijk {
namespace {

using core::Calculation;
using core::Exact;
using core::Total;
using nlohmann::json;
using tests::Computed;

const std::string folder = std::string{BILLIJK_SOURCE_DIR} + "/tests/worked/cases/";

json expected(const std::string& name) {
  std::ifstream file{folder + name + ".json"};
  REQUIRE(file);
  return json::parse(file);
}

Computed computed(const std::string& request, std::vector<std::string> settings = {}) {
  const core::Checked<io::PresetStore> built_in = io::PresetStore::open({}, tests::reading());
  core::Checked<io::LoadedCase> loaded = io::load_case(
      {.name = request, .standard_input = {}, .settings = std::move(settings)}, *built_in);
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  return tests::compute(std::move(*loaded));
}

std::string in_twelve(const Exact& value) { return core::fixed(value, 12); }

void check_hours(const Calculation& calculation, const json& figures) {
  const core::YearHours<Exact>& hours = calculation.sheet.first.hours;
  const std::vector<std::pair<std::string, Exact>> found{
      {"contract", hours.contract.number()},
      {"leave", hours.leave.number()},
      {"sickness", hours.sickness.number()},
      {"training", hours.training.number()},
      {"meetings", hours.meetings.number()},
      {"idle", hours.idle.number()},
      {"indirect", hours.indirect.number()},
      {"obligations", hours.obligations.number()},
      {"attendance", hours.attendance.number()},
      {"billable", hours.billable.number()},
      {"travel", hours.travel.number()},
      {"productivity", (hours.billable / hours.contract).number()}};
  CHECK(figures.at("hours").size() == found.size());
  for (const auto& [name, value] : found) {
    CAPTURE(name);
    CHECK(in_twelve(value) == figures.at("hours").at(name));
  }
  CHECK(in_twelve(calculation.sheet.first.labour.labour.number()) == figures.at("labour"));
  CHECK(in_twelve(calculation.sheet.first.labour.gross.number()) == figures.at("gross"));
  CHECK(in_twelve(calculation.ways().index_factor) == figures.at("index_factor"));
}

void check_lines(const Calculation& calculation, const json& figures) {
  REQUIRE(calculation.lines.size() == figures.at("lines").size());
  for (std::size_t i = 0; i < calculation.lines.size(); ++i) {
    const core::SheetLine& line = calculation.lines[i];
    const json& wanted = figures.at("lines").at(i);
    CAPTURE(line.key);
    CHECK(line.key == wanted.at("key"));
    CHECK(letter_of(line.element) ==
          (wanted.at("element").is_null() ? "" : wanted.at("element").get<std::string>()));
    CHECK(in_twelve(line.value) == wanted.at("value"));
  }
}

void check_totals(const Calculation& calculation, const json& figures) {
  for (const Total total : core::all_totals) {
    const std::string key{key_of(total)};
    CAPTURE(key);
    REQUIRE(calculation[total]);
    CHECK(in_twelve(calculation[total]->value) == figures.at("totals").at(key));
    CHECK(in_twelve(calculation[total]->rounded) == figures.at("rounded").at(key));
    CHECK(calculation[total]->low.has_value() == figures.contains("bounds"));
    if (!figures.contains("bounds")) continue;
    CHECK(in_twelve(*calculation[total]->low) == figures.at("bounds").at(key).at(0));
    CHECK(in_twelve(*calculation[total]->high) == figures.at("bounds").at(key).at(1));
  }
}

void check_verdict(const Calculation& calculation, const json& figures) {
  const core::Case& subject = calculation.subject;
  REQUIRE(subject.number(core::Key::tariff).has_value() == figures.contains("check"));
  if (!figures.contains("check")) return;
  const json& wanted = figures.at("check");
  const core::Checked<core::Verdict> verdict = core::give_verdict(
      calculation, {subject.value(core::Key::tariff), subject.choices.chosen<core::TariffUnit>()});
  REQUIRE(verdict);
  CHECK(in_twelve(verdict->judgement.per_hour) == wanted.at("tariff_per_hour"));
  CHECK(key_of(verdict->judgement.zone) == wanted.at("zone").get<std::string>());
  CHECK(verdict->subcontractor.has_value() == wanted.contains("subcontractor_zone"));
  if (!verdict->subcontractor) return;
  CHECK(in_twelve(verdict->subcontractor->per_hour) == wanted.at("subcontractor_per_hour"));
  CHECK(key_of(verdict->subcontractor->zone) == wanted.at("subcontractor_zone").get<std::string>());
}

void check_case(const std::string& name, const std::string& request) {
  const Computed found = computed(request);
  const json figures = expected(name);
  check_hours(*found, figures);
  check_lines(*found, figures);
  check_totals(*found, figures);
  check_verdict(*found, figures);
}

TEST_CASE("a case with a given wage and a flat charge gives the figures worked out for it",
          "[worked]") {
  check_case("plain", folder + "plain.toml");
}

TEST_CASE("a tariff certainly too low is so whatever its zone turns out to be", "[worked]") {
  check_case("certain-too-low", folder + "certain-too-low.toml");
}

TEST_CASE("a period over several preset rows gives the figures worked out for it", "[worked]") {
  check_case("mid-year", folder + "mid-year.toml");
}

TEST_CASE("a case rounded line by line gives the figures worked out for it", "[worked]") {
  check_case("round-each-line", folder + "round-each-line.toml");
}

TEST_CASE(
    "an indexed case with shares of the tariff and own lines gives the figures worked out for it",
    "[worked]") {
  check_case("share-of-tariff", folder + "share-of-tariff.toml");
}

TEST_CASE("the built-in starting case gives the figures and bounds worked out for it", "[worked]") {
  check_case("hbh-2026", "preset:cases/hbh-2026");
}

const std::string of_2027 = folder + "provisional-2027.toml";

std::vector<std::string> in_year(const std::string& year) {
  return {"period.from=" + year + "-01-01", "period.to=" + year + "-12-31"};
}

TEST_CASE("a year whose wages are not known yet is computed with the last there are", "[worked]") {
  check_case("provisional-2027", of_2027);
}

TEST_CASE("a verdict on a year past the presets is provisional though nothing in it is in doubt",
          "[worked]") {
  const auto verdict_in = [](std::vector<std::string> settings) {
    const Computed found = computed(of_2027, std::move(settings));
    return *core::give_verdict(*found, {tests::decimal("36.00"), core::TariffUnit::hour});
  };
  const core::Verdict next_year = verdict_in({});
  CHECK(next_year.is_provisional());
  CHECK(next_year.provisional.empty());
  CHECK_FALSE(verdict_in(in_year("2025")).is_provisional());
  CHECK_FALSE(verdict_in(in_year("2019")).is_provisional());
}

TEST_CASE("the built-in presets are not run past by a year they cover", "[worked]") {
  const auto outruns_in = [](const std::string& year) {
    return computed("preset:cases/hbh-2026", in_year(year))->resolution.outruns.size();
  };
  CHECK(outruns_in("2019") == 0);
  CHECK(outruns_in("2025") == 0);
  // Of 2026 the wages stand to 31 August only; of 2027 there is nothing yet.
  CHECK(outruns_in("2026") == 1);
  CHECK(outruns_in("2027") > 1);
}

TEST_CASE("the distances of the plain case are those worked out by hand", "[worked]") {
  const Computed plain = computed(folder + "plain.toml");
  const core::Checked<core::Verdict> verdict =
      core::give_verdict(*plain, {tests::decimal("36.00"), core::TariffUnit::hour});
  REQUIRE(verdict);
  // Against 33.59, 38.74, 39.90 and 42.61, and 52000 hours a year.
  const auto& floor = *verdict->judgement.distances[index_of(Total::wage_floor)];
  CHECK(floor.per_hour == tests::exact("2.41"));
  CHECK(*floor.percent == tests::exact("7.17"));
  CHECK(*floor.per_year == tests::exact("125320"));
  const auto& cost = *verdict->judgement.distances[index_of(Total::cost_price)];
  CHECK(cost.per_hour == tests::exact("-2.74"));
  CHECK(*cost.percent == tests::exact("-7.07"));
  CHECK(*cost.per_year == tests::exact("-142480"));
  const auto& ceiling = *verdict->judgement.distances[index_of(Total::ceiling)];
  CHECK(ceiling.per_hour == tests::exact("-6.61"));
  CHECK(*ceiling.percent == tests::exact("-15.51"));
}

}  // namespace
}  // namespace billijk
