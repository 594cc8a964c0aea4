#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/rows/amount.hpp"
#include "core/case/keys.hpp"
#include "core/verdict.hpp"

namespace billijk::analysis {

/// A number as a cell of a row gives it: coefficient / 10^scale, at most 18 digits.
struct CellNumber {
  std::int64_t coefficient = 0;
  int scale = 0;
};
core::Decimal decimal_of(const CellNumber& number);
/// Nothing for a decimal of more than 18 digits.
std::optional<CellNumber> cell_number_of(const core::Decimal& decimal);

/// A figure of a row: the tariff, the rounded boundaries in the order of `core::Total`, and the
/// distance to the rounded cost price.
enum class RowAmount : std::uint8_t {
  tariff,
  wage_floor,
  cost_price,
  fair_tariff,
  ceiling,
  distance,
  distance_percent,
  distance_year
};
constexpr RowAmount row_amount(core::Total total) {
  return static_cast<RowAmount>(index_of(total) + 1);
}

/// What a row came to; absent is absent. Units: EUR per hour, % and EUR per year.
struct RowFigures {
  std::array<std::optional<Amount>, 8> amounts;
  std::vector<std::optional<Amount>> lines;  ///< of the keys asked for, in steps that add up
  std::optional<core::Zone> zone;
  std::optional<Amount>
      distance_cents;  ///< half_up to cents, where the distance itself was cut off
  /// What a year falls short of the cost price (below zero) or exceeds the ceiling, not rounded:
  /// in machine arithmetic where that holds it, else exact.
  std::optional<Amount> imbalance;
  std::optional<core::Exact> exact_imbalance;
  bool exact = false;  ///< computed in exact numbers: a tie or a boundary was too near

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
  std::optional<CellNumber> tariff;
  std::optional<CellNumber> norm_hours;
  std::optional<CellNumber> volume;
  core::TariffUnit unit = core::TariffUnit::hour;
};

/// Zone and distances from rounded boundaries, in integers: exact, or not at all.
///
/// Requires: the divisor the unit needs is above zero; the boundaries have the same decimals.
/// Returns:  false when a figure has more digits than machine arithmetic holds.
bool judge(const ContractNumbers& contract, RowFigures& figures);

}  // namespace billijk::analysis
