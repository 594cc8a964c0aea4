#include "analysis/compare/negotiation.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;

constexpr std::size_t most_trades = 3;
constexpr std::size_t most_founded = 3;

/// Tables and keys whose figures parties choose.
constexpr std::array<std::string_view, 9> negotiable{
    "overhead",       "margin",         "training",
    "hours.training", "hours.meetings", "obligations",
    "travel",         "band",           "contract.subcontracting_fee"};

bool is_of(std::string_view key, std::string_view table) {
  return key.starts_with(table) && (key.size() == table.size() || key[table.size()] == '.');
}

/// How a figure is founded; nothing for one that is not, or that nobody gave.
enum class Ground : std::uint8_t { none, stated, sourced, measured };
Ground ground_of(const std::optional<ComparedValue>& value) {
  if (!value || value->stated == nullptr || value->stated->grade == core::Grade::placeholder)
    return Ground::none;
  const core::UsedInput& input = *value->stated;
  if (input.grade == core::Grade::measured) return Ground::measured;
  const bool sure = input.grade && !is_provisional(*input.grade) && !input.source.empty();
  return sure ? Ground::sourced : Ground::stated;
}

class Talks {
 public:
  explicit Talks(const Comparison& comparison)
      : comparison_{comparison}, bridge_{comparison.bridges.front()} {}

  Negotiation run() {
    for (const ComparedInput& input : comparison_.inputs) {
      const bool both = std::ranges::all_of(
          input.values, [](const auto& value) { return value && value->stated != nullptr; });
      if (both && !input.differs()) result_.agreed.push_back(&input);
    }
    for (const BridgeEffect& effect : bridge_.effects)
      result_.differences.push_back({&effect, inputs_of(effect)});
    std::ranges::stable_sort(result_.differences,
                             [](const PartyDifference& a, const PartyDifference& b) {
                               return abs(b.effect->value) < abs(a.effect->value);
                             });
    add_founded();
    add_trades();
    result_.from = (*comparison_.cases.at(1))[Total::cost_price]->rounded;
    result_.to = comparison_.first()[Total::ceiling]->rounded;
    return std::move(result_);
  }

 private:
  std::vector<const ComparedInput*> inputs_of(const BridgeEffect& effect) const {
    std::vector<const ComparedInput*> inputs;
    for (const ComparedInput& input : comparison_.inputs) {
      if (input.differs() && is_part_of(input.key, effect.key)) inputs.push_back(&input);
    }
    return inputs;
  }

  /// The weakest ground of what a party has of a difference; of several figures that it states.
  static Ground ground_of_party(const PartyDifference& difference, std::size_t party) {
    std::optional<Ground> weakest;
    for (const ComparedInput* input : difference.inputs) {
      const Ground ground = ground_of(input->values[party]);
      if (input->values[party] && (!weakest || ground < *weakest)) weakest = ground;
    }
    return weakest.value_or(Ground::none);
  }
  void add_founded() {
    for (const PartyDifference& difference : result_.differences) {
      if (result_.founded.size() == most_founded) return;
      // A cost price found elsewhere stands against a whole build-up.
      const bool is_given = difference.effect->key == path_of(core::Key::given_cost_price);
      if (difference.effect->value.is_zero() || is_given) continue;
      const std::array grounds{ground_of_party(difference, 0), ground_of_party(difference, 1)};
      const std::size_t party = grounds[0] > grounds[1] ? 0 : 1;
      if (grounds.at(1 - party) == Ground::none && grounds.at(party) >= Ground::sourced)
        result_.founded.push_back({&difference, party, grounds.at(party) == Ground::measured});
    }
  }
  bool is_founded(const PartyDifference& difference) const {
    return std::ranges::find(result_.founded, &difference, &FoundedFigure::difference) !=
           result_.founded.end();
  }

  /// Neighbours in the ranking of what narrows the difference; what widens it is no concession.
  void add_trades() {
    std::vector<const PartyDifference*> narrowing;
    for (const PartyDifference& difference : result_.differences) {
      const int sign = difference.effect->value.sign();
      if (sign == 0 || !is_negotiable(difference.effect->key) || is_founded(difference)) continue;
      (sign == bridge_.difference.sign() ? narrowing : result_.other_way).push_back(&difference);
    }
    result_.other_way.resize(std::min(result_.other_way.size(), most_trades));
    for (std::size_t i = 0; i + 1 < narrowing.size() && result_.trades.size() < most_trades; ++i) {
      result_.trades.push_back(trade(*narrowing[i], *narrowing[i + 1]));
    }
  }
  static Trade trade(const PartyDifference& larger, const PartyDifference& smaller) {
    const Exact worth = abs(larger.effect->value);
    const Exact against = abs(smaller.effect->value);
    Trade result{
        .first_gives = &smaller, .second_gives = &larger, .balance = worth - against, .even = {}};
    if (larger.inputs.size() != 1) return result;
    const std::optional<ComparedValue>& ours = larger.inputs.front()->values[0];
    const std::optional<ComparedValue>& theirs = larger.inputs.front()->values[1];
    if (!ours || !theirs || !ours->number || !theirs->number) return result;
    result.even =
        Exact{*theirs->number} + (Exact{*ours->number} - Exact{*theirs->number}) * against / worth;
    return result;
  }

  const Comparison& comparison_;
  const Bridge& bridge_;
  Negotiation result_;
};

}  // namespace

bool is_negotiable(std::string_view change) {
  constexpr std::string_view joint = " + ";
  while (!change.empty()) {
    const std::string_view one = change.substr(0, change.find(joint));
    if (std::ranges::none_of(negotiable, [&](std::string_view table) { return is_of(one, table); }))
      return false;
    change.remove_prefix(std::min(change.size(), one.size() + joint.size()));
  }
  return true;
}

Negotiation negotiation_of(const Comparison& comparison) { return Talks{comparison}.run(); }

}  // namespace billijk::analysis
