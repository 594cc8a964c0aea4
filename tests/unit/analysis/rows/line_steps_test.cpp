#include "analysis/rows/line_steps.hpp"

#include <catch2/catch.hpp>

namespace billijk::analysis {
namespace {

using Lanes = LineSteps::Lanes;

/// The wage as the only line that is not zero, shared out over a total of as many steps in each of
/// the rows.
LineSteps shared_out(const Lanes& wage, double total) {
  const auto is_zero = [](std::size_t place) { return place != index_of(core::Line::wage); };
  LineSteps steps{core::Ways{}, is_zero};
  Lanes totals;
  totals.fill(total);
  steps.share_out([&](core::Total) { return totals; },
                  [&](std::size_t) {
                    return TapePlayer::BoundedLanes{wage, 0x1p-50};
                  });
  return steps;
}

TEST_CASE("a line that is whole gets no step, though its total asks for one more") {
  const auto same = [](std::size_t, std::size_t) { return false; };
  Lanes wage;
  wage.fill(3.4);
  wage[0] = 3;
  const LineSteps more = shared_out(wage, 4);
  CHECK_FALSE(more.is_certain(0, same));
  REQUIRE(more.is_certain(1, same));
  CHECK(more.whole(index_of(core::Line::wage), 1) == 4);
  const LineSteps equal = shared_out(wage, 3);
  REQUIRE(equal.is_certain(0, same));
  CHECK(equal.whole(index_of(core::Line::wage), 0) == 3);
  CHECK(equal.whole(index_of(core::Line::wage), 1) == 3);
  CHECK_FALSE(shared_out(wage, 2).is_certain(0, same));
  CHECK_FALSE(shared_out(wage, 5).is_certain(1, same));
}

}  // namespace
}  // namespace billijk::analysis
