#include "analysis/rows/tape_player.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace billijk::analysis {
namespace {

using Lanes = TapePlayer::Lanes;

/// One rounding takes less than this share of its result, however close to 1 its digits are.
constexpr double rounding = 0x1p-52;
constexpr double input_bound = 2 * rounding;
/// Products of two bounds, and what computing bounds loses itself, for bounds below `widest`.
constexpr double slack = 1 + 0x1p-18;
constexpr double widest = 0x1p-20;

template <class Operation>
[[gnu::always_inline]] inline Lanes each(const Lanes& left, const Lanes& right,
                                         const Operation& operation) {
  Lanes result;
  for (std::size_t lane = 0; lane < result.size(); ++lane)
    result[lane] = operation(left[lane], right[lane]);
  return result;
}

/// What a sum may be off, as a share of itself: of the row where it is worst.
double cancelled(const Lanes& left, double left_bound, const Lanes& right, double right_bound,
                 const Lanes& sum) {
  double worst = 0;
  for (std::size_t lane = 0; lane < sum.size(); ++lane) {
    const double off = std::abs(left[lane]) * left_bound + std::abs(right[lane]) * right_bound;
    const double share = off / std::abs(sum[lane]);
    worst = off == 0 || share < worst ? worst : share;
  }
  return worst;
}

}  // namespace

TapePlayer::TapePlayer(Tape tape)
    : tape_{std::move(tape)},
      results_(tape_.steps().size()),
      bounds_(tape_.steps().size(), input_bound) {
  for (std::size_t i = 0; i < results_.size(); ++i) {
    const TapeStep& step = tape_.steps()[i];
    if (step.kind != TapeKind::constant) continue;
    results_[i].fill(step.constant.value());
    bounds_[i] = step.constant.error() == 0
                     ? 0
                     : step.constant.error() / std::abs(step.constant.value()) * slack;
  }
}

void TapePlayer::play() {
  certain_.fill(tape_.is_playable() ? 1 : 0);
  if (!tape_.is_playable()) return;
  for (std::size_t i = 0; i < results_.size(); ++i)
    play_step(tape_.steps()[i], results_[i], bounds_[i]);
  for (const std::size_t place : tape_.positive()) keep_positive(place);
}

[[gnu::always_inline]] inline void TapePlayer::play_step(const TapeStep& step, Lanes& result,
                                                         double& bound) {
  const Lanes& left = results_[step.left];
  const Lanes& right = results_[step.right];
  const double left_bound = bounds_[step.left];
  const double right_bound = bounds_[step.right];
  const double larger_bound = std::max(left_bound, right_bound);
  switch (step.kind) {
    case TapeKind::input:
    case TapeKind::constant:
      break;
    case TapeKind::sum:
      result = each(left, right, [](double a, double b) { return a + b; });
      bound = (larger_bound + rounding) * slack;
      break;
    case TapeKind::any_sum:
      result = each(left, right, [](double a, double b) { return a + b; });
      bound = (std::max(larger_bound, cancelled(left, left_bound, right, right_bound, result)) +
               rounding) *
              slack;
      break;
    case TapeKind::difference:
      result = each(left, right, [](double a, double b) { return a - b; });
      bound = (std::max(larger_bound, cancelled(left, left_bound, right, right_bound, result)) +
               rounding) *
              slack;
      break;
    case TapeKind::product:
      result = each(left, right, [](double a, double b) { return a * b; });
      bound = (left_bound + right_bound + rounding) * slack;
      break;
    case TapeKind::quotient:
      result = each(left, right, [](double a, double b) { return a / b; });
      bound = (left_bound + right_bound + rounding) * slack;
      break;
    case TapeKind::maximum:
      // A bound below 1 leaves no doubt about signs: the larger number is off by no more than
      // either.
      result = each(left, right, [](double a, double b) { return a < b ? b : a; });
      bound = larger_bound;
      break;
    case TapeKind::minimum:
      result = each(left, right, [](double a, double b) { return b < a ? b : a; });
      bound = larger_bound;
      break;
    case TapeKind::whole:
      round(left, left_bound, result);
      bound = 0;
      break;
  }
}

/// As `core::whole_steps`, without a branch.
void TapePlayer::round(const Lanes& values, double bound, Lanes& result) {
  constexpr double whole_doubles = 0x1p52;
  const core::RoundingMode mode = tape_.mode();
  const bool to_half = mode == core::RoundingMode::half_up || mode == core::RoundingMode::half_even;
  const double half = to_half ? 0.5 : 0;
  const double spacing = to_half ? core::rounding_spacing : 0;
  const double step_up = mode == core::RoundingMode::up ? 1 : 0;
  const double wide_bound =
      bound < widest ? bound * slack : std::numeric_limits<double>::infinity();
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const double size = std::abs(values[lane]);
    const double shifted = size + half;
    // Doubles from 2^52 on are whole: the sum is the nearest one.
    const double nearest = (shifted + whole_doubles) - whole_doubles;
    const double lower = nearest - (nearest > shifted ? 1.0 : 0.0);
    const double error = size * wide_bound + shifted * spacing;
    const double small_enough = size + error < core::most_certain_steps ? 1.0 : 0.0;
    const double far_above = shifted - lower > error ? 1.0 : 0.0;
    const double far_below = lower + 1 - shifted > error ? 1.0 : 0.0;
    const double zero = size == 0 ? 1.0 : 0.0;
    const double rounded = std::copysign(lower + step_up, values[lane]);
    result[lane] = size == 0 ? 0.0 : rounded;
    certain_[lane] *= std::max(zero, small_enough * far_above * far_below);
  }
}

void TapePlayer::keep_positive(std::size_t place) {
  const bool known = bounds_[place] < widest;
  for (std::size_t lane = 0; lane < lanes; ++lane)
    certain_[lane] *= known && results_[place][lane] > 0 ? 1.0 : 0.0;
}

bool TapePlayer::is_same(const TapePlayer& other, std::size_t moved, core::Total total,
                         std::size_t lane) const {
  const std::vector<TapeStep>& steps = tape_.steps();
  const auto zero_in_both = [&](std::size_t i) {
    return results_[i][lane] == 0 && other.results_[i][lane] == 0;
  };
  // The one that is the same decides where the other certainly is on the far side of it, twice.
  const auto decides = [&](std::size_t same_one, std::size_t open_one, bool larger) {
    const auto is_beyond = [&](const TapePlayer& in) {
      const double a = in.results_[same_one][lane];
      const double b = in.results_[open_one][lane];
      const double off =
          2 * (std::abs(a) * in.bounds_[same_one] + std::abs(b) * in.bounds_[open_one]);
      return larger ? a - b > off : b - a > off;
    };
    return is_beyond(*this) && is_beyond(other);
  };
  std::vector<bool> same(steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const TapeStep& step = steps[i];
    if (step.kind == TapeKind::input || step.kind == TapeKind::constant) {
      same[i] = i != moved;
      continue;
    }
    same[i] = same[step.left] && same[step.right];
    if (same[i]) continue;
    const bool is_choice = step.kind == TapeKind::maximum || step.kind == TapeKind::minimum;
    if (step.kind == TapeKind::product || step.kind == TapeKind::quotient) {
      same[i] = zero_in_both(i);
    } else if (is_choice && same[step.left] != same[step.right]) {
      const std::size_t kept = same[step.left] ? step.left : step.right;
      const std::size_t open = same[step.left] ? step.right : step.left;
      same[i] = decides(kept, open, step.kind == TapeKind::maximum);
    }
  }
  return same[tape_.totals()[index_of(total)]];
}

}  // namespace billijk::analysis
