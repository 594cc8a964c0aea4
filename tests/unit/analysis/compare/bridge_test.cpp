#include "analysis/compare/bridge.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;
using tests::CaseText;
using tests::compute;
using tests::exact;

Bridge bridge(const core::Calculation& a, const core::Calculation& b,
              const BridgeRequest& request = {}) {
  const core::Checked<Bridge> found = bridge_between(a, b, request);
  if (!found) throw std::runtime_error{tests::summary(found.error())};
  return *found;
}

TEST_CASE("an effect is the mean over both orders of two changes") {
  // The cost price is 2.025 x the wage at 20 % overhead: 40.50, with the wage of B 44.55, with its
  // overhead 42.1875, with both 46.40625.
  const auto a = compute(CaseText{});
  const auto b = compute(CaseText{}, {"wage.hourly=22", "overhead.percent=25"});
  const Bridge found = bridge(*a, *b);
  REQUIRE(found.effects.size() == 2);
  CHECK(found.effects[0].key == "wage.hourly");
  CHECK(found.effects[0].value == exact("4.134375"));
  CHECK(found.effects[1].key == "overhead.percent");
  CHECK(found.effects[1].value == exact("1.771875"));
  CHECK(found.difference == exact("5.90625"));
  CHECK(found.rounded == exact("5.91"));
  CHECK(found.effects[0].rounded == exact("4.14"));
  CHECK(found.effects[1].rounded == exact("1.77"));
  CHECK_FALSE(found.sampled_orders);
}

TEST_CASE("one change has the whole difference") {
  const auto a = compute(CaseText{});
  const auto b = compute(CaseText{}, {"wage.hourly=20.001"});
  const Bridge found = bridge(*a, *b);
  REQUIRE(found.effects.size() == 1);
  CHECK(found.effects[0].value == exact("0.002025"));
  CHECK(found.rounded.is_zero());
  CHECK(found.effects[0].rounded.is_zero());
}

TEST_CASE("a bridge is of the boundary asked for") {
  const auto a = compute(CaseText{});
  const auto b = compute(CaseText{}, {"overhead.percent=25", "margin.percent=2"});
  CHECK(bridge(*a, *b, {.boundary = Total::wage_floor}).difference.is_zero());
  const Bridge tariff = bridge(*a, *b, {.boundary = Total::fair_tariff});
  CHECK(tariff.difference == exact("42.1875") * exact("1.02") - exact("40.50"));
}

TEST_CASE(
    "of opposite effects of half a cent the first is shown as a cent, the other as its opposite") {
  const auto a = compute(CaseText{}, {"overhead.percent=25", "obligations.amount=0.004"});
  const auto b = compute(CaseText{}, {"overhead.percent=25", "travel.expenses=0.004"});
  const Bridge there = bridge(*a, *b);
  REQUIRE(there.effects.size() == 2);
  CHECK(there.difference.is_zero());
  CHECK(there.effects[0].value == exact("0.005"));
  CHECK(there.effects[0].rounded == exact("0.01"));
  CHECK(there.effects[1].rounded == exact("-0.01"));
  const Bridge back = bridge(*b, *a);
  CHECK(back.effects[0].rounded == exact("-0.01"));
  CHECK(back.effects[1].rounded == exact("0.01"));
}

TEST_CASE("where rounding differs, what is explained are the rounded figures") {
  const auto a = compute(CaseText{}, {"wage.hourly=20.01"});  // 40.52025
  const auto b = compute(CaseText{}, {"wage.hourly=20.01", "rounding.step=1", "rounding.mode=up"});
  const Bridge found = bridge(*a, *b);
  REQUIRE(found.effects.size() == 1);
  CHECK(found.effects[0].key == "rounding");
  CHECK(found.effects[0].value == exact("0.48"));
  CHECK(found.difference == found.rounded);
}

