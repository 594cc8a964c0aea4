#include "analysis/rows/tape.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/formula/play.hpp"

namespace billijk::analysis {

using core::Exact;
using core::Filtered;
using core::Total;

namespace {

/// Doubles are normal, and so lose no more than half a unit of their last place, well beyond this.
constexpr int most_exponent = 1000;
/// A double of at least 2^n is a multiple of 2^(n - digits).
constexpr int digits = 52;

TapeStep input_step(core::Slot slot) {
  // A decimal of at most 12 places, a percentage two more.
  TapeStep step{.kind = TapeKind::input, .low = -47, .high = 41, .grain = -47 - digits};
  if (slot.kind() != core::Slot::Kind::number) return step;
  const core::KeyFacts& facts = slot.facts();
  step.nonnegative = facts.lowest >= 0;
  step.high = static_cast<int>(std::bit_width(
                  static_cast<std::uint64_t>(std::max(facts.highest, -facts.lowest)))) +
              1;
  return step;
}

/// The sign and size of a result, from those of its operands.
void take_range(TapeStep& step, const TapeStep& a, const TapeStep& b) {
  step.nonnegative = a.nonnegative && b.nonnegative;
  step.low = std::min(a.low, b.low);
  step.high = std::max(a.high, b.high) + 1;
  // Sums of multiples are multiples, rounded or not, however little is left of them.
  step.grain = std::min(a.grain, b.grain);
  switch (step.kind) {
    case TapeKind::difference:
      step.nonnegative = false;
      step.low = step.grain;
      break;
    case TapeKind::any_sum:
      step.low = step.grain;
      break;
    case TapeKind::product:
      step.low = a.low + b.low - 1;
      step.high = a.high + b.high + 1;
      break;
    case TapeKind::quotient:
      step.low = a.low - b.high - 1;
      step.high = a.high - b.low + 1;
      break;
    case TapeKind::maximum:
      step.nonnegative = a.nonnegative || b.nonnegative;
      break;
    case TapeKind::whole:
      step.low = 0;
      step.high = std::max(a.high, 0) + 1;
      break;
    default:
      break;
  }
  const bool of_any_size = step.kind == TapeKind::product || step.kind == TapeKind::quotient ||
                           step.kind == TapeKind::whole;
  step.grain = of_any_size ? step.low - digits : std::max(step.grain, step.low - digits);
}

}  // namespace

std::optional<int> Taped::certain_sign() const {
  if (is_known()) return known_.sign();
  tape_->demand_positive(place_);
  return 1;
}

Taped Taped::write(TapeKind kind, const Taped& a, const Taped& b) {
  Tape& tape = a.is_known() ? *b.tape_ : *a.tape_;
  const std::size_t left = tape.place_of(a);
  const std::size_t right = tape.place_of(b);
  return {tape, tape.add_operation(kind, left, right)};
}

Taped operator+(const Taped& a, const Taped& b) {
  if (a.is_known() && b.is_known()) return Taped{a.known_ + b.known_};
  if (a.is_zero()) return b;
  return b.is_zero() ? a : Taped::write(TapeKind::sum, a, b);
}

Taped operator-(const Taped& a, const Taped& b) {
  if (a.is_known() && b.is_known()) return Taped{a.known_ - b.known_};
  return b.is_zero() ? a : Taped::write(TapeKind::difference, a, b);
}

Taped operator*(const Taped& a, const Taped& b) {
  if (a.is_known() && b.is_known()) return Taped{a.known_ * b.known_};
  if (a.is_zero() || b.is_zero()) return {};
  if (a.is_one()) return b;
  return b.is_one() ? a : Taped::write(TapeKind::product, a, b);
}

Taped operator/(const Taped& a, const Taped& b) {
  if (a.is_zero()) return {};
  if (a.is_known() && b.is_known()) return Taped{a.known_ / b.known_};
  return b.is_one() ? a : Taped::write(TapeKind::quotient, a, b);
}

Taped max(const Taped& a, const Taped& b) {
  return a.is_known() && b.is_known() ? Taped{core::max(a.known_, b.known_)}
                                      : Taped::write(TapeKind::maximum, a, b);
}

Taped min(const Taped& a, const Taped& b) {
  return a.is_known() && b.is_known() ? Taped{core::min(a.known_, b.known_)}
                                      : Taped::write(TapeKind::minimum, a, b);
}

Taped Taped::whole_steps(const Taped& value, const core::Rounding& rounding) {
  if (value.is_known())
    return Taped{Exact{mpq_class{core::round_to_steps(value.known_, rounding)}}};
  const Taped steps = value / Taped{rounding.step};
  return write(TapeKind::whole, steps, steps);
}

Tape::Tape(const core::Resolved& resolved, std::span<const core::Slot> inputs, Gives gives)
    : mode_{resolved.ways.rounding.mode} {
  const core::Recording recording{resolved, {}};
  const core::Formula& formula = recording.formula;
  std::vector<Taped> figures;
  for (const core::FormulaInput& input : formula.inputs())
    figures.emplace_back(recording.figures[figures.size()], shift_of(input.unit));
  for (const core::Slot slot : inputs) {
    const core::Symbol& number = number_at(recording.numbers, slot);
    figures[*number.input_in(formula)] = Taped{*this, add(input_step(slot))};
  }
  std::vector<Taped> values;
  if (!core::play<Taped>(formula, figures, values)) playable_ = false;
  if (!playable_) return;
  const core::Sheet<Taped> sheet = core::sheet_by<Taped>(
      recording.sheet, [&](const core::Symbol& symbol) { return symbol.value_in(values); });
  for (const Total total : core::all_totals) {
    if (gives == Gives::unrounded) {
      totals_[index_of(total)] = place_of(sheet.totals[index_of(total)].number());
      continue;
    }
    const Taped steps =
        Taped::whole_steps(sheet.totals[index_of(total)].number(), resolved.ways.rounding);
    if (steps.is_known() && abs(steps.known_) > Exact{mpq_class{core::most_certain_steps}})
      playable_ = false;
    totals_[index_of(total)] = place_of(steps);
  }
  if (gives == Gives::lines_too) {
    for (const core::LineId line : line_order(resolved.ways)) {
      const Taped steps = line_of(sheet.first, line).number() / Taped{resolved.ways.rounding.step};
      lines_.push_back(place_of(steps));
    }
  }
  forget_unused();
  for (const std::size_t line : lines_) factors_.push_back(factor_of(line));
}

/// number x A / B / rounding step, as the hours of the year are written, or number / f x A / B.
std::optional<LineFactor> Tape::factor_of(std::size_t line) const {
  const TapeStep& in_steps = steps_[line];
  if (in_steps.kind != TapeKind::quotient) return std::nullopt;
  const TapeStep& per_hour = steps_[in_steps.left];
  if (per_hour.kind != TapeKind::quotient) return std::nullopt;
  const TapeStep& a_year = steps_[per_hour.left];
  if (a_year.kind != TapeKind::product) return std::nullopt;
  LineFactor factor{.number = a_year.right,
                    .others = {in_steps.right, per_hour.right, a_year.left, 0}};
  if (steps_[factor.number].kind == TapeKind::quotient) {
    factor.others.back() = steps_[factor.number].right;
    factor.number = steps_[factor.number].left;
  }
  const TapeKind kind = steps_[factor.number].kind;
  if (kind != TapeKind::input && kind != TapeKind::constant) return std::nullopt;
  return factor;
}

bool Tape::moves(std::size_t input, Total total) const {
  if (!playable_) return true;
  std::vector<bool> used(steps_.size());
  used[totals_[index_of(total)]] = true;
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const TapeStep& step = steps_[i];
    if (!used[i] || step.kind == TapeKind::input || step.kind == TapeKind::constant) continue;
    used[step.left] = true;
    used[step.right] = true;
  }
  return used[input];
}

