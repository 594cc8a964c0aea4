#include "core/verdict.hpp"

#include "core/case/phrase.hpp"

namespace billijk::core {

std::string_view key_of(Zone zone) {
  constexpr std::array<std::string_view, 4> keys{"below_wage_floor", "below_cost_price", "fair",
                                                 "above_ceiling"};
  return keys.at(static_cast<std::size_t>(zone));
}

Total measured(Zone zone) {
  if (zone == Zone::below_wage_floor) return Total::wage_floor;
  return zone == Zone::above_ceiling ? Total::ceiling : Total::cost_price;
}

Zone zone_of(const Exact& tariff_per_hour, const Boundaries& rounded_boundaries) {
  return static_cast<Zone>(zone_place(tariff_per_hour, rounded_boundaries.value));
}

std::string_view key_of(Side side) { return side == Side::below ? "below" : "above"; }

Side side_of(Total total, const Exact& tariff_per_hour, const Exact& rounded_boundary) {
  const bool beyond = is_beyond(total, tariff_per_hour, rounded_boundary);
  return beyond == (total == Total::ceiling) ? Side::above : Side::below;
}

Judgement judge(const Exact& per_hour, const Boundaries& rounded_boundaries,
                const std::optional<Exact>& volume) {
  Judgement result{
      .per_hour = per_hour, .zone = zone_of(per_hour, rounded_boundaries), .distances = {}};
  for (const Total total : all_totals) {
    const std::optional<Exact>& boundary = rounded_boundaries[total];
    if (!boundary) continue;
    Distance distance{.per_hour = per_hour - *boundary, .percent = {}, .per_year = {}};
    if (!boundary->is_zero()) distance.percent = distance_percent(distance.per_hour, *boundary);
    if (volume) distance.per_year = distance_year(distance.per_hour, *volume);
    result.distances[index_of(total)] = std::move(distance);
  }
  return result;
}

int tariff_factor(TariffUnit unit) {
  switch (unit) {
    case TariffUnit::minute:
      return 60;
    case TariffUnit::week:
      return 52;
    case TariffUnit::four_weeks:
      return 13;
    case TariffUnit::month:
      return 12;
    default:
      return 1;
  }
}

std::optional<Key> divisor_of(TariffUnit unit) {
  switch (unit) {
    case TariffUnit::week:
    case TariffUnit::four_weeks:
    case TariffUnit::month:
    case TariffUnit::year:
      return Key::norm_hours;
    case TariffUnit::lump_sum:
      return Key::volume;
    default:
      return std::nullopt;
  }
}

Diagnostic missing_divisor(TariffUnit unit, const Position& at) {
  const std::string key{path_of(divisor_of(unit).value_or(Key::norm_hours))};
  return finding(Code::needs_divisor, at, key,
                 {{"key", key}, {"reason", Phrase::divides_tariff}, {"unit", phrase_of(unit)}});
}

}  // namespace billijk::core
