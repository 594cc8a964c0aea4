#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/bounds.hpp"
#include "core/recording.hpp"

namespace billijk::analysis {

class Tape;

/// What a step of a tape does. Of a `sum` neither number can be below zero; `any_sum` may cancel;
/// `whole` rounds to a whole number in the mode of the case.
enum class TapeKind : std::uint8_t {
  input,
  constant,
  sum,
  any_sum,
  difference,
  product,
  quotient,
  maximum,
  minimum,
  whole
};

/// An operation on the results of two steps before it; one on a single number has it twice.
struct TapeStep {
  TapeKind kind = TapeKind::input;
  std::size_t left = 0;
  std::size_t right = 0;
  core::Filtered constant = {};
  bool nonnegative = false;
  /// A result that is not zero is at least 2^low and less than 2^high, either sign aside; all are
  /// multiples of 2^grain.
  int low = 0;
  int high = 0;
  int grain = 0;
};

/// A number while a formula is written on a tape: known exactly, or what a step of the tape will
/// give.
///
/// The fourth number type of the one formula: what is played for a million rows is what is computed
/// for one.
class Taped {
 public:
  Taped() = default;
  Taped(int whole)
      : known_{whole} {}  // NOLINT(google-explicit-constructor): 1 - share reads as written
  explicit Taped(core::Exact known) : known_{std::move(known)} {}
  explicit Taped(const core::Decimal& decimal, int shift = 0) : known_{decimal, shift} {}

  /// Of a number that is not known: that it is above zero, which every play then makes sure of.
  std::optional<int> certain_sign() const;
  /// Whether it is zero in every row. A formula gives the same for a zero that is not known.
  bool is_zero() const { return is_known() && known_.is_zero(); }

  friend Taped operator+(const Taped& a, const Taped& b);
  friend Taped operator-(const Taped& a, const Taped& b);
  friend Taped operator*(const Taped& a, const Taped& b);
  /// Requires: b is not known to be zero.
  friend Taped operator/(const Taped& a, const Taped& b);
  friend Taped max(const Taped& a, const Taped& b);
  friend Taped min(const Taped& a, const Taped& b);
  friend Taped round(const Taped& value, const core::Rounding& rounding) {
    return whole_steps(value, rounding) * Taped{rounding.step};
  }

 private:
  friend class Tape;
  Taped(Tape& tape, std::size_t place) : tape_{&tape}, place_{place} {}
  /// The result of a step on two numbers, one of which is not known.
  static Taped write(TapeKind kind, const Taped& a, const Taped& b);
  static Taped whole_steps(const Taped& value, const core::Rounding& rounding);
  bool is_known() const { return tape_ == nullptr; }
  bool is_one() const { return is_known() && known_ == core::Exact{1}; }

  core::Exact known_;
  Tape* tape_ = nullptr;
  std::size_t place_ = 0;
};

/// A line that is a number times and over others: of two with the same others the one is as large
/// as the other when their numbers are the same.
struct LineFactor {
  std::size_t number = 0;             ///< the step of an input or a constant
  std::array<std::size_t, 4> others;  ///< steps

  bool is_like(const LineFactor& other) const { return others == other.others; }
};

/// The totals of a case as a list of operations on those of its numbers that differ from row to
/// row.
///
/// What is the same in every row is computed once, in exact numbers; sums with zero and products
/// with one are left out.
class Tape {
 public:
  /// What a tape gives: totals in whole rounding steps, lines beside them, or totals in euros as
  /// they are before the final rounding.
  enum class Gives : std::uint8_t { totals, lines_too, unrounded };

  /// `inputs` are the numbers that differ, in the order in which a player takes them.
  Tape(const core::Resolved& resolved, std::span<const core::Slot> inputs,
       Gives gives = Gives::totals);

  /// Whether rows can be played at all: no condition fails whatever their numbers, and every result
  /// that is not zero is a normal double.
  bool is_playable() const { return playable_; }
  core::RoundingMode mode() const { return mode_; }
  /// Whether a total can be another with another number for the input; true where nobody knows.
  bool moves(std::size_t input, core::Total total) const;
  /// The inputs first, in their order.
  const std::vector<TapeStep>& steps() const { return steps_; }
  /// The steps whose results must be above zero.
  const std::vector<std::size_t>& positive() const { return positive_; }
  /// The steps that give the totals, each as a whole number of rounding steps if it is not
  /// unrounded.
  const std::array<std::size_t, core::total_count>& totals() const { return totals_; }
  /// The steps that give the lines in rounding steps, not whole, in the order of
  /// `core::line_order`; none where no lines were asked for.
  const std::vector<std::size_t>& lines() const { return lines_; }
  /// What of a line is its own, if it is written like that: hours of leave, of training.
  const std::optional<LineFactor>& factor(std::size_t line) const { return factors_[line]; }

 private:
  friend class Taped;

  std::size_t add(TapeStep step);
  std::size_t add_operation(TapeKind kind, std::size_t left, std::size_t right);
  std::size_t add_constant(const core::Exact& value);
  std::size_t place_of(const Taped& number);
  void demand_positive(std::size_t place);
  void forget_unused();
  std::optional<LineFactor> factor_of(std::size_t line) const;

  core::RoundingMode mode_;
  bool playable_ = true;
  std::map<core::Exact, std::size_t> constants_;  ///< the steps of those written so far
  std::vector<TapeStep> steps_;
  std::vector<std::size_t> positive_;
  std::array<std::size_t, core::total_count> totals_{};
  std::vector<std::size_t> lines_;
  std::vector<std::optional<LineFactor>> factors_;
};

}  // namespace billijk::analysis
