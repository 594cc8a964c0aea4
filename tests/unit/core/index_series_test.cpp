#include "core/index_series.hpp"

#include <catch2/catch.hpp>

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
  const Checked<IndexYear> index = index_of_year(preset, year, catch_up);
  REQUIRE(index);
  return index->index * exact("100");
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

TEST_CASE("a series with one figure a year has nothing to catch up") {
  const Preset cpi = series("weights = { cpi = 100 }\ncatch_up = \"difference\"",
                            {{"2024-01-01", "cpi = 3.3"}, {"2025-01-01", "cpi = 2.9"}});
  CHECK(percent(cpi, 2025) == exact("2.9"));
  CHECK(percent(cpi, 2025, CatchUp::ratio) == exact("2.9"));
}

TEST_CASE("a row holds for the year its first day lies in, and not for the next") {
  const Preset preset = series("weights = { cpi = 100 }", {{"2024-07-01", "cpi = 3.3"}});
  CHECK(percent(preset, 2024) == exact("3.3"));
  CHECK(codes(index_of_year(preset, 2025, {}).error()) == "E037");
  CHECK(codes(index_of_year(preset, 2023, {}).error()) == "E037");
}

TEST_CASE("every figure the formula needs and no row has is named") {
  const Preset preset =
      series(weights + "catch_up = \"ratio\"",
             {{"2024-01-01", "wage_provisional = 5.0"}, {"2025-01-01", year_2025}});
  const Checked<IndexYear> index = index_of_year(preset, 2025, {});
  REQUIRE_FALSE(index);
  std::string missing;
  for (const Diagnostic& finding : index.error()) {
    missing += tests::argument(finding, "figure") + ' ' + tests::argument(finding, "year") + '\n';
  }
  CHECK(missing == "price_provisional 2024\nwage_definitive 2024\nprice_definitive 2024\n");
  CHECK(index.error()[0].key == "nl/vng-90-10");
  CHECK(index.error()[0].at.line > 0);
}

TEST_CASE("a year no row covers misses every figure, at no place") {
  const Preset preset = two_years("");
  const Checked<IndexYear> index = index_of_year(preset, 2026, {});
  REQUIRE(codes(index.error()) == "E037 E037");
  CHECK(index.error()[0].at.source == nullptr);
}

TEST_CASE("an index says in figures how it came about, and from which") {
  const Preset preset = two_years("");
  const Checked<IndexYear> plain = index_of_year(preset, 2025, {});
  CHECK(plain->year == 2025);
  CHECK(plain->formula == "80 % × 4 % + 20 % × 3 %");
  CHECK(plain->used.size() == 2);
  const Checked<IndexYear> difference = index_of_year(preset, 2025, CatchUp::difference);
  CHECK(difference->formula ==
        "80 % × 4 % + 20 % × 3 % + (80 % × 6 % + 20 % × 4 %) - (80 % × 5 % + 20 % × 2 %)");
  const Checked<IndexYear> ratio = index_of_year(preset, 2025, CatchUp::ratio);
  CHECK(ratio->formula ==
        "80 % × 4 % + 20 % × 3 % + (1 + 80 % × 6 % + 20 % × 4 %) / (1 + 80 % × 5 % + 20 % × 2 %) - "
        "1");
  REQUIRE(ratio->used.size() == 6);
  CHECK(ratio->used[0].key() == "nl/vng-90-10@2025-01-01.wage_provisional");
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
