#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/rows/amount.hpp"
#include "core/bounds.hpp"
#include "core/case/keys.hpp"
#include "core/case/rails.hpp"
#include "core/case/row_cells.hpp"
#include "core/verdict.hpp"

namespace billijk::analysis {

/// A figure of a row: the tariff, the rounded boundaries in the order of `core::Total`, the
/// distance to the rounded cost price, what of the tariff reaches who delivers, and what its years
/// come to.
enum class RowAmount : std::uint8_t {
  tariff,
  wage_floor,
  cost_price,
  fair_tariff,
  ceiling,
  distance,
  distance_percent,
  distance_year,
  subcontractor,
  running_total
};
constexpr RowAmount row_amount(core::Total total) {
  return static_cast<RowAmount>(index_of(total) + 1);
}

/// On which side of a boundary the tariff of a row lies, and whether its ranges leave that certain.
struct RowSide {
  core::Side side = core::Side::below;
  bool certain = true;

  friend bool operator==(const RowSide&, const RowSide&) = default;
};
/// The boundaries a zone is made of.
inline constexpr std::array judged_totals{core::Total::wage_floor, core::Total::cost_price,
                                          core::Total::ceiling};

/// The rounded boundaries of a row with the ranges of its case at either end. Units: the last
/// decimal of its boundaries.
using RowEnds = std::array<std::array<std::int64_t, core::total_count>, 2>;

/// What a row came to; absent is absent. Units: EUR per hour, % and EUR per year.
struct RowFigures {
  std::array<std::optional<Amount>, 10> amounts;
  std::vector<std::optional<Amount>> lines;  ///< of the keys asked for, in steps that add up
  std::optional<core::Zone> zone;
  std::optional<core::Zone> subcontractor_zone;                 ///< of what reaches who delivers
  std::array<std::optional<RowSide>, core::total_count> sides;  ///< of the judged totals
  std::optional<bool> certain;          ///< whether the ranges leave the zone as it is
  std::optional<bool> provisional;      ///< whether the verdict rests on what is not yet known
  std::optional<int> sinks_in;          ///< the first year below the cost price
  std::optional<std::size_t> warnings;  ///< what `billijk check` would warn of
  core::Rails rails;                    ///< those among them that are rails
  std::optional<Amount>
      distance_cents;  ///< half_up to cents, where the distance itself was cut off
  /// What a year falls short of the cost price (below zero) or exceeds the ceiling, not rounded:
  /// in machine arithmetic where that holds it, else exact.
  std::optional<Amount> imbalance;
  std::optional<core::Exact> exact_imbalance;
  bool exact = false;  ///< computed in exact numbers: a tie or a boundary was too near

  /// Takes away what an earlier row left, but for its lines.
  void clear();
  std::optional<Amount>& operator[](RowAmount which) {
    return amounts[static_cast<std::size_t>(which)];
  }
  const std::optional<Amount>& operator[](RowAmount which) const {
    return amounts[static_cast<std::size_t>(which)];
  }
  std::optional<Amount>& operator[](core::Total total) { return (*this)[row_amount(total)]; }
  const std::optional<Amount>& operator[](core::Total total) const {
    return (*this)[row_amount(total)];
  }
};

/// The numbers of the contract a verdict takes.
struct ContractNumbers {
  std::optional<core::CellNumber> tariff;
  std::optional<core::CellNumber> norm_hours;
  std::optional<core::CellNumber> volume;
  std::optional<core::CellNumber> fee;  ///< what a lead provider keeps, %
  core::TariffUnit unit = core::TariffUnit::hour;
};

/// What a verdict on a row is to say beside its zone and its distances.
struct RowAsked {
  const RowEnds* ends = nullptr;  ///< of the ranges; without any all is certain
  bool sides = false;
};

/// Zones, sides and distances from rounded boundaries, in integers: exact, or not at all.
///
/// Requires: the divisor the unit needs is above zero; the boundaries have the same decimals.
/// Returns:  false when a figure has more digits than machine arithmetic holds.
bool judge(const ContractNumbers& contract, const RowAsked& asked, RowFigures& figures);

}  // namespace billijk::analysis
