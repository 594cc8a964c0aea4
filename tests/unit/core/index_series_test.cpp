#include "core/index_series.hpp"

#include <catch2/catch.hpp>

#include "report/calc/expression.hpp"
#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::codes;
using tests::exact;
using tests::series;

const std::string weights = "weights = { wage = 80, price = 20 }\n";
const std::string year_2024 =
    "wage_provisional = 5.0\nwage_definitive = 6.0\nprice_provisional = 2.0\nprice_definitive = "
    "4.0";
const std::string year_2025 = "wage_provisional = 4.0\nprice_provisional = 3.0";
// Weighted: 4.40 provisional and 5.60 definitive over 2024, 3.80 provisional over 2025.

Preset two_years(const std::string& top, const std::string& row = "") {
  return series(weights + top, {{"2024-01-01", year_2024}, {"2025-01-01", year_2025 + '\n' + row}});
}

Exact percent(const Preset& preset, int year, std::optional<CatchUp> catch_up = {}) {
  const auto index = index_of_year(preset, year, catch_up);
  REQUIRE(index);
  return index->index * exact("100");
}

std::string missing(const Preset& preset, int year) {
  const auto index = index_of_year(preset, year, {});
  REQUIRE_FALSE(index);
  std::string list;
  for (const MissingFigure& figure : index.error())
    list += figure.name + ' ' + std::to_string(figure.year) + '\n';
  return list;
}

TEST_CASE("without catch-up the index is the weighted provisional figures") {
  CHECK(percent(two_years(""), 2025) == exact("3.8"));
  CHECK(percent(two_years("catch_up = \"none\""), 2024) == exact("4.4"));
}

TEST_CASE("catch-up by difference adds what the year before turned out more") {
  CHECK(percent(two_years("catch_up = \"difference\""), 2025) == exact("5"));
}

TEST_CASE("catch-up by ratio adds what the year before turned out more, relative to it") {
  CHECK(percent(two_years("catch_up = \"ratio\""), 2025) ==
        exact("3.8") + exact("100") * (exact("1.056/1.044") - exact("1")));
}

TEST_CASE("the case decides on catch-up before the row, the row before the top") {
  const Preset preset = two_years("catch_up = \"ratio\"", "catch_up = \"difference\"");
  CHECK(percent(preset, 2025) == exact("5"));
  CHECK(percent(preset, 2025, CatchUp::none) == exact("3.8"));
  CHECK(percent(two_years("catch_up = \"ratio\"", "catch_up = \"none\""), 2025) == exact("3.8"));
  CHECK(percent(two_years(""), 2025, CatchUp::difference) == exact("5"));
}

TEST_CASE("round_percent rounds the ratio before it is added") {
  CHECK(percent(two_years("catch_up = \"ratio\"\nround_percent = 2"), 2025) == exact("4.95"));
  const Preset preset =
      series(weights + "catch_up = \"ratio\"\nround_percent = 1",
             {{"2024-01-01", year_2024},
              {"2025-01-01", "wage_provisional = 0.11\nprice_provisional = 0.11"}});
  CHECK(percent(preset, 2025) == exact("1.2"));  // 0.11 + 1.1; 0.11 + 1.149 would give 1.3
}

TEST_CASE("round_percent rounds the sum half up, and neither a difference nor a weighted figure") {
  const Preset preset =
      series(weights + "catch_up = \"difference\"\nround_percent = 1",
             {{"2024-01-01",
               "wage_provisional = 5.0\nwage_definitive = 5.0\nprice_provisional = 2.0\n"
               "price_definitive = 2.2"},
              {"2025-01-01", "wage_provisional = 4.0\nprice_provisional = 3.05"}});
  // 3.81 + 0.04 = 3.85; with 3.8 or 0.0 in the place of either it would be 3.8.
  CHECK(percent(preset, 2025) == exact("3.9"));
}

