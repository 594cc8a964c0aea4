#include "analysis/lever/together.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Total;
using tests::CaseText;

std::vector<Effect> effects_of(const core::Calculation& calculation) {
  return sensitivity_of(calculation, Total::cost_price, std::nullopt).effects;
}
core::Verdict verdict_of(const core::Calculation& calculation, const char* tariff) {
  return give_verdict(calculation, {.value = tests::decimal(tariff)}).value();
}
std::string told(const std::optional<Together>& together) {
  if (!together) return "none";
  std::string text;
  for (const MovedFigure& figure : together->figures)
    text += figure.key + ' ' + figure.to.text() + ", ";
  return text + core::fixed(together->there, 2);
}

/// Overhead and sickness with a range each; the cost price is 40.50 at their values.
CaseText ranged() {
  return CaseText{}
      .with("hours", "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, high = 6 }")
      .with("overhead", "of = \"direct\"\npercent = { value = 20, low = 18, high = 22 }");
}

}  // namespace

TEST_CASE("the figures with the largest effect move first, until the verdict is another") {
  const tests::Computed subject = tests::compute(ranged());
  const core::Exact& cost = (*subject)[Total::cost_price]->rounded;
  const core::Exact& low = *(*subject)[Total::cost_price]->low;
  const std::string between = core::fixed(low + (cost - low) / core::Exact{5}, 2);
  const std::optional<Together> found =
      changes_together(*subject, verdict_of(*subject, between.c_str()), effects_of(*subject));
  REQUIRE(found);
  REQUIRE(found->figures.size() == 2);
  CHECK(found->boundary == Total::cost_price);
  CHECK(found->there <= core::Exact{tests::decimal(between.c_str())});
  // What is said holds: a case with those figures has another verdict.
  CHECK(told(found).starts_with("overhead.percent 18, hours.sickness 4, "));
}

TEST_CASE("a tariff below even the lowest cost price is changed by nothing") {
  const tests::Computed subject = tests::compute(ranged());
  CHECK(told(changes_together(*subject, verdict_of(*subject, "20"), effects_of(*subject))) ==
        "none");
}

TEST_CASE("a fair tariff is changed by figures that raise the cost price") {
  const tests::Computed subject = tests::compute(ranged());
  const core::Exact& cost = (*subject)[Total::cost_price]->rounded;
  const std::optional<Together> found = changes_together(
      *subject, verdict_of(*subject, core::fixed(cost, 2).c_str()), effects_of(*subject));
  REQUIRE(found);
  CHECK(told(found).starts_with("overhead.percent 22, "));
  CHECK(core::Exact{cost} < found->there);
}

TEST_CASE("without ranges nothing moves") {
  const tests::Computed subject = tests::compute(CaseText{});
  CHECK(told(changes_together(*subject, verdict_of(*subject, "30"), {})) == "none");
}

}  // namespace billijk::analysis
