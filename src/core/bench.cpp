#include "core/bench.hpp"

namespace billijk::core {

template class Bench<Exact>;
template class Bench<Filtered>;

Boundaries boundaries_of(const Sheet<Exact>& sheet, const Ways& ways) {
  Boundaries result;
  for (const Total total : all_totals) {
    if (ways.given && total == Total::wage_floor) continue;
    result[total] = sheet.totals[index_of(total)].number();
  }
  return result;
}

Boundaries rounded(const Boundaries& boundaries, const Rounding& rounding) {
  Boundaries result;
  for (const Total total : all_totals) {
    if (boundaries[total]) result[total] = round(*boundaries[total], rounding);
  }
  return result;
}

Trouble SureBench::compute_rounded(Boundaries& result) {
  const Ways& ways = exact.ways();
  const auto exactly = [&] {
    const Trouble trouble = exact.compute();
    if (trouble == Trouble::none)
      result = rounded(boundaries_of(exact.sheet(), ways), ways.rounding);
    return trouble;
  };
  const Trouble trouble = filtered.compute();
  if (trouble == Trouble::uncertain) return exactly();
  if (trouble != Trouble::none) return trouble;
  for (const Total total : all_totals) {
    if (ways.given && total == Total::wage_floor) continue;
    const auto steps = round_to_steps(filtered[total], ways.rounding);
    if (!steps) return exactly();
    result[total] = Exact{Decimal{*steps}} * Exact{ways.rounding.step};
  }
  return Trouble::none;
}

}  // namespace billijk::core
