#include "report/live/live_forecast.hpp"

#include "analysis/forecast/tariff_path.hpp"
#include "core/recording.hpp"
#include "report/live/live_formula.hpp"

namespace billijk::report {
namespace {

using core::Total;

/// The formula of a year along a path, and the figures it takes: by their names those of the case,
/// with their numbers those of presets.
void add_formula(Record& path, const core::Case& subject, const core::Presets& presets) {
  const core::Checked<core::Resolution> resolution = resolve(subject, presets);
  if (!resolution) return;
  core::Recording recording{resolution->resolved, {}};
  std::vector<core::Place> targets;
  Record totals;
  for (const Total total : core::all_totals) {
    targets.push_back(recording.sheet.totals[index_of(total)].number().place_in(recording.formula));
    totals.push_back({key_of(total), targets.back()});
  }
  List inputs;
  for (std::size_t i = 0; i < recording.figures.size(); ++i) {
    const core::FormulaInput& input = recording.formula.inputs()[i];
    Record of{{"key", input.name}, {"value", recording.figures[i].text()}};
    if (core::shift_of(input.unit) != 0) of.push_back({"share", true});
    inputs.items.emplace_back(std::move(of));
  }
  append(path, {{"formula", live_formula(recording.formula, targets)},
                {"totals", std::move(totals)},
                {"inputs", std::move(inputs)}});
}

Record year_of(const core::Calculation& first, const analysis::ForecastYear& year, bool is_first) {
  List paths;
  for (const core::GrowthPath path : core::all_paths) {
    const core::Checked<core::Case> subject =
        case_in(first.subject, year.days, path, first.ways().index_factor);
    Record of{{"index", year[path].index.rational().get_str()},
              {"volume", subject ? subject->later_year->volume.rational().get_str() : "1"}};
    if (subject && !is_first) add_formula(of, *subject, first.presets);
    paths.items.emplace_back(std::move(of));
  }
  return {{"year", std::to_string(year.days.year)},
          {"part", year.days.part.rational().get_str()},
          {"paths", std::move(paths)}};
}

}  // namespace

Record live_forecast(const core::Calculation& first, const analysis::ForecastResult& result) {
  return {{"years", list_of(result.years,
                            [&](const analysis::ForecastYear& year) {
                              return year_of(first, year, &year == &result.years.front());
                            })},
          {"tariff_step", live_rounding(analysis::terms_of(first.subject).step)}};
}

}  // namespace billijk::report
