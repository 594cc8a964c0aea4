#include "analysis/lever/goal.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Trouble;

/// The figure from which on a boundary is rounded to more than `steps` (zero or more) whole steps.
Exact limit_of(const mpz_class& steps, const core::Rounding& rounding) {
  const Exact half{mpq_class{1, 2}};
  Exact limit{mpq_class{steps}};
  if (rounding.mode == core::RoundingMode::down) limit = limit + Exact{1};
  if (rounding.mode == core::RoundingMode::half_up) limit = limit + half;
  if (rounding.mode == core::RoundingMode::half_even) limit = limit + half;
  return limit * Exact{rounding.step};
}

bool moves_with(const Lever& lever, core::TariffUnit unit) {
  const std::optional<Key> divisor = core::divisor_of(unit);
  return divisor && (lever.is(*divisor) || (*divisor == Key::volume && lever.moves_volume()));
}

/// The tariff as a fraction of its divisor: what it is per hour when that divisor is 1.
Exact undivided(const core::Tariff& tariff) {
  return core::per_hour(Exact{tariff.value}, tariff.unit, Exact{1}, Exact{1});
}

}  // namespace

Goal::Goal(const LeveredCase& subject, core::Total total, const core::Tariff& tariff)
    : subject_{subject},
      total_{total},
      tariff_{tariff},
      tariff_moves_{moves_with(subject.lever, tariff.unit)},
      mover_{subject},
      filtered_{core::numbers_of<core::Filtered>(subject.resolved.figures)},
      enclosed_{core::numbers_of<Enclosure>(subject.resolved.figures)} {
  if (tariff_moves_) return;
  const core::Rounding& rounding = mover_.rounding();
  const mpz_class steps = core::floor_of(*tariff_at(mover_.numbers()) / Exact{rounding.step});
  if (steps.fits_slong_p()) most_steps_ = steps.get_si();
  limit_ = Enclosure{limit_of(steps, rounding)};
}

std::optional<Exact> Goal::tariff_at(const core::Numbers<Exact>& numbers) const {
  const std::optional<Key> divisor = core::divisor_of(tariff_.unit);
  if (divisor && numbers[*divisor].is_zero()) return std::nullopt;
  return core::per_hour(Exact{tariff_.value}, tariff_.unit, numbers[Key::norm_hours],
                        numbers[Key::volume]);
}

Trouble Goal::compute(const Exact& value, const core::Ways& ways, core::Filtered& found) {
  subject_.lever.put(filtered_, core::Filtered{value});
  core::Recorder<core::Filtered> record;
  core::Sheet<core::Filtered> sheet;
  const Trouble trouble = evaluate(filtered_, ways, record, sheet);
  found = sheet.totals[index_of(total_)].number();
  return trouble;
}

bool Goal::holds(const Exact& value) {
  if (!most_steps_) return holds_exactly(value);
  core::Filtered found;
  const Trouble trouble = compute(value, subject_.resolved.ways, found);
  if (trouble == Trouble::uncertain) return holds_exactly(value);
  if (trouble != Trouble::none) return false;
  const auto steps = core::round_to_steps(found, mover_.rounding());
  return steps ? *steps <= *most_steps_ : holds_exactly(value);
}

bool Goal::holds_exactly(const Exact& value) {
  const std::optional<Exact> found = boundary(value);
  if (!found) return false;
  const std::optional<Exact> tariff = tariff_at(mover_.numbers());
  return tariff && *found <= *tariff;
}

std::optional<Exact> Goal::boundary(const Exact& value) {
  mover_.set(value);
  core::Filtered near;
  if (compute(value, subject_.resolved.ways, near) == Trouble::none) {
    if (const auto steps = core::round_to_steps(near, mover_.rounding()))
      return Exact{core::Decimal{*steps}} * Exact{mover_.rounding().step};
  }
  core::Boundaries found;
  if (mover_.compute(found) != Trouble::none) return std::nullopt;
  return core::round(*found[total_], mover_.rounding());
}

std::optional<Exact> Goal::moved_tariff() const {
  return tariff_moves_ ? tariff_at(mover_.numbers()) : std::nullopt;
}

std::optional<Exact> Goal::excess(const Exact& value) {
  mover_.set(value);
  core::Boundaries found;
  const std::optional<Exact> tariff = tariff_at(mover_.numbers());
  if (!tariff || mover_.compute_unrounded(found) != Trouble::none) return std::nullopt;
  return *found[total_] - *tariff;
}

std::optional<int> Goal::change(const Exact& low, const Exact& high) {
  if (!tariff_moves_) {
    core::Filtered at_low;
    core::Filtered at_high;
    const bool computed = compute(low, mover_.unrounded(), at_low) == Trouble::none &&
                          compute(high, mover_.unrounded(), at_high) == Trouble::none;
    const std::optional<int> sign = (at_high - at_low).certain_sign();
    if (computed && sign) return sign;
  }
  const std::optional<Exact> lower = excess(low);
  const std::optional<Exact> upper = excess(high);
  if (!lower || !upper) return std::nullopt;
  return (*upper - *lower).sign();
}

Goal::Over Goal::over(const core::Filtered& low, const core::Filtered& high) {
  subject_.lever.put(enclosed_, Enclosure::between(low, high));
  core::Recorder<Enclosure> record;
  core::Sheet<Enclosure> sheet;
  const Trouble trouble = evaluate(enclosed_, subject_.resolved.ways, record, sheet);
  if (trouble == Trouble::uncertain) return Over::unknown;
  // Nothing to spread needs no volume: at zero itself the answer is another one.
  const bool around_zero = low.value() <= 0 && high.value() >= 0;
  if (trouble == Trouble::no_volume && around_zero) return Over::unknown;
  if (trouble != Trouble::none) return Over::fails;
  return judged(sheet.totals[index_of(total_)].number());
}

Goal::Over Goal::judged(const Enclosure& boundary) const {
  if (!tariff_moves_) {
    const Enclosure excess = boundary - limit_;
    if (excess.certain_sign() == -1) return Over::holds;
    return excess.is_always_above_zero() ? Over::fails : Over::unknown;
  }
  // Rounding moves a boundary by less than a step.
  const Enclosure step{mover_.rounding().step};
  const Enclosure tariff =
      Enclosure{undivided(tariff_)} / enclosed_[*core::divisor_of(tariff_.unit)];
  const Enclosure excess = boundary - tariff;
  if ((excess + step).is_never_above_zero()) return Over::holds;
  return (excess - step).certain_sign() == 1 ? Over::fails : Over::unknown;
}

}  // namespace billijk::analysis