TEST_CASE("catch-up by compound raises each series by what it turned out more, then weighs") {
  // 1.04 x 1.06 / 1.05 and 1.03 x 1.04 / 1.02, weighted.
  const Preset preset = two_years("catch_up = \"compound\"");
  CHECK(percent(preset, 2025) ==
        exact("80") * (exact("1.04") * exact("1.06") / exact("1.05") - exact("1")) +
            exact("20") * (exact("1.03") * exact("1.04") / exact("1.02") - exact("1")));
  CHECK(percent(two_years(""), 2025, CatchUp::compound) == percent(preset, 2025));
}

TEST_CASE("round_percent rounds each series by compound, and the sum again") {
  const Preset preset =
      series("weights = { wage = 50, price = 50 }\ncatch_up = \"compound\"\nround_percent = 1",
             {{"2024-01-01", "wage = 0\nprice = 0"}, {"2025-01-01", "wage = 1.05\nprice = 1.03"}});
  CHECK(percent(preset, 2025) == exact("1.1"));  // (1.1 + 1.0) / 2; of 1.04 it would be 1.0
}

TEST_CASE("a series with one figure a year has nothing to catch up") {
  const Preset cpi = series("weights = { cpi = 100 }\ncatch_up = \"difference\"",
                            {{"2024-01-01", "cpi = 3.3"}, {"2025-01-01", "cpi = 2.9"}});
  CHECK(percent(cpi, 2025) == exact("2.9"));
  CHECK(percent(cpi, 2025, CatchUp::ratio) == exact("2.9"));
  CHECK(percent(cpi, 2025, CatchUp::compound) == exact("2.9"));
}

TEST_CASE("a row holds for the year its first day lies in, and not for the next") {
  const Preset preset = series("weights = { cpi = 100 }", {{"2024-07-01", "cpi = 3.3"}});
  CHECK(percent(preset, 2024) == exact("3.3"));
  CHECK(missing(preset, 2025) == "cpi 2025\n");
  CHECK(missing(preset, 2023) == "cpi 2023\n");
}

TEST_CASE("every figure the formula needs and no row has is named") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"2024-01-01", "wage_provisional = 5.0"}, {"2025-01-01", year_2025}};
  CHECK(missing(series(weights + "catch_up = \"ratio\"", rows), 2025) ==
        "price_provisional 2024\nwage_definitive 2024\nprice_definitive 2024\n");
  CHECK(missing(series(weights + "catch_up = \"compound\"", rows), 2025) ==
        "wage_definitive 2024\nprice_provisional 2024\nprice_definitive 2024\n");
}

/// The one finding about years a series has no index for.
Diagnostic gap(const Preset& preset, YearSpan years, std::optional<CatchUp> catch_up = {}) {
  const Checked<std::vector<IndexYear>> index = index_of_years(preset, years, catch_up);
  REQUIRE_FALSE(index);
  REQUIRE(codes(index.error()) == "E037");
  return index.error()[0];
}

TEST_CASE("years a series has an index for come in their order") {
  const Checked<std::vector<IndexYear>> both = index_of_years(two_years(""), {2024, 2025}, {});
  REQUIRE(both);
  REQUIRE(both->size() == 2);
  CHECK((*both)[0].year == 2024);
  CHECK((*both)[1].index == exact("0.038"));
  CHECK(index_of_years(two_years(""), {2025, 2024}, {})->empty());
}

TEST_CASE("years a series has no index for are one finding, with what lacks and what there is") {
  const Diagnostic found = gap(two_years("catch_up = \"ratio\""), {2025, 2029});
  CHECK(found.key == "nl/vng-90-10");
  CHECK(found.at.source == nullptr);
  CHECK(tests::argument(found, "year") == "2026-2029");
  CHECK(tests::argument(found, "asked") == "2025-2029");
  CHECK(tests::argument(found, "known") == "2025");
  CHECK(tests::argument(found, "missing") ==
        "price_definitive, wage_definitive (2025); price_definitive, price_provisional, "
        "wage_definitive, wage_provisional (2026-2028); price_provisional, wage_provisional "
        "(2029)");
  CHECK(tests::argument(found, "none") == "(none)");
}

