#include "analysis/compare/bridge.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "core/number/rounding.hpp"
#include "property/random_case.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using tests::RandomCase;

/// The presets of a random case under names of their own, so that two cases can keep theirs.
RandomCase renamed(RandomCase random, const std::string& suffix) {
  core::Presets presets;
  for (const auto& [name, shared] : random.presets) {
    core::Preset preset = *shared;
    preset.name = name + suffix;
    presets.emplace(preset.name, std::make_shared<const core::Preset>(preset));
  }
  const auto rename = [&](std::string& name) {
    if (!name.empty() && name != "none") name += suffix;
  };
  rename(random.subject.scale);
  if (random.subject.minimum_wage) rename(*random.subject.minimum_wage);
  rename(random.subject.social_preset);
  rename(random.subject.pension_preset);
  if (random.subject.indexation) rename(random.subject.indexation->series);
  random.presets = std::move(presets);
  return random;
}

struct Count {
  int exact = 0;
  int sampled = 0;
};

void compare(const core::Calculation& a, const core::Calculation& b, Count& count) {
  const BridgeRequest request{.boundary = static_cast<core::Total>(tests::below(4)),
                              .orders = 6,
                              .seed = static_cast<std::uint64_t>(tests::below(100))};
  const core::Checked<Bridge> there = bridge_between(a, b, request);
  const core::Checked<Bridge> back = bridge_between(b, a, request);
  RC_ASSERT(there.has_value() == back.has_value());
  if (!there || there->effects.empty()) return;
  RC_ASSERT(there->sampled_orders.has_value() == (there->effects.size() > most_exact_changes));
  Exact value;
  Exact shown;
  Exact rounded;
  for (std::size_t i = 0; i < there->effects.size(); ++i) {
    const BridgeEffect& effect = there->effects[i];
    const BridgeEffect& opposite = back->effects[i];
    RC_ASSERT(effect.key == opposite.key);
    RC_ASSERT(effect.value == -opposite.value);
    RC_ASSERT(effect.shown == -opposite.shown);
    RC_ASSERT(effect.rounded == -opposite.rounded);
    RC_ASSERT(effect.standard_error == opposite.standard_error);
    RC_ASSERT(core::is_written_by(effect.shown, core::Decimal::max_digits));
    value = value + effect.value;
    shown = shown + effect.shown;
    rounded = rounded + effect.rounded;
  }
  RC_ASSERT(value == there->difference);
  RC_ASSERT(shown == there->difference);
  RC_ASSERT(rounded == there->rounded);
  RC_ASSERT(there->rounded == b[request.boundary]->rounded - a[request.boundary]->rounded);
  const auto figure = [&](const core::Calculation& calculation) {
    const core::Rounding of_a = a.subject.rounding();
    const core::Rounding of_b = b.subject.rounding();
    const bool same = of_a.step == of_b.step && of_a.mode == of_b.mode && of_a.at == of_b.at;
    return same ? core::round_half_up(calculation[request.boundary]->value,
                                      core::Decimal::max_digits)
                : calculation[request.boundary]->rounded;
  };
  RC_ASSERT(there->difference == figure(b) - figure(a));
  ++(there->sampled_orders ? count.sampled : count.exact);
}

TEST_CASE("bridges add up, and the way back is the way there negated, above twelve changes",
          "[property]") {
  Count count;
  REQUIRE(rc::check("a bridge between any two cases", [&] {
    const RandomCase one = renamed(tests::draw_case({}), "-a");
    const RandomCase other = renamed(tests::draw_case({}), "-b");
    const core::Checked<core::Calculation> a = core::calculate(one.subject, one.presets);
    const core::Checked<core::Calculation> b = core::calculate(other.subject, other.presets);
    if (a && b) compare(*a, *b, count);
  }));
  CHECK(count.sampled > 50);
}

TEST_CASE("bridges add up, and the way back is the way there negated, up to twelve changes",
          "[property]") {
  Count count;
  REQUIRE(rc::check("a bridge between a case and one with some of another's inputs", [&] {
    const RandomCase one = renamed(
        tests::draw_case({.at = tests::chance(3) ? core::RoundingAt::line : core::RoundingAt::end}),
        "-a");
    const RandomCase other = renamed(tests::draw_case({}), "-b");
    core::Presets presets = one.presets;
    presets.insert(other.presets.begin(), other.presets.end());
    core::Case moved = one.subject;
    int left = 1 + tests::below(7);
    for (const CaseChange& change : changes_between(one.subject, other.subject)) {
      if (left == 0 || !tests::chance(3)) continue;
      for (const CasePart& part : change.parts) part.move(moved, other.subject);
      --left;
    }
    const core::Checked<core::Calculation> a = core::calculate(one.subject, presets);
    const core::Checked<core::Calculation> b = core::calculate(moved, presets);
    if (a && b) compare(*a, *b, count);
  }));
  CHECK(count.exact > 50);
}

}  // namespace
}  // namespace billijk::analysis
