#include "analysis/simulate/simulation.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "property/random_case.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;
using tests::RandomCase;
using tests::Taste;

/// The case with every range drawn, as a case of its own.
core::Case drawn(const core::Case& subject, const std::vector<RangeDraw>& inputs,
                 std::uint64_t place, std::uint64_t seed) {
  core::Case result = subject;
  for (const RangeDraw& input : inputs) {
    const double uniform = RandomStream{seed, input.key()}.uniform_pair(place / 2).at(place % 2);
    const core::Slot slot = input.slot();
    core::Input& number =
        slot.is_line() ? result.lines.at(slot.place()).figure : *result.numbers.at(slot.place());
    number.value = input.decimal(input.offset(uniform));
    RC_ASSERT(number.value >= input.low());
    RC_ASSERT(number.value <= input.high());
    number.low.reset();
    number.high.reset();
  }
  return result;
}

struct Count {
  int draws = 0;
  int exact = 0;
};

/// As many draws as there are lanes, each against the calculation of the case it stands for.
void compare(const RandomCase& random, Count& count) {
  const core::Checked<core::Calculation> calculation =
      core::calculate(random.subject, random.presets);
  if (!calculation) return;
  const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000));
  const core::Checked<Simulation> simulation =
      Simulation::of(*calculation, {.seed = seed, .boundary = Total::cost_price, .tariff = {}});
  if (!simulation) return;
  Sampler sampler{*simulation};
  DrawTally before;
  for (std::uint64_t place = 0; place < Sampler::lanes; ++place) {
    DrawTally tally;
    sampler.run(0, place + 1, tally);
    const core::Checked<core::Calculation> wanted =
        core::calculate(drawn(random.subject, simulation->inputs(), place, seed), random.presets);
    RC_ASSERT(wanted.has_value() == (tally.draws > before.draws));
    if (wanted) {
      for (const Total total : core::all_totals) {
        const std::size_t i = index_of(total);
        const core::Int128 above_base = tally.boundaries[i].sum - before.boundaries[i].sum;
        const Exact steps{core::Decimal::of(above_base + simulation->base(total), 0)};
        RC_ASSERT(steps * Exact{calculation->ways().rounding.step} == (*wanted)[total]->rounded);
      }
      ++count.draws;
    }
    before = std::move(tally);
  }
  count.exact += static_cast<int>(before.exact);
}

Count check(const Taste& taste) {
  Count count;
  REQUIRE(rc::check("a draw is what the case it stands for gives",
                    [&] { compare(tests::draw_case(taste), count); }));
  REQUIRE(count.draws > 50);
  return count;
}

TEST_CASE("each draw gives what the case with its numbers gives", "[property]") {
  const Count count = check({.ranges = true});
  CHECK(count.exact < count.draws / 10);
}

TEST_CASE("each draw rounded line by line gives what the case with its numbers gives",
          "[property]") {
  check({.ranges = true, .at = core::RoundingAt::line});
}

}  // namespace
}  // namespace billijk::analysis