TEST_CASE("years are shortened from three in a row on") {
  const Preset preset = series("weights = { cpi = 100 }", {{"2024-01-01", "cpi = 3.3"}});
  CHECK(tests::argument(gap(preset, {2023, 2026}), "year") == "2023, 2025, 2026");
  CHECK(tests::argument(gap(preset, {2022, 2025}), "missing") == "cpi (2022, 2023, 2025)");
}

TEST_CASE("that no catch-up would do is told only when every year that lacks has its own figures") {
  const Preset preset = two_years("catch_up = \"difference\"");
  CHECK(tests::argument(gap(preset, {2024, 2025}), "none") == "none");
  CHECK(tests::argument(gap(preset, {2024, 2026}), "none") == "(none)");
}

TEST_CASE("a series without any index names no years it has") {
  CHECK(tests::argument(gap(two_years(""), {2026, 2026}), "known") == "2024, 2025");
  const Preset preset = series(weights, {{"2024-01-01", "wage = 5.0"}});
  CHECK(tests::argument(gap(preset, {2024, 2024}), "known") == "(none)");
}

/// The formula of an index with its figures, as the program explains it.
std::string text_of(const IndexYear& index) {
  const auto leaf = [&](const FormulaNode& node) {
    return node.op == Op::constant ? shortest(index.formula.constant_at(node))
                                   : index.percents[node.which].text() + " %";
  };
  return report::expression_text({.formula = index.formula, .leaf = leaf, .with_rounding = false},
                                 index.formula.nodes().back().left);
}

TEST_CASE("an index says in figures how it came about, and from which") {
  const Preset preset = two_years("");
  const auto plain = index_of_year(preset, 2025, {});
  CHECK(plain->year == 2025);
  CHECK(text_of(*plain) == "80 % × 4 % + 20 % × 3 %");
  CHECK(plain->used.size() == 2);
  const auto difference = index_of_year(preset, 2025, CatchUp::difference);
  CHECK(text_of(*difference) ==
        "80 % × 4 % + 20 % × 3 % + 80 % × 6 % + 20 % × 4 % - (80 % × 5 % + 20 % × 2 %)");
  const auto ratio = index_of_year(preset, 2025, CatchUp::ratio);
  CHECK(text_of(*ratio) ==
        "80 % × 4 % + 20 % × 3 % + (1 + 80 % × 6 % + 20 % × 4 %) / (1 + 80 % × 5 % + 20 % × 2 %) - "
        "1");
  REQUIRE(ratio->used.size() == 6);
  CHECK(ratio->used[0].key() == "nl/vng-90-10@2025-01-01.wage_provisional");
  const auto compound = index_of_year(preset, 2025, CatchUp::compound);
  CHECK(text_of(*compound) ==
        "80 % × ((1 + 4 %) × (1 + 6 %) / (1 + 5 %) - 1) + 20 % × ((1 + 3 %) × (1 + 4 %) / (1 + 2 "
        "%) - 1)");
  CHECK(compound->used.size() == 6);
}

TEST_CASE("two rows in one year, or weights that do not make 100, are wrong in a series") {
  Preset preset = two_years("");
  CHECK(check_series(preset).empty());
  preset.rows[0].from = tests::day("2025-01-01");
  preset.rows[1].from = tests::day("2025-07-01");
  preset.weights[1].weight = tests::decimal("19.9");
  const Diagnostics found = check_series(preset);
  REQUIRE(codes(found) == "E038 E039");
  CHECK(tests::argument(found[0], "year") == "2025");
  CHECK(tests::argument(found[1], "sum") == "99.9");
  CHECK(codes(check_series(Preset{})) == "E039");
}

}  // namespace
}  // namespace billijk::core
