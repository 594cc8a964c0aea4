#include "core/bench.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::exact;

TEST_CASE("a bench sets numbers, computes, and puts them back") {
  const Computed sheet =
      compute(CaseText{}.line("key = \"own\"\nelement = \"f\"\npercent = 0\nof = \"wage\""));
  Bench<Exact> bench{sheet->resolution.resolved};
  bench.set(Key::overhead_percent, tests::decimal("10"));
  bench.set({Slot::Kind::percent, 0}, tests::decimal("4"));
  REQUIRE(bench.compute() == Trouble::none);
  CHECK(bench[Total::cost_price] == exact("38.225"));  // 1.1 x (33.75 + 1)
  bench.reset(Slot{Slot::Kind::percent, 0});
  REQUIRE(bench.compute_unrounded() == Trouble::none);
  CHECK(bench[Total::cost_price] == exact("37.125"));
  bench.reset();
  REQUIRE(bench.compute() == Trouble::none);
  CHECK(bench[Total::cost_price] == exact("40.5"));
}

TEST_CASE("a wage of one's own is set in every span of the scale") {
  Numbers<int> numbers;
  numbers.wages = {{.steps = {1, 2}}, {.steps = {1, 3}}};
  put(numbers, {Slot::Kind::own_wage, 0}, 7);
  CHECK(number_at(numbers, {Slot::Kind::own_wage, 0}) == 7);
  CHECK(numbers.wages[1].steps == std::vector{7, 3});
}

TEST_CASE("a sure bench rounds as exact numbers do, near a tie and away from it") {
  const Computed sheet = compute(CaseText{});
  const Rounding& rounding = sheet->ways().rounding;
  SureBench bench{sheet->resolution.resolved};
  for (const char* percent : {"0.5", "20", "19.96296296296", "100"}) {
    bench.set(Key::overhead_percent, tests::decimal(percent));
    Boundaries found;
    REQUIRE(bench.compute_rounded(found) == Trouble::none);
    REQUIRE(bench.exact.compute() == Trouble::none);
    CHECK(*found[Total::cost_price] == round(bench.exact[Total::cost_price], rounding));
  }
  bench.reset(Key::overhead_percent);
  bench.set(Key::leave, tests::decimal("5000"));
  Boundaries none;
  CHECK(bench.compute_rounded(none) == Trouble::no_attendance);
}

}  // namespace
}  // namespace billijk::core
