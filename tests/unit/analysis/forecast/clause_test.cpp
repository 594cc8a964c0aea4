#include "analysis/forecast/clause.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::analysis {
namespace {

using core::CatchUp;
using core::Code;
using core::Diagnostics;
using core::Exact;
using core::GrowthKind;
using core::GrowthPath;
using core::IndexClause;
using tests::argument;
using tests::codes;
using tests::decimal;
using tests::exact;
using tests::Rows;

core::Input grows_by(const char* value, const char* low = nullptr, const char* high = nullptr) {
  core::Input input;
  input.value = decimal(value);
  if (low != nullptr) input.low = decimal(low);
  if (high != nullptr) input.high = decimal(high);
  return input;
}
core::Growth each_year(core::Input input) {
  core::Growth growth;
  growth.later = std::move(input);
  return growth;
}

/// Wages 3 % (2 to 5), prices 2 % (1 to 2).
core::Forecast three_and_two() {
  core::Forecast forecast;
  forecast[GrowthKind::wages] = each_year(grows_by("3", "2", "5"));
  forecast[GrowthKind::prices] = each_year(grows_by("2", "1"));
  return forecast;
}

const std::string four_fifths = "weights = { ova = 80, ppc = 20 }\n";
const Rows three_years{
    {"2024-01-01",
     "ova_provisional = 5\nova_definitive = 6\nppc_provisional = 2\nppc_definitive = 4"},
    {"2025-01-01", "ova_provisional = 4\nppc_provisional = 2"},
    {"2026-01-01",
     "ova_provisional = 5\nova_definitive = 7\nppc_provisional = 1\nppc_definitive = 1"}};
// Weighted: 4.40 provisional and 5.60 definitive of 2024, 3.60 of 2025, 4.20 and 5.80 of 2026.

Clause follows_rows(const std::string& top, const Rows& rows, IndexClause terms = {}) {
  terms.series = "nl/vng-90-10";
  return {.name = {},
          .terms = std::move(terms),
          .series = std::make_shared<const core::Preset>(tests::series(top, rows))};
}
Clause follows(const std::string& top = "", IndexClause terms = {}) {
  return follows_rows(four_fifths + top, three_years, std::move(terms));
}
Clause of_terms(IndexClause terms) { return {.name = {}, .terms = std::move(terms), .series = {}}; }

Exact percent_in(const Clause& clause, int year, GrowthPath path = GrowthPath::value,
                 const core::Forecast& forecast = three_and_two()) {
  const core::Checked<Exact> index = Indexing{clause, forecast}.of(year, path);
  if (!index) throw std::runtime_error{tests::summary(index.error())};
  return *index * exact("100");
}
Diagnostics refusal_in(const Clause& clause, int year,
                       const core::Forecast& forecast = three_and_two()) {
  const core::Checked<Exact> index = Indexing{clause, forecast}.of(year, GrowthPath::value);
  return index ? Diagnostics{} : index.error();
}

}  // namespace

TEST_CASE("the index of a year the series knows is that of the series, on every path") {
  for (const GrowthPath path : core::all_paths) {
    CHECK(percent_in(follows(), 2025, path) == exact("3.6"));
    CHECK(percent_in(follows(), 2026, path) == exact("4.2"));
  }
  const core::Forecast nothing;
  CHECK(Indexing{follows(), nothing}.of(2026, GrowthPath::value).value() == exact("0.042"));
}

TEST_CASE("a plain figure is as good as a provisional one") {
  const Clause plain = follows_rows(four_fifths, {{"2026-01-01", "ova = 3\nppc = 6"}});
  CHECK(percent_in(plain, 2026) == exact("3.6"));
}

TEST_CASE("a year the series does not know yet has the weighted growth of its kinds") {
  // 0.8 x 3 + 0.2 x 2; low 0.8 x 2 + 0.2 x 1; high 0.8 x 5 + 0.2 x 2.
  CHECK(percent_in(follows(), 2027) == exact("2.8"));
  CHECK(percent_in(follows(), 2027, GrowthPath::low) == exact("1.8"));
  CHECK(percent_in(follows(), 2027, GrowthPath::high) == exact("4.4"));
}

TEST_CASE("a year is known with the figures of all weights, and not with some") {
  Rows rows = three_years;
  rows.emplace_back("2027-01-01", "ova_provisional = 9");
  const Clause clause = follows_rows(four_fifths, rows);
  const core::Forecast forecast = three_and_two();
  CHECK(Indexing{clause, forecast}.last_known() == 2026);
  CHECK(percent_in(clause, 2027) == exact("2.8"));
  // A definitive figure alone does not make it known either.
  rows.back().second = "ova_definitive = 9\nppc_definitive = 9";
  CHECK(percent_in(follows_rows(four_fifths, rows), 2027) == exact("2.8"));
}

