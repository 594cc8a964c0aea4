#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "core/bounds.hpp"
#include "core/formula/play.hpp"

namespace billijk::core {

template <class N>
using BoundaryNumbers = std::array<std::optional<N>, total_count>;

/// Whether a tariff lies beyond a boundary: above the ceiling, below another; so one that equals a
/// boundary is on its fair side.
///
/// Requires: the boundary rounded, the tariff not.
template <class N>
auto is_beyond(Total total, const N& tariff_per_hour, const N& boundary) {
  return total == Total::ceiling ? less(boundary, tariff_per_hour)
                                 : less(tariff_per_hour, boundary);
}

/// What is chosen among small whole numbers: of exact numbers one of those, of symbols a symbol.
template <class N>
using Chosen = std::conditional_t<std::is_same_v<N, Exact>, int, N>;

/// The place of the zone among zones.
///
/// Requires: boundaries rounded, the tariff not.
template <class N>
Chosen<N> zone_place(const N& tariff_per_hour, const BoundaryNumbers<N>& boundaries) {
  const auto beyond = [&](Total total) {
    return is_beyond(total, tariff_per_hour, *boundaries[index_of(total)]);
  };
  using Whole = Chosen<N>;
  Whole above_cost = choose(beyond(Total::cost_price), Whole{1},
                            choose(beyond(Total::ceiling), Whole{3}, Whole{2}));
  if (!boundaries[index_of(Total::wage_floor)]) return above_cost;
  return choose(beyond(Total::wage_floor), Whole{0}, above_cost);
}

/// Formula: distance / boundary x 100, half_up to 2 decimals.
/// Requires: a boundary that is not zero.
template <class N>
N distance_percent(const N& distance, const N& boundary) {
  return round(distance / boundary * N{100}, Rounding{});
}
/// Formula: distance x volume, half_up to 2 decimals.
template <class N>
N distance_year(const N& distance, const N& volume) {
  return round(distance * volume, Rounding{});
}

/// Where a tariff stands between the boundaries (billijk-model(7), "Verdict").
enum class Zone : std::uint8_t { below_wage_floor, below_cost_price, fair, above_ceiling };

/// "below_cost_price".
std::string_view key_of(Zone zone);

/// The boundary a tariff in this zone is measured against: the one it falls short of or exceeds,
/// of a fair one the cost price.
Total measured(Zone zone);

/// Requires: boundaries rounded, the tariff not.
Zone zone_of(const Exact& tariff_per_hour, const Boundaries& rounded_boundaries);

/// On which side of a boundary a tariff lies.
enum class Side : std::uint8_t { below, above };

/// "below".
std::string_view key_of(Side side);

/// Requires: the boundary rounded, the tariff not.
Side side_of(Total total, const Exact& tariff_per_hour, const Exact& rounded_boundary);

/// How far a tariff is from one boundary; exact, percent and year half_up to 2 decimals.
struct Distance {
  Exact per_hour;
  std::optional<Exact> percent;   ///< of the boundary; absent when that is 0
  std::optional<Exact> per_year;  ///< with a volume
};

/// A tariff per hour against the four boundaries.
struct Judgement {
  Exact per_hour;
  Zone zone = Zone::fair;
  std::array<std::optional<Distance>, total_count> distances;
};

/// Formula: distance = tariff - rounded boundary; percent of the boundary; per year x volume.
Judgement judge(const Exact& per_hour, const Boundaries& rounded_boundaries,
                const std::optional<Exact>& volume);

/// The units of a tariff in what `divisor_of` counts: an hour, or a year.
int tariff_factor(TariffUnit unit);
/// The number the unit divides by, when it divides at all.
std::optional<Key> divisor_of(TariffUnit unit);

/// What a tariff per unit is per hour.
///
/// Formula: minute x 60; week x 52, 4weeks x 13, month x 12, year x 1 / norm hours;
///          lump sum / volume.
/// Requires: the divisor the unit needs is above zero.
template <class N>
N per_hour(const N& tariff, TariffUnit unit, const std::type_identity_t<N>& norm_hours,
           const std::type_identity_t<N>& volume) {
  N units = tariff_factor(unit) == 1 ? tariff : tariff * N{tariff_factor(unit)};
  const std::optional<Key> divisor = divisor_of(unit);
  if (!divisor) return units;
  return units / (*divisor == Key::volume ? volume : norm_hours);
}

/// What an amount per hour is per unit, the same the other way round.
///
/// Requires: the divisor the unit needs.
template <class N>
N per_unit(const N& hourly, TariffUnit unit, const std::type_identity_t<N>& norm_hours,
           const std::type_identity_t<N>& volume) {
  const std::optional<Key> divisor = divisor_of(unit);
  const N hours = divisor ? hourly * (*divisor == Key::volume ? volume : norm_hours) : hourly;
  return hours / N{tariff_factor(unit)};
}

/// The finding that a tariff of this unit needs its divisor.
///
/// Requires: the unit divides.
Diagnostic missing_divisor(TariffUnit unit, const Position& at);

}  // namespace billijk::core
