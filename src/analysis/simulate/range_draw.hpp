#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "core/bounds.hpp"
#include "core/number/filtered.hpp"

namespace billijk::analysis {

/// A number with a range, drawn as an exact decimal: low plus whole steps of its grid.
///
/// The grid is the coarsest power of ten on which low, value and high lie and that has a million
/// steps or more between low and high; never finer than the twelfth decimal, and no more than 2^53
/// steps. Products, quotients and square roots of doubles are rounded alike on every platform, so
/// that the same random number always gives the same draw.
class RangeDraw {
 public:
  /// Requires: the input has a range and an end that is not its value.
  RangeDraw(core::Slot slot, std::string key, const core::Input& input);

  core::Slot slot() const { return slot_; }
  const std::string& key() const { return key_; }
  core::Distribution distribution() const { return distribution_; }
  const core::Decimal& low() const { return low_; }
  const core::Decimal& value() const { return value_; }
  const core::Decimal& high() const { return high_; }
  core::Decimal grid() const { return core::Decimal::of(1, grid_scale_); }

  /// Grid steps above low, for a random number between 0 and 1: the inverse of the distribution,
  /// to the nearest step.
  std::int64_t offset(double uniform) const {
    double steps = 0;
    if (distribution_ == core::Distribution::uniform) {
      steps = uniform * (width_ + 1);
    } else if (uniform * width_ < rise_) {
      steps = std::sqrt(uniform * (width_ * rise_)) + 0.5;
    } else {
      steps = width_ - std::sqrt((1 - uniform) * (width_ * (width_ - rise_))) + 0.5;
    }
    const auto whole = static_cast<std::int64_t>(steps);
    return whole < last_ ? whole : last_;
  }
  core::Decimal decimal(std::int64_t offset) const;
  /// The same as the number formulas take: a percentage as a share.
  core::Filtered filtered(std::int64_t offset) const {
    if (!fast_) return core::Filtered{decimal(offset), shift_};
    return core::Filtered::of(fast_low_ + offset, grid_scale_ + shift_);
  }
  /// The offset in at most 40 bits, for sums of products; in units of the grid unless that is
  /// finer.
  std::int64_t coarse(std::int64_t offset) const { return offset >> coarseness_; }

 private:
  core::Slot slot_;
  std::string key_;
  core::Distribution distribution_;
  core::Decimal low_, value_, high_;
  int shift_;
  int grid_scale_ = 0;
  double width_ = 0;  ///< high - low in grid steps
  double rise_ = 0;   ///< value - low
  std::int64_t last_ = 0;
  bool fast_ = false;
  std::int64_t fast_low_ = 0;
  int coarseness_ = 0;
};

/// Every number of the case that has room between its ends, in the order of the file format.
std::vector<RangeDraw> drawn_inputs(const core::Case& subject);

}  // namespace billijk::analysis
