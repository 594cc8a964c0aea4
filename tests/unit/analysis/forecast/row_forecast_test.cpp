#include "analysis/forecast/row_forecast.hpp"

#include <catch2/catch.hpp>

#include "unit/foreseen.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using core::Total;
using tests::CaseText;
using tests::foreseeable;
using tests::Foreseen;

/// A row of the case, looked ahead with by the model its rows share.
std::optional<RowOutlook> looked(const CaseText& text, const std::vector<core::RowCell>& cells,
                                 std::optional<int> until = std::nullopt) {
  const tests::Computed subject = tests::compute_with(text, {});
  const auto model =
      ForecastModel::of(subject->subject, subject->presets, subject->resolution, until);
  if (!model) throw std::runtime_error{tests::summary(model.error())};
  RowForecast rows{*model};
  RowEvaluator first{std::make_shared<const RowModel>(subject->subject, subject->presets,
                                                      subject->resolution, RowNeeds{})};
  RowFigures figures;
  REQUIRE(!first.evaluate(cells, figures));
  return rows.look(cells, exact_of(*figures[Total::wage_floor]),
                   exact_of(*figures[Total::cost_price]), RowForecast::Needs::yes);
}

core::RowCell cell(Key key, const std::string& number) {
  return {key, *core::cell_number_of(*core::parse_decimal(number).value)};
}

}  // namespace

TEST_CASE("a row without cells comes to what the forecast of its case does") {
  const Foreseen found{foreseeable()};
  const std::optional<RowOutlook> row = looked(foreseeable(), {});
  REQUIRE(row);
  CHECK(row->sinks_in == found->sinks_in);
  CHECK(core::round_half_up(*row->total, 2) == *found->last().running_total);
  CHECK(row->least_start == found->needed.start_tariff_every_year);
  CHECK(row->per_hour == tests::exact("44.04"));
  CHECK(row->cost == tests::exact("44.26"));
}

TEST_CASE("a row's own tariff, volume, step and sickness enter its years") {
  const std::vector<core::RowCell> cells{cell(Key::tariff, "43.20"), cell(Key::volume, "1200"),
                                         cell(Key::tariff_step, "0.05"), cell(Key::sickness, "6")};
  const CaseText same = foreseeable("wages = 3\nprices = 2",
                                    "tariff = 43.20\nvolume = 1200\nstep = 0.05\nend = "
                                    "2029-12-31\nindexation = { percent = 2 }")
                            .with("hours", "contract = 2000\nleave = 300\nsickness = 6");
  const Foreseen found{same};
  const std::optional<RowOutlook> row = looked(foreseeable(), cells);
  REQUIRE(row);
  CHECK(row->sinks_in == found->sinks_in);
  CHECK(core::round_half_up(*row->total, 2) == *found->last().running_total);
  CHECK(row->per_hour == found->last().per_hour);
}

TEST_CASE("a row without a tariff, or what turns it into an hour, has no outlook") {
  const CaseText without = foreseeable("wages = 3\nprices = 2", "end = 2029-12-31");
  CHECK(!looked(without, {}));
  CHECK(looked(without, {cell(Key::tariff, "41.50")}));
  const CaseText month =
      foreseeable("wages = 3\nprices = 2",
                  "end = 2029-12-31\ntariff = 350\nunit = \"month\"\nnorm_hours = 100");
  CHECK(looked(month, {}));
}

TEST_CASE("a row without a volume has no total, but sinks all the same") {
  const CaseText without = foreseeable(
      "wages = 3\nprices = 2", "tariff = 41.50\nend = 2029-12-31\nindexation = { percent = 2 }");
  const std::optional<RowOutlook> row = looked(without, {});
  REQUIRE(row);
  CHECK(!row->total);
  CHECK(row->sinks_in == 2029);
}

TEST_CASE("what no year of the rows can do without is told with all its years") {
  const tests::Computed subject = tests::compute_with(foreseeable("prices = 2"), {});
  const auto model =
      ForecastModel::of(subject->subject, subject->presets, subject->resolution, std::nullopt);
  REQUIRE(!model);
  CHECK(tests::summary(model.error()).find("E151 forecast.wages") != std::string::npos);
  CHECK(tests::argument(model.error().front(), "year") == "2027-2029");
}

}  // namespace billijk::analysis
