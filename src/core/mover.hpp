#pragma once

#include <array>
#include <optional>

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

/// A resolved case whose numbers can be moved and computed again.
class Mover {
 public:
  explicit Mover(const Resolved& resolved);

  /// Sets one number; percentages as percentages.
  void set(Slot slot, const Decimal& value);
  void reset(Slot slot);
  void reset();
  const Numbers<Exact>& numbers() const { return numbers_; }

  /// The boundaries at the present figures with the case's [rounding], or why there are none.
  Trouble compute(Boundaries& result) const { return compute(resolved_.ways, result); }
  /// The same with nothing rounded, to compare ends.
  Trouble compute_unrounded(Boundaries& result) const { return compute(unrounded_, result); }
  /// The same rounded: in filtered numbers where they are certain, else exactly.
  Trouble compute_rounded(Boundaries& result) const;

  /// The boundaries with nothing rounded, as far as filtered numbers tell them: of unbounded error
  /// where they do not. With a number `left_open`, what does not depend on it has a bound still.
  Trouble compute_filtered(Totals<Filtered>& result,
                           std::optional<Slot> left_open = std::nullopt) const;

 private:
  Trouble compute(const Ways& ways, Boundaries& result) const;

  const Resolved& resolved_;
  Ways unrounded_;
  Numbers<Exact> base_;
  Numbers<Exact> numbers_;
  Numbers<Filtered> filtered_base_;
  Numbers<Filtered> filtered_;
};

}  // namespace billijk::core