TEST_CASE("a series without figures, and a clause without a series, know no last year") {
  const core::Forecast forecast = three_and_two();
  const Clause empty = follows_rows(four_fifths, {{"2026-01-01", "ova_provisional = 9"}});
  CHECK_FALSE(Indexing(empty, forecast).last_known());
  CHECK(percent_in(empty, 2020) == exact("2.8"));
  const Clause none = of_terms({});
  CHECK_FALSE(Indexing(none, forecast).last_known());
}

TEST_CASE("a figure missing before the last year known is an error") {
  const Clause hole = follows_rows(four_fifths, {three_years[0], three_years[2]});
  const Diagnostics found = refusal_in(hole, 2025);
  REQUIRE(codes(found) == "E037");
  CHECK(codes(refusal_in(hole, 2023)) == "E037");
  CHECK(refusal_in(hole, 2024).empty());
  const Clause half =
      follows_rows(four_fifths, {{"2025-01-01", "ova_provisional = 4"}, three_years[2]});
  CHECK(codes(refusal_in(half, 2025)) == "E037");
}

TEST_CASE("a catch-up whose figures there are is added") {
  // 3.60 + 5.60 - 4.40.
  CHECK(percent_in(follows("catch_up = \"difference\""), 2025) == exact("4.8"));
  CHECK(percent_in(follows("", {.catch_up = CatchUp::difference}), 2025) == exact("4.8"));
  CHECK(percent_in(follows("", {.catch_up = CatchUp::ratio}), 2025) ==
        exact("3.6") + exact("100") * (exact("1.056/1.044") - exact("1")));
  CHECK(percent_in(follows("catch_up = \"difference\"", {.catch_up = CatchUp::none}), 2025) ==
        exact("3.6"));
}

TEST_CASE("a catch-up whose figures are missing is left out") {
  // Of 2025 there are no definitive figures, of 2023 none at all.
  for (const char* way : {"difference", "ratio", "compound"}) {
    CAPTURE(way);
    const Clause clause = follows("catch_up = \"" + std::string{way} + '"');
    CHECK(percent_in(clause, 2026) == exact("4.2"));
    CHECK(percent_in(clause, 2024) == exact("4.4"));
  }
}

TEST_CASE("a year not known yet catches up with nothing") {
  // Though 2026 turned out 1.60 higher than its provisional figures.
  CHECK(percent_in(follows("catch_up = \"difference\""), 2027) == exact("2.8"));
  CHECK(percent_in(follows("", {.catch_up = CatchUp::difference}), 2027) == exact("2.8"));
}

TEST_CASE("an index of growth is rounded as the series rounds, half up") {
  const auto rounded = [](const char* growth, const char* digits) {
    core::Forecast forecast;
    forecast[GrowthKind::wages] = each_year(grows_by(growth));
    forecast[GrowthKind::prices] = each_year(grows_by(growth));
    return percent_in(follows("round_percent = " + std::string{digits}), 2027, GrowthPath::value,
                      forecast);
  };
  CHECK(rounded("3.05", "1") == exact("3.1"));
  CHECK(rounded("3.049", "1") == exact("3"));
  CHECK(rounded("2.345", "2") == exact("2.35"));
  CHECK(rounded("2.5", "0") == exact("3"));
  CHECK(rounded("-3.05", "1") == exact("-3.1"));
  core::Forecast forecast = three_and_two();
  forecast[GrowthKind::wages] = each_year(grows_by("3.333"));
  CHECK(percent_in(follows(), 2027, GrowthPath::value, forecast) == exact("3.0664"));
}

TEST_CASE("a percentage is the index of every year, and no series is asked") {
  const Clause clause = of_terms({.percent = grows_by("3.5")});
  CHECK(percent_in(clause, 1900) == exact("3.5"));
  CHECK(percent_in(clause, 2040, GrowthPath::high) == exact("3.5"));
}

TEST_CASE("no index is above the cap, whatever it comes from") {
  CHECK(percent_in(follows("", {.cap = grows_by("4")}), 2026) == exact("4"));
  CHECK(percent_in(follows("", {.cap = grows_by("4")}), 2025) == exact("3.6"));
  CHECK(percent_in(follows("", {.cap = grows_by("2.5")}), 2027) == exact("2.5"));
  CHECK(percent_in(follows("", {.cap = grows_by("2.5")}), 2027, GrowthPath::low) == exact("1.8"));
  CHECK(percent_in(of_terms({.percent = grows_by("3.5"), .cap = grows_by("3")}), 2027) ==
        exact("3"));
  CHECK(percent_in(follows("", {.cap = grows_by("-1")}), 2026) == exact("-1"));
}

TEST_CASE("with a lag the index is that of so many years before") {
  CHECK(percent_in(follows("", {.lag = 1}), 2026) == exact("3.6"));
  CHECK(percent_in(follows("", {.lag = 1}), 2027) == exact("4.2"));
  CHECK(percent_in(follows("", {.lag = 1}), 2028) == exact("2.8"));
  CHECK(percent_in(follows("", {.lag = 3}), 2028) == exact("3.6"));
  CHECK(codes(refusal_in(follows("", {.lag = 3}), 2026)) == "E037");  // of 2023
}

