#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/lever/solve.hpp"

namespace billijk::analysis {

/// What a tariff pays for: the wage, each part of the hours, travel, overhead, margin and
/// productivity it leaves room for, each alone and all else equal.
///
/// The margin is held against the fair tariff, of which it is a part; all others against the goal.
/// Of a given cost price only the margin is left.
/// Requires: as `solve`.
std::vector<Solution> pays_for(const core::Calculation& calculation, const Question& question);

/// A step of a wage scale, and what it pays: the mean of the period, raised to the minimum wage.
struct ScaleStep {
  std::string step;
  core::Exact wage;
};

/// The steps on either side of a wage.
struct Steps {
  std::optional<ScaleStep> at_most;  ///< the best paid step the wage reaches
  std::optional<ScaleStep> above;    ///< the next
};

/// A wage that the case would state as `wage.hourly`, as it stands in the cost sheet: in the place
/// of a scale, which is at the level of the period, it is indexed to that level.
core::Exact sheet_wage(const core::Calculation& calculation, const core::Exact& stated);

/// Where a wage of the cost sheet stands in the scale of the case; nothing without a scale.
std::optional<Steps> steps_around(const core::Calculation& calculation, const core::Exact& wage);

}  // namespace billijk::analysis
