#include "analysis/lever/enclosure.hpp"

#include <catch2/catch.hpp>

#include "unit/figures.hpp"

namespace billijk::analysis {
namespace {

using core::Decimal;
using core::Exact;
using tests::exact;
using tests::holds;

Enclosure from_one_to_three() { return Enclosure::between(1, 3); }

TEST_CASE("an interval holds both its ends and what lies between") {
  for (const char* value : {"1", "3", "2", "4/3"})
    CHECK(holds(from_one_to_three().range(), exact(value)));
  CHECK_FALSE(holds(from_one_to_three().range(), exact("0.99")));
  CHECK_FALSE(holds(from_one_to_three().range(), exact("3.01")));
}

TEST_CASE("what a formula gives for a value lies in what it gives for the interval") {
  const auto formula = [](const auto& x, const auto& seven) {
    return (seven - x) * x / (x + seven);
  };
  const Enclosure all = formula(from_one_to_three(), Enclosure{7});
  for (const char* value : {"1", "1.5", "2", "2.75", "3"})
    CHECK(holds(all.range(), formula(exact(value), Exact{7})));
}

TEST_CASE("the sign of an interval is certain when zero lies outside") {
  CHECK(from_one_to_three().certain_sign() == 1);
  CHECK((Enclosure{0} - from_one_to_three()).certain_sign() == -1);
  CHECK_FALSE((from_one_to_three() - Enclosure{2}).certain_sign());
  CHECK((from_one_to_three() - Enclosure{4}).is_never_above_zero());
  CHECK_FALSE((from_one_to_three() - Enclosure{2}).is_always_above_zero());
}

TEST_CASE("rounding widens an interval by no more than a step") {
  const core::Rounding rounding{.step = Decimal::of(5, 1)};
  const Enclosure rounded = round(from_one_to_three(), rounding);
  for (const char* value : {"1", "1.74", "1.75", "2.26", "3"}) {
    CHECK(holds(rounded.range(), core::round(exact(value), rounding)));
  }
  CHECK(rounded.certain_sign() == 1);
  CHECK(rounded.range().error() < 1.6);
}

TEST_CASE("a quotient by an interval around zero may be anything") {
  const Enclosure around = Enclosure::between(-1, 1);
  CHECK_FALSE((Enclosure{1} / around).certain_sign());
}

}  // namespace
}  // namespace billijk::analysis
