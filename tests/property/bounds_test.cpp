#include "core/bounds.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "core/calculation.hpp"
#include "property/random_case.hpp"

namespace billijk::core {
namespace {

const std::optional<Decimal>& value(const Calculation& calculation, std::size_t input, End end) {
  return end_of(*calculation.ranged[input].input(calculation.subject), end);
}

/// A boundary with the inputs at these ends, nothing rounded.
Exact moved(const Calculation& calculation, const std::vector<std::optional<End>>& ends,
            Total total) {
  Bench<Exact> bench{calculation.resolution.resolved};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (ends[i]) bench.set(calculation.ranged[i], *value(calculation, i, *ends[i]));
  }
  RC_ASSERT(bench.compute_unrounded() == Trouble::none);
  return bench[total];
}

/// The end of one input that moves a boundary furthest, as the manual says it.
std::optional<End> best_end(const Calculation& calculation, std::size_t input, Total total,
                            End direction) {
  std::vector<std::optional<End>> ends(calculation.ranged.size());
  std::optional<End> best;
  Exact reached = moved(calculation, ends, total);
  for (const End end : both_ends) {
    if (!value(calculation, input, end)) continue;
    ends[input] = end;
    const Exact at_end = moved(calculation, ends, total);
    if (direction == End::low ? at_end >= reached : at_end <= reached) continue;
    reached = at_end;
    best = end;
  }
  return best;
}

void check_bounds(const Calculation& calculation) {
  for (const End direction : both_ends) {
    for (const Total total : all_totals) {
      SureBench bench{calculation.resolution.resolved};
      for (std::size_t i = 0; i < calculation.ranged.size(); ++i) {
        if (const auto end = best_end(calculation, i, total, direction))
          bench.set(calculation.ranged[i], *value(calculation, i, *end));
      }
      RC_ASSERT(bench.exact.compute() == Trouble::none);
      const Boundaries furthest = boundaries_of(bench.exact.sheet(), calculation.ways());
      const Boundary& boundary = *calculation[total];
      RC_ASSERT(*(direction == End::low ? boundary.low : boundary.high) == *furthest[total]);
      Boundaries whole;
      RC_ASSERT(bench.compute_rounded(whole) == Trouble::none);
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
