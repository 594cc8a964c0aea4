#include "core/case/row_cells.hpp"

namespace billijk::core {

Decimal decimal_of(const CellNumber& number) {
  return Decimal::of(number.coefficient, number.scale);
}

std::optional<CellNumber> cell_number_of(const Decimal& decimal) {
  constexpr Int128 limit = 1'000'000'000'000'000'000;
  if (decimal.coefficient() >= limit || decimal.coefficient() <= -limit) return std::nullopt;
  return CellNumber{static_cast<std::int64_t>(decimal.coefficient()), decimal.scale()};
}

Case with_cells(Case subject, std::span<const RowCell> cells) {
  for (const RowCell& cell : cells) {
    std::optional<Input>& input = subject.numbers.at(index_of(cell.key));
    if (!input) input.emplace();
    input->value = decimal_of(cell.number);
    input->grouped = is_written_as_thousands(cell.number);
  }
  return subject;
}

}  // namespace billijk::core
