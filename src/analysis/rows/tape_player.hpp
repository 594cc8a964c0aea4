#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/rows/tape.hpp"

namespace billijk::analysis {

/// Plays a tape for many rows at once, in doubles with a proven bound on what they are off.
///
/// Each result v of a row stands for an exact one within bound x |v|; the bound is one number for
/// all rows. Products, quotients and sums of what is not below zero add to the bounds of their
/// operands half a unit of their own last place; what cancels is looked at row by row, and the
/// worst row counts. Where a whole number is not certain within that bound, or a condition not met,
/// no answer is given for the row. A result of zero is exactly zero: it stays so in products.
///
/// Not for two threads at once.
class TapePlayer {
 public:
  static constexpr std::size_t lanes = 16;
  using Lanes = std::array<double, lanes>;

  explicit TapePlayer(Tape tape);

  /// The numbers of the rows for an input, each the exact one after two roundings at most.
  ///
  /// Requires: what the tape assumes of an input: a decimal within the limits of its key.
  Lanes& input(std::size_t i) { return results_[i]; }
  void play();
  /// Whether the totals of a row are certain; if not, exact numbers tell them, or why there are
  /// none.
  bool is_certain(std::size_t lane) const { return certain_[lane] != 0; }
  /// A total as a number of rounding steps. Requires: is_certain(lane).
  std::int64_t steps(core::Total total, std::size_t lane) const {
    return static_cast<std::int64_t>(results_[tape_.totals()[index_of(total)]][lane]);
  }

 private:
  void play_step(const TapeStep& step, Lanes& result, double& bound);
  void round(const Lanes& values, double bound, Lanes& result);
  void keep_positive(std::size_t place);

  Tape tape_;
  std::vector<Lanes> results_;  ///< of every step
  std::vector<double> bounds_;
  Lanes certain_{};  ///< 1 or 0
};

}  // namespace billijk::analysis