std::size_t Tape::add(TapeStep step) {
  playable_ = playable_ && step.low > -most_exponent && step.high < most_exponent;
  steps_.push_back(step);
  return steps_.size() - 1;
}

std::size_t Tape::add_operation(TapeKind kind, std::size_t left, std::size_t right) {
  if (kind == TapeKind::quotient) demand_positive(right);
  if (kind == TapeKind::sum && !(steps_[left].nonnegative && steps_[right].nonnegative))
    kind = TapeKind::any_sum;
  TapeStep step{.kind = kind, .left = left, .right = right};
  take_range(step, steps_[left], steps_[right]);
  return add(step);
}

std::size_t Tape::add_constant(const Exact& value) {
  // The same number stands in one place, so that what is alike can be seen to be.
  const auto [known, is_new] = constants_.try_emplace(value, steps_.size());
  if (!is_new) return known->second;
  TapeStep step{
      .kind = TapeKind::constant, .constant = Filtered{value}, .nonnegative = value.sign() >= 0};
  playable_ = playable_ && std::isfinite(step.constant.error());
  if (playable_ && !value.is_zero()) {
    step.low = std::ilogb(step.constant.value());
    step.high = step.low + 1;
    step.grain = step.low - digits;
  }
  return add(step);
}

std::size_t Tape::place_of(const Taped& number) {
  return number.is_known() ? add_constant(number.known_) : number.place_;
}

/// From here on the number counts as one above zero: rows where it is not are given up.
void Tape::demand_positive(std::size_t place) {
  if (steps_[place].kind == TapeKind::constant) return;
  steps_[place].nonnegative = true;
  if (std::ranges::find(positive_, place) == positive_.end()) positive_.push_back(place);
}

/// Leaves out the steps no total and no condition rests on; inputs stay.
void Tape::forget_unused() {
  std::vector<bool> used(steps_.size());
  for (const std::size_t place : totals_) used[place] = true;
  for (const std::size_t place : positive_) used[place] = true;
  for (const std::size_t place : lines_) used[place] = true;
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const TapeStep& step = steps_[i];
    if (step.kind == TapeKind::input) used[i] = true;
    if (!used[i] || step.kind == TapeKind::input || step.kind == TapeKind::constant) continue;
    used[step.left] = true;
    used[step.right] = true;
  }
  std::vector<std::size_t> moved(steps_.size());
  std::vector<TapeStep> kept;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (!used[i]) continue;
    moved[i] = kept.size();
    kept.push_back(steps_[i]);
    kept.back().left = moved[steps_[i].left];
    kept.back().right = moved[steps_[i].right];
  }
  steps_ = std::move(kept);
  for (std::size_t& place : totals_) place = moved[place];
  for (std::size_t& place : positive_) place = moved[place];
  for (std::size_t& place : lines_) place = moved[place];
}

}  // namespace billijk::analysis
