#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/bench.hpp"
#include "core/case/case.hpp"
#include "core/case/keys.hpp"

namespace billijk::analysis {

/// A number as a cell of a row gives it: coefficient / 10^scale, at most 18 digits.
struct CellNumber {
  std::int64_t coefficient = 0;
  int scale = 0;
};
core::Decimal decimal_of(const CellNumber& number);
/// Whether the cell has a number as 48.000 is written, which may be meant as forty-eight thousand.
constexpr bool is_written_as_thousands(const CellNumber& number) {
  const std::int64_t digits = number.coefficient < 0 ? -number.coefficient : number.coefficient;
  return number.scale == 3 && digits >= 1000 && digits < 1'000'000;
}
/// Nothing for a decimal of more than 18 digits.
std::optional<CellNumber> cell_number_of(const core::Decimal& decimal);

/// A number that stands in a row's own cell.
struct RowCell {
  core::Key key = core::Key::wage_hourly;
  CellNumber number;
};

/// Puts the numbers of a row on a bench.
template <class N>
void set_cells(core::Bench<N>& bench, std::span<const RowCell> cells) {
  for (const RowCell& cell : cells) bench.set(cell.key, decimal_of(cell.number));
}

/// The case of a row: that of its model, with the numbers of its own cells.
core::Case with_cells(core::Case subject, std::span<const RowCell> cells);

}  // namespace billijk::analysis
