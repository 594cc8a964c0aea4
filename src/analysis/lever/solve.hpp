#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analysis/lever/lever.hpp"

namespace billijk::analysis {

/// What looking for a value gave.
enum class Found : std::uint8_t {
  value,      ///< the last value that holds
  every,      ///< every value that is allowed holds
  none,       ///< no value that is allowed holds
  no_effect,  ///< the boundary does not depend on the figure
};

/// "value", "every", "none", "no_effect".
std::string_view key_of(Found found);

/// The value of one figure at which a boundary meets a tariff, all else equal.
struct Solution {
  std::string key;
  core::Unit unit = core::Unit::none;
  core::Total goal = core::Total::cost_price;
  Found found = Found::none;
  bool holds_at_own = false;
  bool is_highest = true;  ///< beyond `value` lie higher figures that do not hold, else lower ones
  std::optional<core::Exact> own;
  core::Decimal grid;
  std::optional<core::Decimal> value;
  std::optional<core::Decimal> beyond;       ///< one step of the grid further, if that is allowed
  std::optional<core::Exact> boundary;       ///< rounded, at `value`
  std::optional<core::Exact> next_boundary;  ///< rounded, at `beyond`; absent where there is none
  std::optional<core::Exact> tariff;         ///< per hour at `value`, where the figure moves it
  std::optional<core::Exact> next_tariff;    ///< the same at `beyond`

  /// Whether a value that is allowed holds.
  bool is_in_range() const {
    return found == Found::no_effect ? holds_at_own : found != Found::none;
  }
};

/// What is asked of a figure.
struct Question {
  core::Total goal = core::Total::cost_price;
  core::Tariff tariff;
  std::optional<core::Decimal> grid;  ///< in the place of the lever's own
};

/// Finds the last value on the grid that still holds, with one step further one that does not.
///
/// The search goes outward from the case's own value: where the goal holds there, to the first
/// value at which it no longer does; where it fails, to the nearest at which it holds. It asks
/// whole stretches of values at a time and takes for granted neither that the boundary only rises
/// nor that it only falls. Where both sides end, the one the boundary rises to is taken. Requires:
/// the case has the boundary; the unit of the tariff finds its divisor.
Solution solve(const LeveredCase& subject, const Question& question);

}  // namespace billijk::analysis
