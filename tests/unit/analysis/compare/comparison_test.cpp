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

TEST_CASE("a default left unsaid is no difference") {
  const auto a = compute(CaseText{}.with("contract", "unit = \"hour\"\ndelivery = \"employment\""));
  const auto b = compute(CaseText{});
  const auto c = compute(CaseText{}, {"hours.part_time_factor=100.0"});
  const Comparison comparison = side_by_side({&*a, &*b, &*c});
  for (const ComparedInput& one : comparison.inputs) {
    CAPTURE(one.key);
    CHECK_FALSE(one.differs());
  }
}

TEST_CASE("only what parties agree on is negotiable") {
  for (const char* key : {"overhead.percent", "overhead", "margin.percent", "hours.training",
                          "hours.meetings", "travel.minutes", "obligations.annual", "band.ceiling"})
    CHECK(is_negotiable(key));
  for (const char* key :
       {"wage.mix", "wage", "hours.sickness", "hours.part_time_factor", "hours.idle",
        "hours.trainingx", "line.gloves", "obligations.annual + contract.volume"})
    CHECK_FALSE(is_negotiable(key));
}

TEST_CASE("a measured figure beats one not stated, and is no concession") {
  const CaseText plain =
      CaseText{}.with("hours",
                      "contract = 2000\nleave = 300\nsickness = 5\npart_time_factor = "
                      "{ value = 50, grade = \"measured\" }\nmeetings = 20\ntraining = 30");
  const auto a = compute(CaseText{});
  const auto b = compute(plain, {"overhead.percent=25", "travel.minutes=2"});
  const Comparison comparison = side_by_side({&*a, &*b});
  const Negotiation talks = negotiation_of(comparison);
  REQUIRE(talks.founded.size() == 1);
  CHECK(talks.founded[0].difference->effect->key == "hours.part_time_factor");
  CHECK(talks.founded[0].party == 1);
  CHECK(talks.founded[0].measured);
  CHECK_FALSE(talks.trades.empty());
  for (const Trade& trade : talks.trades) {
    CHECK(is_negotiable(trade.first_gives->effect->key));
    CHECK(is_negotiable(trade.second_gives->effect->key));
  }
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
  // The wage adds most and is what it is; overhead adds 1.6875 and travel 1.20 alone, and the
  // meetings of our own side go the other way.
  const auto ours = compute(CaseText{}, {"hours.meetings=5"});
  const auto theirs =
      compute(CaseText{}, {"wage.hourly=22", "overhead.percent=25", "travel.expenses=1"});
  const Comparison comparison = side_by_side({&*ours, &*theirs});
  const Negotiation talks = negotiation_of(comparison);
  REQUIRE(talks.differences.size() == 4);
  CHECK(talks.differences[0].effect->key == "wage.hourly");
  CHECK(talks.differences[1].effect->key == "overhead.percent");
  CHECK(talks.differences[2].effect->key == "travel.expenses");
  REQUIRE(talks.trades.size() == 1);
  const Trade& trade = talks.trades[0];
  CHECK(trade.second_gives->effect->key == "overhead.percent");
  CHECK(trade.first_gives->effect->key == "travel.expenses");
  CHECK(trade.balance == talks.differences[1].effect->value - talks.differences[2].effect->value);
  // In proportion: 25 less five times what travel is of overhead.
  CHECK(trade.even == exact("25") - exact("5") * talks.differences[2].effect->value /
                                        talks.differences[1].effect->value);
  REQUIRE(talks.other_way.size() == 1);
  CHECK(talks.other_way[0]->effect->key == "hours.meetings");
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
