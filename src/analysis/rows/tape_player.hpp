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
  /// A total of every row. Requires: of a row that is certain.
  const Lanes& totals(core::Total total) const { return results_[tape_.totals()[index_of(total)]]; }
  /// Whether a total of a row certainly is what it is in another player of the same tape, whose
  /// inputs differ in one: that may be multiplied by nothing, or be the smaller of two.
  bool is_same(const TapePlayer& other, std::size_t moved, core::Total total,
               std::size_t lane) const;
  /// A line of every row in rounding steps, and what it is off at most as a share of itself.
  ///
  /// Requires: a tape that gives lines.
  bool gives_lines() const { return !tape_.lines().empty(); }
  bool is_zero_line(std::size_t place) const {
    const TapeStep& step = tape_.steps()[tape_.lines()[place]];
    return step.kind == TapeKind::constant && step.constant.is_zero();
  }
  struct BoundedLanes {
    const Lanes& values;
    double bound;
  };
  BoundedLanes line(std::size_t place) const { return bounded(tape_.lines()[place]); }
  BoundedLanes bounded_total(core::Total total) const {
    return bounded(tape_.totals()[index_of(total)]);
  }
  bool moves(std::size_t input, core::Total total) const { return tape_.moves(input, total); }
  /// Whether two lines are certainly the same in this row: alike, and of one number, which
  /// `is_exact` says of a step when different numbers could not have become the same double.
  template <class IsExact>
  bool are_same(std::size_t one, std::size_t other, std::size_t lane,
                const IsExact& is_exact) const {
    const std::optional<LineFactor>& a = tape_.factor(one);
    const std::optional<LineFactor>& b = tape_.factor(other);
    return a && b && a->is_like(*b) && results_[a->number][lane] == results_[b->number][lane] &&
           is_exact(tape_.steps()[a->number], a->number) &&
           is_exact(tape_.steps()[b->number], b->number);
  }

 private:
  // The bound is a share of the exact result, which is nearer to this one than twice as large.
  BoundedLanes bounded(std::size_t step) const { return {results_[step], 2 * bounds_[step]}; }
  void play_step(const TapeStep& step, Lanes& result, double& bound);
  void round(const Lanes& values, double bound, Lanes& result);
  void keep_positive(std::size_t place);

  Tape tape_;
  std::vector<Lanes> results_;  ///< of every step
  std::vector<double> bounds_;
  Lanes certain_{};  ///< 1 or 0
};

}  // namespace billijk::analysis
