#include "analysis/rows/row_model.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using core::Total;
using tests::exact;

const std::string given_case =
    "schema = \"billijk/case/1\"\n[period]\nfrom = 2026-01-01\nto = 2026-12-31\n"
    "[given]\ncost_price = 26.59\n[margin]\npercent = 5\n";

RowEvaluator evaluator_of(const std::string& text) {
  const tests::Computed subject = tests::compute(text);
  return RowEvaluator{std::make_shared<const RowModel>(subject->subject, subject->presets,
                                                       subject->resolution, RowNeeds{})};
}

TEST_CASE("a row of a given cost price has every boundary but the wage floor") {
  RowEvaluator rows = evaluator_of(given_case + "[contract]\ntariff = 30\n");
  const std::vector<core::RowCell> cells{{Key::given_cost_price, {2001, 2}},
                                         {Key::tariff, {2101, 2}}};
  RowFigures figures;
  REQUIRE_FALSE(rows.evaluate(cells, figures));
  CHECK_FALSE(figures.exact);
  CHECK_FALSE(figures[Total::wage_floor]);
  CHECK(exact_of(*figures[Total::cost_price]) == exact("20.01"));
  CHECK(exact_of(*figures[Total::fair_tariff]) == exact("21.01"));  // 21.0105
  CHECK(exact_of(*figures[Total::ceiling]) == exact("22.01"));      // 22.011
  CHECK(figures.zone == core::Zone::fair);
  CHECK(exact_of(*figures[RowAmount::distance]) == exact("1"));
}

TEST_CASE("a row whose year has more digits than an amount holds is refused") {
  RowEvaluator rows =
      evaluator_of(given_case + "[contract]\ntariff = 30\nunit = \"year\"\nnorm_hours = 1\n");
  const auto trouble = [&](std::int64_t volume) {
    const std::vector<core::RowCell> cells{{Key::tariff, {999'999'999'999, 0}},
                                           {Key::norm_hours, {1, 12}},
                                           {Key::volume, {volume, 0}}};
    RowFigures figures;
    return rows.evaluate(cells, figures);
  };
  // 10^24 an hour: 10^36 in a year has 38 digits to the cent, more than 126 bits.
  REQUIRE(trouble(999'999'999'999));
  CHECK(trouble(999'999'999'999)->code == core::Code::row_too_large);
  CHECK_FALSE(trouble(1));
}

}  // namespace
}  // namespace billijk::analysis
