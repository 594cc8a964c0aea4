#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/lever/sensitivity.hpp"

namespace billijk::analysis {

/// A figure at an end of its range.
struct MovedFigure {
  std::string key;
  core::Decimal from, to;
  core::Unit unit = core::Unit::none;
};
/// Figures that change a verdict when they move at once.
struct Together {
  std::vector<MovedFigure> figures;  ///< the largest effect first
  core::Total boundary = core::Total::cost_price;
  core::Exact there;  ///< that boundary then, rounded; EUR per hour
};

/// The first few of the effects on the cost price that take the boundary the verdict is measured
/// against past the tariff; nothing where all of them do not.
std::optional<Together> changes_together(const core::Calculation& calculation,
                                         const core::Verdict& verdict,
                                         const std::vector<Effect>& effects);

}  // namespace billijk::analysis
