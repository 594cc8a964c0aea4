#include "core/verdict.hpp"

#include "core/case/phrase.hpp"

namespace billijk::core {

std::string_view key_of(Zone zone) {
  constexpr std::array<std::string_view, 4> keys{"below_wage_floor", "below_cost_price", "fair",
                                                 "above_ceiling"};
  return keys.at(static_cast<std::size_t>(zone));
}

Zone zone_of(const Exact& tariff_per_hour, const Boundaries& rounded_boundaries) {
  const auto below = [&](Total total) {
    return rounded_boundaries[total] && tariff_per_hour < *rounded_boundaries[total];
  };
  if (below(Total::wage_floor)) return Zone::below_wage_floor;
  if (below(Total::cost_price)) return Zone::below_cost_price;
  return tariff_per_hour > *rounded_boundaries[Total::ceiling] ? Zone::above_ceiling : Zone::fair;
}

Judgement judge(const Exact& per_hour, const Boundaries& rounded_boundaries,
                const std::optional<Exact>& volume) {
  Judgement result{
      .per_hour = per_hour, .zone = zone_of(per_hour, rounded_boundaries), .distances = {}};
  for (const Total total : all_totals) {
    const std::optional<Exact>& boundary = rounded_boundaries[total];
    if (!boundary) continue;
    Distance distance{.per_hour = per_hour - *boundary, .percent = {}, .per_year = {}};
    if (!boundary->is_zero())
      distance.percent = round_half_up(distance.per_hour / *boundary * Exact{100}, 2);
    if (volume) distance.per_year = round_half_up(distance.per_hour * *volume, 2);
    result.distances[index_of(total)] = std::move(distance);
  }
  return result;
}

Exact per_hour(const Exact& tariff, TariffUnit unit, const Exact& norm_hours, const Exact& volume) {
  switch (unit) {
    case TariffUnit::minute:
      return tariff * Exact{60};
    case TariffUnit::four_weeks:
      return tariff * Exact{13} / norm_hours;
    case TariffUnit::month:
      return tariff * Exact{12} / norm_hours;
    case TariffUnit::year:
      return tariff / norm_hours;
    case TariffUnit::lump_sum:
      return tariff / volume;
    case TariffUnit::hour:
      break;
  }
  return tariff;
}

std::optional<Key> divisor_of(TariffUnit unit) {
  switch (unit) {
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
