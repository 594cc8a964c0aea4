#include "analysis/simulate/range_draw.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "analysis/rows/amount.hpp"

namespace billijk::analysis {
namespace {

using core::Decimal;
using core::Exact;
using core::Int128;

constexpr std::int64_t fewest_steps = 1'000'000;
/// The whole numbers a double tells apart.
constexpr std::int64_t most_steps = std::int64_t{1} << 53;

/// The difference of two decimals in steps of 10^-scale, cut off.
mpz_class steps_between(const Decimal& from, const Decimal& to, int scale) {
  return core::floor_of((Exact{to} - Exact{from}) / Exact{Decimal::of(1, scale)});
}

}  // namespace

RangeDraw::RangeDraw(core::Slot slot, std::string key, const core::Input& input)
    : slot_{slot},
      key_{std::move(key)},
      distribution_{input.distribution},
      low_{input.low.value_or(input.value)},
      value_{input.value},
      high_{input.high.value_or(input.value)},
      shift_{core::shift_of(slot.unit())} {
  grid_scale_ = std::max({low_.scale(), value_.scale(), high_.scale()});
  while (grid_scale_ < Decimal::max_digits &&
         steps_between(low_, high_, grid_scale_) < fewest_steps)
    ++grid_scale_;
  while (grid_scale_ > 0 && steps_between(low_, high_, grid_scale_) > most_steps) --grid_scale_;
  last_ = steps_between(low_, high_, grid_scale_).get_si();
  width_ = static_cast<double>(last_);
  rise_ = static_cast<double>(steps_between(low_, value_, grid_scale_).get_si());
  constexpr int most_bits = 40;
  while ((last_ >> coarseness_) >> most_bits != 0) ++coarseness_;
  if (low_.scale() > grid_scale_) return;
  const std::optional<Amount> start =
      with_decimals({low_.coefficient(), low_.scale()}, grid_scale_);
  const auto is_small = [](Int128 coefficient) {
    return coefficient <= most_steps && coefficient >= -most_steps;
  };
  fast_ = start && is_small(start->coefficient) && is_small(start->coefficient + last_);
  if (fast_) fast_low_ = static_cast<std::int64_t>(start->coefficient);
}

Decimal RangeDraw::decimal(std::int64_t offset) const {
  const int scale = std::max(low_.scale(), grid_scale_);
  return Decimal::of(low_.coefficient() * power_of_ten(scale - low_.scale()) +
                         Int128{offset} * power_of_ten(scale - grid_scale_),
                     scale);
}

std::vector<RangeDraw> drawn_inputs(const core::Case& subject) {
  std::vector<RangeDraw> result;
  for (const core::Slot slot : core::ranged_slots(subject)) {
    const core::Input& input = *slot.input(subject);
    if (input.low.value_or(input.value) != input.high.value_or(input.value))
      result.emplace_back(slot, slot.name(subject), input);
  }
  return result;
}

}  // namespace billijk::analysis
