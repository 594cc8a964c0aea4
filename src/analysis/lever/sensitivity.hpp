#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/lever/lever.hpp"

namespace billijk::analysis {

/// A boundary with one input at one value; absent where nothing can be computed.
struct EffectPoint {
  core::Exact value;
  std::optional<core::Exact> boundary;
};

/// The lowest and the highest of some boundaries.
struct Extent {
  core::Exact least;
  core::Exact most;
};

/// What one input does to a boundary over its range, all else equal. Boundaries are before the last
/// rounding.
struct Effect {
  std::string key;
  core::Unit unit = core::Unit::none;
  core::Exact own;
  std::optional<core::Exact> low;
  std::optional<core::Exact> high;
  std::optional<core::Exact> at_low;
  std::optional<core::Exact> at_high;
  bool monotonic = true;                ///< the boundary, unrounded, only rises or only falls
  std::optional<core::Exact> per_unit;  ///< EUR per hour for one unit more
  std::vector<EffectPoint> points;      ///< low, half way, own, half way, high

  /// Of the points; where none can be computed, nothing but zero.
  Extent extent() const;
  core::Exact spread() const { return extent().most - extent().least; }
};

/// What one unit more of a figure is worth.
struct Rate {
  std::string key;
  core::Unit unit = core::Unit::none;
  core::Exact per_unit;                       ///< EUR per billable hour
  std::optional<core::Exact> travel_minutes;  ///< paid minutes per billable hour that cost as much
  std::optional<core::Exact> per_year;        ///< EUR, with a volume
};

struct Sensitivity {
  core::Total boundary = core::Total::cost_price;
  core::Exact base;             ///< before the last rounding
  std::vector<Effect> effects;  ///< the largest spread first
  std::vector<Rate> rates;
};

/// Moves every input over its range, alone.
///
/// `by`, a share, moves every figure the boundary depends on by that part of itself, as far as its
/// limits allow, whatever its range.
/// Requires: the case has the boundary.
Sensitivity sensitivity_of(const core::Calculation& calculation, core::Total boundary,
                           const std::optional<core::Exact>& by);

}  // namespace billijk::analysis
