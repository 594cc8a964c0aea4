#include "analysis/compare/negotiation.hpp"

#include <algorithm>

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;

constexpr std::size_t most_trades = 3;

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

  /// Neighbours in the ranking of what narrows the difference; what widens it is no concession.
  void add_trades() {
    std::vector<const PartyDifference*> narrowing;
    for (std::size_t i = 0; i < std::min(differences_named, result_.differences.size()); ++i) {
      const PartyDifference& difference = result_.differences[i];
      const int sign = difference.effect->value.sign();
      if (sign == 0) continue;
      (sign == bridge_.difference.sign() ? narrowing : result_.other_way).push_back(&difference);
    }
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

Negotiation negotiation_of(const Comparison& comparison) { return Talks{comparison}.run(); }

}  // namespace billijk::analysis