TEST_CASE("with a lag the growth of the year the index is of counts") {
  core::Forecast forecast = three_and_two();
  forecast[GrowthKind::wages]->years.emplace(2027, grows_by("8"));
  // 0.8 x 8 + 0.2 x 2 = 6.8, in 2028.
  CHECK(percent_in(follows("", {.lag = 1}), 2028, GrowthPath::value, forecast) == exact("6.8"));
  CHECK(percent_in(follows("", {.lag = 1}), 2029, GrowthPath::value, forecast) == exact("2.8"));
}

TEST_CASE("before its first year a clause indexes nothing, and misses nothing") {
  const Clause clause = follows("", {.first_year = 2027});
  CHECK(percent_in(clause, 2026) == exact("0"));
  CHECK(percent_in(clause, 2020) == exact("0"));  // of which the series has no figure
  CHECK(percent_in(clause, 2027) == exact("2.8"));
  const Clause fixed = of_terms({.percent = grows_by("3"), .first_year = 2028});
  CHECK(percent_in(fixed, 2027) == exact("0"));
  CHECK(percent_in(fixed, 2028) == exact("3"));
}

TEST_CASE("the first year is one of the tariff, not of the index") {
  const Clause clause = follows("", {.lag = 1, .first_year = 2027});
  CHECK(percent_in(clause, 2026) == exact("0"));
  CHECK(percent_in(clause, 2027) == exact("4.2"));
}

TEST_CASE("a contract with no indexation, or no word of it, indexes nothing") {
  CHECK(percent_in(of_terms({.none = true}), 2027) == exact("0"));
  CHECK(percent_in(Clause{}, 2027) == exact("0"));
}

TEST_CASE("a series without a kind is an error that names it, its preset and the year") {
  const Clause clause = follows_rows("weights = { ova = 50, energy = 30, water = 20 }\n",
                                     {{"2026-01-01", "ova = 1\nenergy = 2\nwater = 3"}});
  const Diagnostics found = refusal_in(clause, 2027);
  REQUIRE(codes(found) == "E152 E152");
  CHECK(found[0].key == "forecast.series");
  CHECK(argument(found[0], "series") == "energy");
  CHECK(argument(found[0], "preset") == "nl/vng-90-10");
  CHECK(argument(found[0], "year") == "2027");
  CHECK(argument(found[1], "series") == "water");
  CHECK(percent_in(clause, 2026) == exact("1.7"));  // which needs no kind
  core::Forecast forecast = three_and_two();
  forecast.series = {{"energy", core::SeriesKind::prices}, {"water", core::SeriesKind::wages}};
  // 0.5 x 3 + 0.3 x 2 + 0.2 x 3.
  CHECK(percent_in(clause, 2027, GrowthPath::value, forecast) == exact("2.7"));
}

TEST_CASE("growth that is not stated for a year is an error that names kind and year") {
  core::Forecast forecast;
  forecast[GrowthKind::wages].emplace().years.emplace(2027, grows_by("3"));
  forecast[GrowthKind::wages]->at.line = 7;
  const Diagnostics found = refusal_in(follows(), 2028, forecast);
  REQUIRE(codes(found) == "E151 E151");
  CHECK(found[0].key == "forecast.wages");
  CHECK(argument(found[0], "year") == "2028");
  CHECK(found[0].at.line == 7);
  CHECK(found[1].key == "forecast.prices");
  CHECK(found[1].at.line == 0);
  const Diagnostics prices = refusal_in(follows(), 2027, forecast);
  REQUIRE(codes(prices) == "E151");
  CHECK(argument(prices[0], "key") == "forecast.prices");
}

TEST_CASE("growth is a share, and of the path that is asked for") {
  const core::Forecast forecast = three_and_two();
  CHECK(growth_in(forecast, GrowthKind::wages, 2030, GrowthPath::value).value() == exact("0.03"));
  CHECK(growth_in(forecast, GrowthKind::wages, 2030, GrowthPath::high).value() == exact("0.05"));
  CHECK(growth_in(forecast, GrowthKind::prices, 2030, GrowthPath::high).value() == exact("0.02"));
  CHECK_FALSE(growth_in(forecast, GrowthKind::volume, 2030, GrowthPath::value));
}

TEST_CASE("the clause of a contract comes with the series it takes") {
  const auto clause = [](const std::string& indexation) {
    const tests::Computed subject =
        tests::compute(tests::CaseText{}.with("contract", "indexation = { " + indexation + " }"));
    return clause_of(subject->subject, subject->presets);
  };
  const Clause series = clause("series = \"nl/vng-90-10\", cap = 3");
  CHECK(series.name.empty());
  CHECK(series.terms->cap->value == decimal("3"));
  REQUIRE(series.series);
  CHECK(series.series->name == "nl/vng-90-10");
  CHECK_FALSE(clause("percent = 3").series);
  CHECK(clause("none = true").terms->none);
  const tests::Computed silent = tests::compute(tests::CaseText{});
  CHECK_FALSE(clause_of(silent->subject, silent->presets).terms);
}

}  // namespace billijk::analysis
