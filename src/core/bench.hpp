#pragma once

#include <array>
#include <optional>
#include <span>

#include "core/case/row_cells.hpp"
#include "core/formula/evaluate.hpp"

namespace billijk::core {

/// The four boundaries, exact; the wage floor is absent with a given cost price.
struct Boundaries {
  std::array<std::optional<Exact>, total_count> value;

  const std::optional<Exact>& operator[](Total total) const { return value[index_of(total)]; }
  std::optional<Exact>& operator[](Total total) { return value[index_of(total)]; }
};
Boundaries boundaries_of(const Sheet<Exact>& sheet, const Ways& ways);
Boundaries rounded(const Boundaries& boundaries, const Rounding& rounding);

/// A resolved case whose figures can be moved and computed again, in numbers of type N.
template <class N>
class Bench {
 public:
  explicit Bench(const Resolved& resolved)
      : ways_{resolved.ways},
        unrounded_{resolved.ways},
        base_{numbers_of<N>(resolved.figures)},
        numbers_{base_} {
    unrounded_.rounding.at = RoundingAt::end;
  }

  /// Sets a figure as the formula takes it: a percentage as a share.
  void set(Slot slot, const N& number) { put(numbers_, slot, number); }
  /// Sets a figure as a case states it.
  void set(Slot slot, const Decimal& value) { set(slot, N{value, shift_of(slot.unit())}); }
  void reset(Slot slot) { set(slot, number_at(base_, slot)); }
  void reset() { numbers_ = base_; }
  const Numbers<N>& numbers() const { return numbers_; }

  /// The ways of the case; and the same with nothing rounded, to compare figures by.
  const Ways& ways() const { return ways_; }
  const Ways& unrounded() const { return unrounded_; }

  /// Computes the sheet at the present figures, with the last rounding still to come.
  Trouble compute() { return compute(ways_); }
  Trouble compute_unrounded() { return compute(unrounded_); }
  Trouble compute(const Ways& ways) {
    Recorder<N> record;
    return evaluate(numbers_, ways, record, sheet_);
  }
  /// What was computed last.
  const Sheet<N>& sheet() const { return sheet_; }
  const N& operator[](Total total) const { return sheet_.totals[index_of(total)].number(); }

 private:
  Ways ways_;
  Ways unrounded_;
  Numbers<N> base_;
  Numbers<N> numbers_;
  Sheet<N> sheet_;
};
extern template class Bench<Exact>;
extern template class Bench<Filtered>;

/// A case in filtered numbers and in exact ones, which are asked where those are not certain.
struct SureBench {
  Bench<Filtered> filtered;
  Bench<Exact> exact;

  explicit SureBench(const Resolved& resolved) : filtered{resolved}, exact{resolved} {}
  void set(Slot slot, const Decimal& value) {
    filtered.set(slot, value);
    exact.set(slot, value);
  }
  void reset(Slot slot) {
    filtered.reset(slot);
    exact.reset(slot);
  }
  /// The boundaries at the present figures, rounded, or why there are none.
  Trouble compute_rounded(Boundaries& result);
};

/// Puts the numbers of a row on a bench.
template <class N>
void set_cells(Bench<N>& bench, std::span<const RowCell> cells) {
  for (const RowCell& cell : cells) bench.set(cell.key, decimal_of(cell.number));
}

}  // namespace billijk::core
