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
  return divisor && lever.slot == core::Slot{*divisor};
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
      bench_{subject.resolved},
      enclosed_{subject.resolved} {
  if (tariff_moves_) return;
  const mpz_class steps = core::floor_of(*tariff_per_hour() / Exact{rounding().step});
  if (steps.fits_slong_p()) most_steps_ = steps.get_si();
  limit_ = Enclosure{limit_of(steps, rounding())};
}

/// Per hour, with the lever where the exact bench has it.
std::optional<Exact> Goal::tariff_per_hour() const {
  const core::Numbers<Exact>& numbers = bench_.exact.numbers();
  const std::optional<Key> divisor = core::divisor_of(tariff_.unit);
  if (divisor && numbers[*divisor].is_zero()) return std::nullopt;
  return core::per_hour(Exact{tariff_.value}, tariff_.unit, numbers[Key::norm_hours],
                        numbers[Key::volume]);
}

Trouble Goal::compute(const Exact& value, const core::Ways& ways, core::Filtered& found) {
  subject_.lever.put(bench_.filtered, core::Filtered{value});
  const Trouble trouble = bench_.filtered.compute(ways);
  found = bench_.filtered[total_];
  return trouble;
}

bool Goal::holds(const Exact& value) {
  if (!most_steps_) return holds_exactly(value);
  core::Filtered found;
  const Trouble trouble = compute(value, subject_.resolved.ways, found);
  if (trouble == Trouble::uncertain) return holds_exactly(value);
  if (trouble != Trouble::none) return false;
  const auto steps = core::round_to_steps(found, rounding());
  return steps ? *steps <= *most_steps_ : holds_exactly(value);
}

bool Goal::holds_exactly(const Exact& value) {
  const std::optional<Exact> found = boundary(value);
  if (!found) return false;
  const std::optional<Exact> most = tariff_per_hour();
  return most && *found <= *most;
}

std::optional<Exact> Goal::boundary(const Exact& value) {
  subject_.lever.put(bench_.exact, value);
  core::Filtered near;
  if (compute(value, subject_.resolved.ways, near) == Trouble::none) {
    if (const auto steps = core::round_to_steps(near, rounding()))
      return Exact{core::Decimal{*steps}} * Exact{rounding().step};
  }
  if (bench_.exact.compute() != Trouble::none) return std::nullopt;
  return core::round(bench_.exact[total_], rounding());
}

std::optional<Exact> Goal::moved_tariff() const {
  return tariff_moves_ ? tariff_per_hour() : std::nullopt;
}

std::optional<Exact> Goal::excess(const Exact& value) {
  subject_.lever.put(bench_.exact, value);
  const std::optional<Exact> covered = tariff_per_hour();
  if (!covered || bench_.exact.compute_unrounded() != Trouble::none) return std::nullopt;
  return bench_.exact[total_] - *covered;
}

std::optional<int> Goal::change(const Exact& low, const Exact& high) {
  if (!tariff_moves_) {
    core::Filtered at_low;
    core::Filtered at_high;
    const bool computed = compute(low, bench_.filtered.unrounded(), at_low) == Trouble::none &&
                          compute(high, bench_.filtered.unrounded(), at_high) == Trouble::none;
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
  const Trouble trouble = enclosed_.compute();
  if (trouble == Trouble::uncertain) return Over::unknown;
  // Nothing to spread needs no volume: at zero itself the answer is another one.
  const bool around_zero = low.value() <= 0 && high.value() >= 0;
  if (trouble == Trouble::no_volume && around_zero) return Over::unknown;
  if (trouble != Trouble::none) return Over::fails;
  return judged(enclosed_[total_]);
}

Goal::Over Goal::judged(const Enclosure& boundary) const {
  if (!tariff_moves_) {
    const Enclosure excess = boundary - limit_;
    if (excess.certain_sign() == -1) return Over::holds;
    return excess.is_always_above_zero() ? Over::fails : Over::unknown;
  }
  // Rounding moves a boundary by less than a step.
  const Enclosure step{rounding().step};
  const Enclosure tariff =
      Enclosure{undivided(tariff_)} / enclosed_.numbers()[*core::divisor_of(tariff_.unit)];
  const Enclosure excess = boundary - tariff;
  if ((excess + step).is_never_above_zero()) return Over::holds;
  return (excess - step).certain_sign() == 1 ? Over::fails : Over::unknown;
}

}  // namespace billijk::analysis
