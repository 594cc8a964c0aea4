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

/// Where a wage that the case would state stands in its scale; nothing without a scale.
std::optional<Steps> steps_around(const core::Calculation& calculation, const core::Decimal& wage);

}  // namespace billijk::analysis
