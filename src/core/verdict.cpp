#include "core/verdict.hpp"

#include "core/case/phrase.hpp"

namespace billijk::core {

std::string_view key_of(Zone zone) {
  constexpr std::array<std::string_view, 4> keys{"below_wage_floor", "below_cost_price", "fair",
                                                 "above_ceiling"};
  return keys.at(static_cast<std::size_t>(zone));
}

Zone zone_of(const Exact& tariff_per_hour, const Boundaries& rounded_boundaries) {
  const auto is = [&](Side side, Total total) {
    const std::optional<Exact>& boundary = rounded_boundaries[total];
    return boundary && side_of(total, tariff_per_hour, *boundary) == side;
  };
  if (is(Side::below, Total::wage_floor)) return Zone::below_wage_floor;
  if (is(Side::below, Total::cost_price)) return Zone::below_cost_price;
  return is(Side::above, Total::ceiling) ? Zone::above_ceiling : Zone::fair;
}

std::string_view key_of(Side side) { return side == Side::below ? "below" : "above"; }

Side side_of(Total total, const Exact& tariff_per_hour, const Exact& rounded_boundary) {
  if (total == Total::ceiling)
    return tariff_per_hour > rounded_boundary ? Side::above : Side::below;
  return tariff_per_hour < rounded_boundary ? Side::below : Side::above;
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
    case TariffUnit::week:
      return tariff * Exact{52} / norm_hours;
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
