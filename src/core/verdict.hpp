#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/bounds.hpp"

namespace billijk::core {

/// Where a tariff stands between the boundaries (billijk-model(7), "Verdict").
enum class Zone : std::uint8_t { below_wage_floor, below_cost_price, fair, above_ceiling };

/// "below_cost_price".
std::string_view key_of(Zone zone);

/// Requires: boundaries rounded, the tariff not.
Zone zone_of(const Exact& tariff_per_hour, const Boundaries& rounded_boundaries);

/// On which side of a boundary a tariff lies.
enum class Side : std::uint8_t { below, above };

/// "below".
std::string_view key_of(Side side);

/// Formula: above the ceiling when the tariff is more than it; below another when it is less. So a
/// tariff that equals one is on its fair side.
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

/// What a tariff per unit is per hour.
///
/// Formula: minute x 60; week x 52, 4weeks x 13, month x 12, year x 1 / norm hours;
///          lump sum / volume.
/// Requires: the divisor the unit needs is above zero.
Exact per_hour(const Exact& tariff, TariffUnit unit, const Exact& norm_hours, const Exact& volume);

/// The number the unit divides by, when it divides at all.
std::optional<Key> divisor_of(TariffUnit unit);

/// The finding that a tariff of this unit needs its divisor.
///
/// Requires: the unit divides.
Diagnostic missing_divisor(TariffUnit unit, const Position& at);

}  // namespace billijk::core
