#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/case/case.hpp"
#include "core/case/keys.hpp"

namespace billijk::core {

/// A number as a cell of a row gives it: coefficient / 10^scale, at most 18 digits.
struct CellNumber {
  std::int64_t coefficient = 0;
  int scale = 0;
};
Decimal decimal_of(const CellNumber& number);
/// Whether the cell has a number as 48.000 is written, which may be meant as forty-eight thousand.
constexpr bool is_written_as_thousands(const CellNumber& number) {
  const std::int64_t digits = number.coefficient < 0 ? -number.coefficient : number.coefficient;
  return number.scale == 3 && digits >= 1000 && digits < 1'000'000;
}
/// Nothing for a decimal of more than 18 digits.
std::optional<CellNumber> cell_number_of(const Decimal& decimal);

/// A number that stands in a row's own cell.
struct RowCell {
  Key key = Key::wage_hourly;
  CellNumber number;
};

/// The case of a row: that of its model, with the numbers of its own cells.
Case with_cells(Case subject, std::span<const RowCell> cells);

}  // namespace billijk::core
