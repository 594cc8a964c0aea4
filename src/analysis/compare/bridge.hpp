#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/case_part.hpp"
#include "core/calculation.hpp"

namespace billijk::analysis {

/// How a bridge is asked for.
struct BridgeRequest {
  core::Total boundary = core::Total::cost_price;
  std::uint64_t orders = 400;  ///< to sample, when there are too many changes to try all
  std::uint64_t seed = 1;
};

/// What one change does to the boundary, whatever the order in which the changes come.
///
/// Units: EUR per hour.
struct BridgeEffect {
  std::string key;
  core::Exact value;                          ///< exact: the mean over the orders
  core::Exact shown;                          ///< to 12 decimals, adding up to the difference
  core::Exact rounded;                        ///< in steps, adding up to the rounded difference
  std::optional<core::Exact> standard_error;  ///< of sampled orders, to 12 decimals

  /// What people are shown: the rounded figure, but something where there is something.
  const core::Exact& seen() const { return rounded.is_zero() ? value : rounded; }
};

/// The way from one case to another, change by change (billijk-compare(1), "Bridge").
///
/// The boundary of every combination is taken to 12 decimals, before [rounding]; where [rounding]
/// itself differs, after it. Effects are means of differences of such figures, so that they add up
/// to the difference exactly, and exchanging the two cases negates each.
struct Bridge {
  core::Total boundary = core::Total::cost_price;
  std::vector<BridgeEffect> effects;  ///< in the order of the file format
  core::Exact difference;             ///< the second less the first
  core::Exact rounded;                ///< of the boundaries as each case rounds them
  std::optional<std::uint64_t> sampled_orders;

  /// As of an effect.
  const core::Exact& seen() const { return rounded.is_zero() ? difference : rounded; }
};

/// Up to so many changes every order counts; above, orders are sampled.
inline constexpr std::size_t most_exact_changes = 12;

/// The bridge from `a` to `b`.
///
/// Requires: both have the boundary.
/// Errors:   `combination_fails`, and what is wrong with that combination.
core::Checked<Bridge> bridge_between(const core::Calculation& a, const core::Calculation& b,
                                     const BridgeRequest& request);

}  // namespace billijk::analysis
