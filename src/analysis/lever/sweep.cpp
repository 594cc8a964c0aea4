#include "analysis/lever/sweep.hpp"

#include <algorithm>

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;

/// Keys of which a file may state one side only, and those another lever is computed from.
bool exclude(const Lever& one, const Lever& other) {
  const auto is_any = [](const Lever& lever, std::initializer_list<Key> keys) {
    return std::ranges::any_of(keys, [&](Key key) { return lever.is(key); });
  };
  if (one.slope && one.slot == core::Slot{Key::volume})
    return is_any(other, {Key::volume, Key::norm_hours});
  if (one.slope) {
    return other.name.starts_with("hours.") || other.name.starts_with("travel.") ||
           other.is(Key::obligation_hours);
  }
  if (one.is(Key::wage_hourly)) return other.slot.kind() == core::Slot::Kind::own_wage;
  if (one.is(Key::travel_minutes)) return is_any(other, {Key::minutes_between, Key::visit_minutes});
  if (one.is(Key::charges_percent))
    return is_any(other, {Key::permanent, Key::whk, Key::employer_share});
  return (one.is(Key::overhead_amount) && other.is(Key::overhead_percent)) ||
         (one.is(Key::margin_amount) && other.is(Key::margin_percent));
}

}  // namespace

Exact SweepAxis::value(std::size_t index) const {
  return from + step * Exact{core::Decimal{static_cast<std::int64_t>(index)}};
}

bool go_together(const SweepAxis& one, const SweepAxis& other) {
  return !exclude(one.subject.lever, other.subject.lever) &&
         !exclude(other.subject.lever, one.subject.lever);
}

std::vector<SweepPoint> sweep(const core::Calculation& calculation,
                              const std::vector<SweepAxis>& axes) {
  core::Resolved resolved = calculation.resolution.resolved;
  for (const SweepAxis& axis : axes) {
    if (axis.subject.lever.other_way != nullptr) axis.subject.lever.other_way(resolved.ways);
  }
  core::Bench<Exact> bench{resolved};
  std::vector<SweepPoint> points;
  const auto add = [&](std::vector<Exact> at) {
    SweepPoint point{.at = std::move(at), .trouble = core::Trouble::none, .rounded = {}};
    for (std::size_t i = 0; i < axes.size(); ++i) axes[i].subject.lever.put(bench, point.at[i]);
    point.trouble = bench.compute();
    if (point.trouble == core::Trouble::none)
      point.rounded =
          core::rounded(boundaries_of(bench.sheet(), resolved.ways), resolved.ways.rounding);
    points.push_back(std::move(point));
  };
  for (std::size_t i = 0; i < axes.front().size().get_ui(); ++i) {
    const Exact first = axes.front().value(i);
    if (axes.size() == 1) {
      add({first});
      continue;
    }
    for (std::size_t j = 0; j < axes.back().size().get_ui(); ++j)
      add({first, axes.back().value(j)});
  }
  return points;
}

}  // namespace billijk::analysis
