#pragma once

#include <optional>
#include <vector>

#include "core/calculation.hpp"

namespace billijk::core {

/// The boundaries in the unit of a tariff, for clients of one profile or for all. Units: EUR per
/// that unit unless said otherwise.
struct UnitPrice {
  const Profile* profile = nullptr;  ///< null for the mix
  std::optional<Exact> norm_hours;   ///< of those clients, where the unit divides by them
  Boundaries totals;                 ///< rounded
  /// What the tariff is for an hour of these clients, where there is one.
  struct Hourly {
    Exact value;  ///< EUR per hour
    Zone zone = Zone::fair;
  };
  std::optional<Hourly> tariff;
};

/// A derived price in the unit: its percentage of what it is derived from in that unit.
struct UnitDerived {
  const DerivedPrice* price = nullptr;
  Exact base;  ///< rounded
  RoundedFigure share;
};

/// A case in the unit of a tariff: for the mix of its clients and, where a client's norm hours make
/// the price, for each profile of [result].
struct UnitPrices {
  TariffUnit unit = TariffUnit::hour;
  UnitPrice mix;
  std::vector<UnitPrice> profiles;
  std::vector<UnitDerived> derived;  ///< of the mix; those of the tariff where there is one
};

/// Puts the boundaries in a unit (billijk-model(7), "Result").
///
/// Formula: exact boundary x 1/60 (minute), norm hours / 52 (week), / 13 (4 weeks), / 12 (month),
///          x norm hours (year), x volume (lump sum), rounded once.
/// Requires: the case has the divisor the unit needs (`divisor_lacking`).
UnitPrices unit_prices(const Calculation& calculation, TariffUnit unit,
                       const std::optional<Decimal>& tariff);

}  // namespace billijk::core
