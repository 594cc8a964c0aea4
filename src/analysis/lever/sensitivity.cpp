#include "analysis/lever/sensitivity.hpp"

#include <algorithm>
#include <array>

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Total;
using core::Trouble;

/// One figure moved, its boundary read.
class Reading {
 public:
  Reading(const LeveredCase& subject, Total total)
      : subject_{subject}, total_{total}, bench_{subject.resolved} {}

  std::optional<Exact> at(const Exact& value) { return read(value, bench_.ways()); }
  std::optional<Exact> unrounded_at(const Exact& value) { return read(value, bench_.unrounded()); }

  /// One unit more, or where that cannot be computed one unit less the other way round.
  std::optional<Exact> per_unit(const Exact& own) {
    const std::optional<Exact> base = unrounded_at(own);
    if (!base) return std::nullopt;
    if (const std::optional<Exact> more = unrounded_at(own + Exact{1})) return *more - *base;
    if (const std::optional<Exact> less = unrounded_at(own - Exact{1})) return *base - *less;
    return std::nullopt;
  }

 private:
  std::optional<Exact> read(const Exact& value, const core::Ways& ways) {
    if (!subject_.lever.allows(value)) return std::nullopt;
    subject_.lever.put(bench_, value);
    if (bench_.compute(ways) != Trouble::none) return std::nullopt;
    return bench_[total_];
  }

  const LeveredCase& subject_;
  Total total_;
  core::Bench<Exact> bench_;
};

/// Whether values, in the order of their inputs, only rise or only fall.
bool is_monotonic(const std::vector<Exact>& values) {
  return std::ranges::is_sorted(values) || std::ranges::is_sorted(values, std::ranges::greater{});
}

using Ends = std::array<std::optional<Exact>, 2>;

Effect effect_of(const LeveredCase& subject, Total total, const Ends& ends) {
  const Lever& lever = subject.lever;
  Reading reading{subject, total};
  const Exact half{mpq_class{1, 2}};
  Effect effect{
      .key = lever.name, .unit = lever.unit, .own = *lever.own, .low = ends[0], .high = ends[1]};
  std::vector<Exact> values;
  if (ends[0]) values.insert(values.end(), {*ends[0], (*ends[0] + effect.own) * half});
  values.push_back(effect.own);
  if (ends[1]) values.insert(values.end(), {(effect.own + *ends[1]) * half, *ends[1]});
  std::vector<Exact> unrounded;
  for (const Exact& value : values) {
    effect.points.push_back({value, reading.at(value)});
    if (std::optional<Exact> boundary = reading.unrounded_at(value))
      unrounded.push_back(std::move(*boundary));
  }
  effect.at_low = effect.points.front().boundary;
  effect.at_high = effect.points.back().boundary;
  if (!effect.low) effect.at_low.reset();
  if (!effect.high) effect.at_high.reset();
  effect.monotonic = is_monotonic(unrounded);
  effect.per_unit = reading.per_unit(effect.own);
  return effect;
}

/// Part of itself lower and higher, within the limits of the figure.
Ends ends_by(const Lever& lever, const Exact& by) {
  const Exact reach = core::abs(*lever.own) * by;
  Ends ends{core::max(lever.lowest, *lever.own - reach),
            core::min(lever.highest, *lever.own + reach)};
  if (!lever.allows(*ends[0])) ends[0].reset();
  return ends;
}

void add_ranges(Sensitivity& result, const core::Calculation& calculation) {
  for (const core::Slot slot : calculation.ranged) {
    const core::Checked<LeveredCase> subject = lever_of(calculation, slot);
    if (!subject) continue;
    Ends ends;
    for (const core::End end : core::both_ends) {
      if (const auto& value = end_of(*slot.input(calculation.subject), end))
        ends[index_of(end)] = Exact{*value};
    }
    result.effects.push_back(effect_of(*subject, result.boundary, ends));
  }
}

/// Of the figures the case states, and of the mean wage a scale comes down to.
void add_parts(Sensitivity& result, const core::Calculation& calculation, const Exact& by) {
  for (const core::Slot slot : movable_slots(calculation.subject)) {
    const bool of_scale =
        slot == core::Slot{Key::wage_hourly} && !calculation.subject.scale.empty();
    if (slot.input(calculation.subject) == nullptr && !of_scale) continue;
    const core::Checked<LeveredCase> subject = lever_of(calculation, slot);
    if (!subject || !subject->lever.own || subject->lever.own->is_zero()) continue;
    Effect effect = effect_of(*subject, result.boundary, ends_by(subject->lever, by));
    if (!effect.spread().is_zero()) result.effects.push_back(std::move(effect));
  }
}

/// What parties trade against each other, in the order in which a price is built up.
constexpr std::array<std::string_view, 18> traded{
    "wage.hourly",          "employer_charges.percent",
    "hours.sickness",       "hours.leave",
    "hours.training",       "hours.meetings",
    "hours.idle",           "hours.indirect",
    "travel.minutes",       "travel.minutes_between",
    "travel.visit_minutes", "travel.kilometres",
    "overhead.percent",     "overhead.amount",
    "obligations.hours",    "margin.percent",
    "margin.amount",        "productivity"};

/// Whether the case itself goes the way of this figure; travel minutes are the measure of all.
bool goes_by(const core::Calculation& calculation, std::string_view name) {
  const core::Ways& ways = calculation.ways();
  if (name == path_of(Key::charges_percent)) return ways.flat_charges;
  if (name == path_of(Key::margin_amount)) return !ways.margin;
  return name != path_of(Key::overhead_amount) || !ways.overhead;
}

void add_rates(Sensitivity& result, const core::Calculation& calculation) {
  std::optional<Exact> minute;
  const core::Case& subject = calculation.subject;
  const Exact volume{subject.value(Key::volume)};
  for (const std::string_view name : traded) {
    const core::Checked<LeveredCase> levered = lever_of(calculation, name);
    if (!levered || !goes_by(calculation, name)) continue;
    const std::optional<Exact> worth =
        Reading{*levered, result.boundary}.per_unit(*levered->lever.own);
    if (name == path_of(Key::travel_minutes)) minute = worth;
    if (!worth || worth->is_zero()) continue;
    Rate rate{.key = std::string{name},
              .unit = levered->lever.unit,
              .per_unit = *worth,
              .travel_minutes = {},
              .per_year = {}};
    if (!volume.is_zero()) rate.per_year = *worth * volume;
    result.rates.push_back(std::move(rate));
  }
  if (!minute || minute->is_zero()) return;
  for (Rate& rate : result.rates) rate.travel_minutes = rate.per_unit / *minute;
}

}  // namespace

Extent Effect::extent() const {
  std::optional<Exact> least;
  std::optional<Exact> most;
  for (const EffectPoint& point : points) {
    if (!point.boundary) continue;
    if (!least || *point.boundary < *least) least = point.boundary;
    if (!most || *point.boundary > *most) most = point.boundary;
  }
  return {least.value_or(Exact{}), most.value_or(Exact{})};
}

Sensitivity sensitivity_of(const core::Calculation& calculation, Total boundary,
                           const std::optional<Exact>& by) {
  Sensitivity result{
      .boundary = boundary, .base = calculation[boundary]->value, .effects = {}, .rates = {}};
  if (by) {
    add_parts(result, calculation, *by);
  } else {
    add_ranges(result, calculation);
  }
  std::ranges::stable_sort(result.effects, std::ranges::greater{}, &Effect::spread);
  add_rates(result, calculation);
  return result;
}

}  // namespace billijk::analysis
