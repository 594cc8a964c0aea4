#include "core/mover.hpp"

namespace billijk::core {

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

Mover::Mover(const Resolved& resolved)
    : resolved_{resolved},
      unrounded_{resolved.ways},
      base_{numbers_of<Exact>(resolved.figures)},
      numbers_{base_},
      filtered_base_{numbers_of<Filtered>(resolved.figures)},
      filtered_{filtered_base_} {
  unrounded_.rounding.at = RoundingAt::end;
}

void Mover::set(Slot slot, const Decimal& value) {
  number_at(numbers_, slot) = Exact{value, shift_of(slot.unit())};
  number_at(filtered_, slot) = Filtered{value, shift_of(slot.unit())};
}

void Mover::reset(Slot slot) {
  number_at(numbers_, slot) = number_at(base_, slot);
  number_at(filtered_, slot) = number_at(filtered_base_, slot);
}

void Mover::reset() {
  numbers_ = base_;
  filtered_ = filtered_base_;
}

Trouble Mover::compute(const Ways& ways, Boundaries& result) const {
  Recorder<Exact> record;
  Sheet<Exact> sheet;
  const Trouble trouble = evaluate(numbers_, ways, record, sheet);
  if (trouble == Trouble::none) result = boundaries_of(sheet, ways);
  return trouble;
}

Trouble Mover::compute_rounded(Boundaries& result) const {
  const Rounding& rounding = resolved_.ways.rounding;
  const auto exactly = [&] {
    const Trouble trouble = compute(result);
    if (trouble == Trouble::none) result = rounded(result, rounding);
    return trouble;
  };
  Recorder<Filtered> record;
  Sheet<Filtered> sheet;
  const Trouble trouble = evaluate(filtered_, resolved_.ways, record, sheet);
  if (trouble == Trouble::uncertain) return exactly();
  if (trouble != Trouble::none) return trouble;
  for (const Total total : all_totals) {
    if (resolved_.ways.given && total == Total::wage_floor) continue;
    const auto steps = round_to_steps(sheet.totals[index_of(total)].number(), rounding);
    if (!steps) return exactly();
    result[total] = Exact{Decimal{*steps}} * Exact{rounding.step};
  }
  return Trouble::none;
}

Trouble Mover::compute_filtered(Totals<Filtered>& result, std::optional<Slot> left_open) const {
  Recorder<Filtered> record;
  Sheet<Filtered> sheet;
  Trouble trouble = Trouble::none;
  if (left_open) {
    Numbers<Filtered> open = filtered_;
    number_at(open, *left_open) = Filtered::unknown();
    trouble = evaluate(open, unrounded_, record, sheet);
  } else {
    trouble = evaluate(filtered_, unrounded_, record, sheet);
  }
  if (trouble == Trouble::none) {
    result = sheet.totals;
  } else {
    result.fill(EurosPerBillableHour<Filtered>{Filtered::unknown()});
  }
  return trouble;
}

}  // namespace billijk::core