TEST_CASE("changes that depend on each other share what they do together") {
  const auto a = compute(CaseText{}, {"travel.kilometres=0", "travel.rate=0"});
  const auto b = compute(CaseText{}, {"travel.kilometres=2", "travel.rate=0.5"});
  // 1 euro of direct costs, 1.20 with overhead, only when both change.
  const Bridge found = bridge(*a, *b);
  REQUIRE(found.effects.size() == 2);
  CHECK(found.effects[0].value == exact("0.6"));
  CHECK(found.effects[1].value == exact("0.6"));
}

TEST_CASE("a combination that cannot be computed is named by the fewest changes, with the reason") {
  const auto a = compute(CaseText{}, {"hours.leave=1500"});
  const auto b = compute(CaseText{}, {"hours.contract=1000", "hours.leave=100", "wage.hourly=21"});
  const core::Checked<Bridge> found = bridge_between(*a, *b, {});
  REQUIRE_FALSE(found);
  CHECK(tests::codes(found.error()) == "E113 E029");
  CHECK(tests::argument(found.error().front(), "moved") == "hours.contract");
  CHECK(tests::argument(found.error().front(), "kept") == "wage.hourly, hours.leave");
}

/// Two cases that differ in `count` numbers.
std::pair<tests::Computed, tests::Computed> apart(std::size_t count) {
  const std::vector<std::string> settings{"wage.hourly=21",
                                          "supplements.irregular_hours=2",
                                          "supplements.holiday_allowance=8.5",
                                          "supplements.year_end_bonus=3",
                                          "employer_charges.percent=27",
                                          "hours.contract=1990",
                                          "hours.leave=310",
                                          "hours.sickness=6.5",
                                          "hours.training=8",
                                          "hours.meetings=10",
                                          "hours.idle=5",
                                          "hours.indirect=7",
                                          "travel.minutes=3",
                                          "travel.expenses=0.2",
                                          "overhead.percent=22"};
  return {compute(CaseText{}),
          compute(CaseText{},
                  {settings.begin(), settings.begin() + static_cast<std::ptrdiff_t>(count)})};
}

TEST_CASE("up to twelve changes every order counts, above orders are sampled") {
  const auto [a, b] = apart(12);
  CHECK_FALSE(bridge(*a, *b).sampled_orders);
  const auto [c, d] = apart(13);
  const Bridge sampled = bridge(*c, *d);
  CHECK(sampled.sampled_orders == 400);
  CHECK(sampled.effects.size() == 13);
  for (const BridgeEffect& effect : sampled.effects) CHECK(effect.standard_error);
}

TEST_CASE("sampled effects lie within their error of the exact ones") {
  // What sampling gives of twelve changes and a thirteenth that does nothing.
  const auto [a, b] = apart(12);
  const Bridge all = bridge(*a, *b);
  const auto c =
      compute(CaseText{}, {"wage.hourly=21", "supplements.irregular_hours=2",
                           "supplements.holiday_allowance=8.5", "supplements.year_end_bonus=3",
                           "employer_charges.percent=27", "hours.contract=1990", "hours.leave=310",
                           "hours.sickness=6.5", "hours.training=8", "hours.meetings=10",
                           "hours.idle=5", "hours.indirect=7", "band.ceiling=12"});
  const Bridge sampled = bridge(*a, *c);
  REQUIRE(sampled.sampled_orders);
  for (const BridgeEffect& effect : all.effects) {
    const auto same = std::ranges::find(sampled.effects, effect.key, &BridgeEffect::key);
    REQUIRE(same != sampled.effects.end());
    CHECK(core::abs(same->value - effect.value) <= exact("4") * *same->standard_error);
  }
}

TEST_CASE("another seed samples other orders, the same seed the same") {
  const auto [a, b] = apart(15);
  const auto first = [&](std::uint64_t seed) {
    return bridge(*a, *b, {.boundary = Total::cost_price, .orders = 20, .seed = seed})
        .effects.front()
        .value;
  };
  CHECK(first(1) == first(1));
  CHECK(first(1) != first(2));
}

TEST_CASE("cases that agree have a bridge without effects") {
  const auto a = compute(CaseText{});
  const Bridge found = bridge(*a, *a);
  CHECK(found.effects.empty());
  CHECK(found.difference.is_zero());
}

}  // namespace
}  // namespace billijk::analysis
