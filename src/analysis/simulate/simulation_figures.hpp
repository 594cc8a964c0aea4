#pragma once

#include <array>
#include <optional>
#include <vector>

#include "analysis/simulate/simulation.hpp"

namespace billijk::analysis {

/// The quantiles a report gives. Units: %.
inline constexpr std::array<unsigned, 5> quantile_percents{5, 25, 50, 75, 95};

/// A class of a histogram: rounded figures from `from` to `to`, both included.
struct DrawClass {
  core::Exact from;
  core::Exact to;
  std::uint64_t draws = 0;
};

/// What the draws of a boundary came to. Units: EUR per hour.
struct BoundaryFigures {
  core::Exact mean;
  std::optional<core::Exact> standard_error;  ///< of the mean, to 12 decimals; absent of one draw
  std::array<core::Exact, quantile_percents.size()> quantiles;
  std::vector<DrawClass> histogram;
  std::int64_t steps_per_count = 1;  ///< above 1, quantiles are no finer than so many steps
};

/// A share of the draws, with its standard error: sqrt(p (1 - p) / draws), to 12 decimals.
struct Chance {
  core::Exact share;
  core::Exact standard_error;
};
struct TariffChances {
  Chance covers_wage_floor, covers_cost_price, under_ceiling, fair;
};

/// How much of the variance of the chosen boundary goes with one input.
struct InputFigures {
  const RangeDraw* input = nullptr;
  std::optional<core::Exact> squared_correlation;  ///< absent when the boundary does not vary
  int direction = 0;  ///< 1 when the boundary rises with the input, -1 when it falls, 0 when it
                      ///< does not rest on it
};

/// A simulation in figures, all worked out of integer sums and rounded once.
struct SimulationFigures {
  std::uint64_t draws = 0;
  std::uint64_t exact = 0;
  std::array<BoundaryFigures, core::total_count> boundaries;
  std::vector<TariffChances> chances;  ///< of the tariff, and of what reaches a subcontractor
  std::vector<InputFigures> inputs;    ///< the largest share of the variance first
};

/// Requires: the tally has draws, none of which failed; the simulation outlives the figures.
SimulationFigures figures_of(const Simulation& simulation, const DrawTally& tally);

}  // namespace billijk::analysis
