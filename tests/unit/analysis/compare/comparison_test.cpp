#include "analysis/compare/comparison.hpp"

#include <catch2/catch.hpp>

#include "analysis/compare/negotiation.hpp"
#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using tests::CaseText;
using tests::compute;
using tests::exact;

Comparison side_by_side(std::vector<const core::Calculation*> cases) {
  core::Checked<Comparison> found = analysis::compare(std::move(cases), {});
  if (!found) throw std::runtime_error{tests::summary(found.error())};
  return std::move(*found);
}

const ComparedInput& input(const Comparison& comparison, std::string_view key) {
  const auto found = std::ranges::find(comparison.inputs, key, &ComparedInput::key);
  if (found == comparison.inputs.end()) throw std::invalid_argument{"no input " + std::string{key}};
  return *found;
}

TEST_CASE("an input stands beside what the other case has, states or not") {
  const auto a = compute(CaseText{});
  const auto b = compute(CaseText{}, {"hours.sickness=6", "hours.idle=3"});
  const auto c = compute(
      CaseText{}.line("key = \"gloves\"\nelement = \"f\"\namount = 0.1\nper = \"billable_hour\""));
  const Comparison comparison = side_by_side({&*a, &*b, &*c});
  const ComparedInput& sickness = input(comparison, "hours.sickness");
  CHECK(sickness.differs());
  CHECK(sickness.values[0]->text == "5");
  CHECK(sickness.values[1]->text == "6");
  CHECK_FALSE(input(comparison, "hours.leave").differs());
  const ComparedInput& idle = input(comparison, "hours.idle");
  CHECK(idle.values[0]->number == core::Decimal{});
  CHECK(idle.values[0]->stated == nullptr);
  CHECK(idle.values[1]->stated != nullptr);
  const ComparedInput& gloves = input(comparison, "line.gloves.amount");
  CHECK_FALSE(gloves.values[0]);
  CHECK(gloves.differs());
  CHECK(comparison.bridges.size() == 2);
}

TEST_CASE("lines stand in the order of the model, those of one case too") {
  const auto a = compute(CaseText{});
  const auto b = compute(
      CaseText{}.line("key = \"gloves\"\nelement = \"f\"\namount = 0.1\nper = \"billable_hour\""));
  const Comparison comparison = side_by_side({&*a, &*b});
  std::string order;
  for (const ComparedLine& line : comparison.lines) order += line.key + ' ';
  CHECK(order.find("obligation_expenses gloves overhead") != std::string::npos);
  const auto gloves = std::ranges::find(comparison.lines, "gloves", &ComparedLine::key);
  CHECK_FALSE(gloves->values[0]);
  CHECK(gloves->values[1] == exact("0.1"));
}

TEST_CASE("an input is part of the change that has its key, its table or its base") {
  CHECK(is_part_of("wage.mix.5", "wage.mix"));
  CHECK(is_part_of("wage.mix.5", "wage"));
  CHECK_FALSE(is_part_of("wage.minimum_wage", "wage"));
  CHECK(is_part_of("period.from", "period + indexation"));
  CHECK(is_part_of("indexation.percent.2026", "period + indexation"));
  CHECK(is_part_of("hours.sickness_base", "hours.sickness"));
  CHECK(is_part_of("travel.visit_minutes", "travel.minutes"));
  CHECK(is_part_of("contract.volume", "obligations.annual + contract.volume"));
  CHECK_FALSE(is_part_of("hours.leave", "hours.sickness"));
  CHECK(is_part_of("line.one.amount", "line.one"));
  CHECK_FALSE(is_part_of("line.one2.amount", "line.one"));
}

TEST_CASE("a year is the rounded effect times the volume of the first case that has one") {
  const auto a = compute(CaseText{}, {"wage.hourly=21"});
  const auto b = compute(CaseText{}, {"contract.volume=1000"});
  const auto c = compute(CaseText{}, {"contract.volume=9"});
  CHECK(in_a_year(side_by_side({&*a, &*b, &*c}), exact("-2.03")) == exact("-2030"));
  CHECK_FALSE(in_a_year(side_by_side({&*a, &*a}), exact("1")));
}

TEST_CASE("talks rank the differences, and set neighbours against each other") {
  const auto ours = compute(CaseText{}, {"hours.sickness=5"});
  // The wage adds 4.05 alone, the overhead 1.6875; leave of the second is less.
  const auto theirs =
      compute(CaseText{}, {"wage.hourly=22", "overhead.percent=25", "hours.leave=290"});
  const Comparison comparison = side_by_side({&*ours, &*theirs});
  const Negotiation talks = negotiation_of(comparison);
  REQUIRE(talks.differences.size() == 3);
  CHECK(talks.differences[0].effect->key == "wage.hourly");
  CHECK(talks.differences[1].effect->key == "overhead.percent");
  REQUIRE(talks.trades.size() == 1);
  const Trade& trade = talks.trades[0];
  CHECK(trade.second_gives->effect->key == "wage.hourly");
  CHECK(trade.first_gives->effect->key == "overhead.percent");
  CHECK(trade.balance == talks.differences[0].effect->value - talks.differences[1].effect->value);
  // In proportion: 22 less two times what overhead is of wage.
  CHECK(trade.even == exact("22") - exact("2") * talks.differences[1].effect->value /
                                        talks.differences[0].effect->value);
  REQUIRE(talks.other_way.size() == 1);
  CHECK(talks.other_way[0]->effect->key == "hours.leave");
  CHECK(talks.from == theirs.rounded(core::Total::cost_price));
  CHECK(talks.to == ours.rounded(core::Total::ceiling));
  CHECK_FALSE(talks.has_zone());
  CHECK(std::ranges::any_of(
      talks.agreed, [](const ComparedInput* agreed) { return agreed->key == "hours.contract"; }));
  CHECK(std::ranges::none_of(
      talks.agreed, [](const ComparedInput* agreed) { return agreed->key == "hours.idle"; }));
}

}  // namespace
}  // namespace billijk::analysis
