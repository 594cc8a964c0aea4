#include "analysis/simulate/simulation_figures.hpp"

#include <algorithm>

#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Int128;
using core::Total;

constexpr int root_decimals = core::Decimal::max_digits;
constexpr int most_classes = 20;

Exact whole(Int128 number) { return Exact{core::Decimal::of(number, 0)}; }

/// n times the sum of squared distances to the mean, exact.
Exact spread(const Exact& draws, Int128 sum, Int128 squares) {
  return draws * whole(squares) - whole(sum) * whole(sum);
}

class Summary {
 public:
  Summary(const Simulation& simulation, const DrawTally& tally)
      : simulation_{simulation},
        tally_{tally},
        step_{simulation.calculation().ways().rounding.step},
        draws_{core::counted(tally.draws)} {}

  SimulationFigures run() {
    SimulationFigures result{.draws = tally_.draws,
                             .exact = tally_.exact,
                             .boundaries = {},
                             .chances = {},
                             .inputs = {}};
    for (const Total total : core::all_totals) result.boundaries[index_of(total)] = boundary(total);
    for (const ChanceTally& chances : tally_.chances) {
      result.chances.push_back({chance(chances.covers_wage_floor),
                                chance(chances.covers_cost_price), chance(chances.under_ceiling),
                                chance(chances.fair)});
    }
    for (std::size_t i = 0; i < tally_.inputs.size(); ++i) {
      result.inputs.push_back(input(i));
    }
    std::ranges::stable_sort(result.inputs, [](const InputFigures& a, const InputFigures& b) {
      return b.squared_correlation.value_or(Exact{}) < a.squared_correlation.value_or(Exact{});
    });
    return result;
  }

 private:
  Exact euros(std::int64_t steps) const { return whole(steps) * step_; }

  BoundaryFigures boundary(Total total) const {
    const BoundaryTally& tally = tally_.boundaries[index_of(total)];
    BoundaryFigures result;
    result.mean = (whole(simulation_.base(total)) + whole(tally.sum) / draws_) * step_;
    if (tally_.draws > 1) {
      const Exact variance =
          spread(draws_, tally.sum, tally.squares) / (draws_ * (draws_ - Exact{1}));
      result.standard_error = core::root_half_up(variance * step_ * step_ / draws_, root_decimals);
    }
    for (std::size_t i = 0; i < quantile_percents.size(); ++i) {
      result.quantiles.at(i) = euros(tally.counts.quantile(quantile_percents.at(i)));
    }
    const StepCounts::Histogram histogram = tally.counts.histogram(most_classes);
    for (const StepCounts::Class& one : histogram.classes) {
      result.histogram.push_back(
          {euros(one.from), euros(one.from + histogram.width - 1), one.count});
    }
    result.steps_per_count = tally.counts.bin_width();
    return result;
  }
  Chance chance(std::uint64_t met) const {
    const Exact share = core::counted(met) / draws_;
    return {share, core::root_half_up(share * (Exact{1} - share) / draws_, root_decimals)};
  }
  /// Formula: (n Σxy - Σx Σy)² / ((n Σx² - (Σx)²) (n Σy² - (Σy)²)).
  InputFigures input(std::size_t place) const {
    const RangeDraw& draw = simulation_.inputs()[place];
    const InputTally& tally = tally_.inputs[place];
    const BoundaryTally& boundary = tally_.boundaries[index_of(simulation_.request().boundary)];
    const Exact own = spread(draws_, tally.sum, tally.squares);
    const Exact of_boundary = spread(draws_, boundary.sum, boundary.squares);
    if (own.is_zero() || of_boundary.is_zero())
      return {.input = &draw, .squared_correlation = {}, .direction = 0};
    // What correlates by chance alone says nothing.
    if (!simulation_.moves(place))
      return {.input = &draw, .squared_correlation = Exact{}, .direction = 0};
    const Exact common = draws_ * whole(tally.products) - whole(tally.sum) * whole(boundary.sum);
    return {.input = &draw,
            .squared_correlation = common * common / (own * of_boundary),
            .direction = common.sign()};
  }

  const Simulation& simulation_;
  const DrawTally& tally_;
  Exact step_;
  Exact draws_;
};

}  // namespace

SimulationFigures figures_of(const Simulation& simulation, const DrawTally& tally) {
  return Summary{simulation, tally}.run();
}

}  // namespace billijk::analysis
