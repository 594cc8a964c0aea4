#include "analysis/lever/together.hpp"

#include <algorithm>

#include "core/bench.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;
using core::Zone;

/// The end of a range that lowers the boundary, or that raises it; nothing where neither does.
const std::optional<core::Decimal>* end_of(const core::Input& input, const Effect& effect,
                                           const Exact& base, bool lower) {
  const auto moves = [&](const std::optional<Exact>& there) {
    return there && (lower ? *there < base : base < *there);
  };
  const bool low = moves(effect.at_low);
  const bool high = moves(effect.at_high);
  if (!low && !high) return nullptr;
  if (low && high) {
    const bool low_is_less = *effect.at_low < *effect.at_high;
    return low_is_less == lower ? &input.low : &input.high;
  }
  return low ? &input.low : &input.high;
}

}  // namespace

std::optional<Together> changes_together(const core::Calculation& calculation,
                                         const core::Verdict& verdict,
                                         const std::vector<Effect>& effects) {
  const Zone zone = verdict.judgement.zone;
  const bool lower = zone == Zone::below_wage_floor || zone == Zone::below_cost_price;
  Together result{.figures = {}, .boundary = core::measured(zone), .there = {}};
  const Exact& base = calculation[Total::cost_price]->value;
  core::Bench<Exact> bench{calculation.resolution.resolved};
  for (const Effect& effect : effects) {
    const auto slot = std::ranges::find_if(calculation.ranged, [&](core::Slot one) {
      return one.name(calculation.subject) == effect.key;
    });
    if (slot == calculation.ranged.end()) continue;
    const core::Input& input = *slot->input(calculation.subject);
    const auto* const end = end_of(input, effect, base, lower);
    if (end == nullptr || !*end) continue;
    bench.set(*slot, **end);
    result.figures.push_back({effect.key, input.value, **end, slot->unit()});
    if (bench.compute() != core::Trouble::none) return std::nullopt;
    result.there = round(bench[result.boundary], calculation.ways().rounding);
    const Exact& tariff = verdict.judgement.per_hour;
    if (lower ? result.there <= tariff : tariff < result.there) {
      // A tariff that equals the ceiling is fair.
      return result;
    }
    if (zone == Zone::above_ceiling && tariff <= result.there) return result;
  }
  return std::nullopt;
}

}  // namespace billijk::analysis
