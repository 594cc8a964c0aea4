#include "analysis/rows/row_cells.hpp"

#include "analysis/rows/amount.hpp"

namespace billijk::analysis {

core::Decimal decimal_of(const CellNumber& number) {
  return core::Decimal::of(number.coefficient, number.scale);
}

std::optional<CellNumber> cell_number_of(const core::Decimal& decimal) {
  const core::Int128 limit = power_of_ten(18);
  if (decimal.coefficient() >= limit || decimal.coefficient() <= -limit) return std::nullopt;
  return CellNumber{static_cast<std::int64_t>(decimal.coefficient()), decimal.scale()};
}

core::Case with_cells(core::Case subject, std::span<const RowCell> cells) {
  for (const RowCell& cell : cells) {
    std::optional<core::Input>& input = subject.numbers.at(index_of(cell.key));
    if (!input) input.emplace();
    input->value = decimal_of(cell.number);
    input->grouped = is_written_as_thousands(cell.number);
  }
  return subject;
}

}  // namespace billijk::analysis
