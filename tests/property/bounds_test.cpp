#include "core/bounds.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "core/calculation.hpp"
#include "property/random_case.hpp"

namespace billijk::core {
namespace {

/// The boundaries with the inputs at these ends, nothing rounded.
Boundaries moved(const Calculation& calculation, const std::vector<std::optional<End>>& ends) {
  Mover mover{calculation.resolution.resolved};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const RangedInput& input = calculation.ranged[i];
    if (ends[i]) mover.set(input.slot, *input.ends[index_of(*ends[i])]);
  }
  Boundaries result;
  RC_ASSERT(mover.compute_unrounded(result) == Trouble::none);
  return result;
}

/// The end of one input that moves a boundary furthest, as the manual says it.
std::optional<End> best_end(const Calculation& calculation, std::size_t input, Total total,
                            End direction) {
  std::vector<std::optional<End>> ends(calculation.ranged.size());
  std::optional<End> best;
  Exact reached = *moved(calculation, ends)[total];
  for (const End end : both_ends) {
    if (!calculation.ranged[input].ends[index_of(end)]) continue;
    ends[input] = end;
    const Exact value = *moved(calculation, ends)[total];
    if (direction == End::low ? value >= reached : value <= reached) continue;
    reached = value;
    best = end;
  }
  return best;
}

void check_bounds(const Calculation& calculation) {
  Mover mover{calculation.resolution.resolved};
  for (const End direction : both_ends) {
    for (const Total total : all_totals) {
      mover.reset();
      for (std::size_t i = 0; i < calculation.ranged.size(); ++i) {
        const RangedInput& input = calculation.ranged[i];
        if (const auto end = best_end(calculation, i, total, direction))
          mover.set(input.slot, *input.ends[index_of(*end)]);
      }
      Boundaries furthest;
      RC_ASSERT(mover.compute(furthest) == Trouble::none);
      const Boundary& boundary = *calculation[total];
      RC_ASSERT(*(direction == End::low ? boundary.low : boundary.high) == *furthest[total]);
      Boundaries whole;
      RC_ASSERT(mover.compute_rounded(whole) == Trouble::none);
      RC_ASSERT(whole.value == rounded(furthest, calculation.ways().rounding).value);
    }
  }
}

void check(const tests::Taste& taste) {
  int ranges = 0;
  REQUIRE(rc::check("low and high of each boundary", [&] {
    tests::RandomCase random = tests::draw_case(taste);
    const Checked<Calculation> calculation =
        calculate(std::move(random.subject), std::move(random.presets));
    if (!calculation || !calculation->has_ranges()) return;
    ++ranges;
    check_bounds(*calculation);
  }));
  CHECK(ranges > 50);
}

TEST_CASE("low and high are those of all inputs at the end that moves each most", "[property]") {
  check({.ranges = true});
  check({.ranges = true, .at = RoundingAt::line});
}

}  // namespace
}  // namespace billijk::core
