#include "core/case/case.hpp"

#include <algorithm>

namespace billijk::core {
namespace {

constexpr std::string_view default_minimum_wage = "nl/minimum-wage";

class Collector {
 public:
  explicit Collector(const Case& subject) : case_{subject} {}

  /// Those that may stand beside a given cost price, or those that may not.
  void numbers(bool beside_given) {
    for (const Key key : all_keys) {
      const KeyFacts& facts = facts_of(key);
      const bool by_amount = key == Key::margin_percent && case_.number(Key::margin_amount);
      if (facts.beside_given == beside_given && !by_amount && !facts.taken.empty() &&
          !case_.number(key))
        add(facts.path, facts.taken);
    }
  }
  /// The same of words.
  void words(bool beside_given) {
    for (const Choice choice : all_choices) {
      const ChoiceFacts& facts = facts_of(choice);
      if (facts.beside_given == beside_given && !case_.choices.states(choice) && counts(choice))
        add(facts.path, facts.taken);
    }
  }
  void add(std::string_view key, std::string_view taken) {
    found_.push_back({.key = std::string{key}, .taken = std::string{taken}});
  }
  std::vector<NotStated> take() { return std::move(found_); }

 private:
  /// Whether the case has what the word is about, and something is taken for it.
  bool counts(Choice choice) const {
    const ChoiceFacts& facts = facts_of(choice);
    if (choice == Choice::margin_of) return !case_.number(Key::margin_amount);
    if (facts.path.starts_with("employer_charges.social.")) return !case_.social_preset.empty();
    return !facts.taken.empty() && !facts.outside;
  }

  const Case& case_;
  std::vector<NotStated> found_;
};

}  // namespace

Position Case::place_of(std::string_view path) const {
  if (const std::optional<Key> key = key_of(path); key && number(*key)) return number(*key)->at;
  const auto place = places.find(path);
  return place == places.end() ? period_at : place->second;
}

Rounding Case::rounding() const {
  Rounding rounding;
  if (number(Key::rounding_step)) rounding.step = value(Key::rounding_step);
  rounding.mode = choices.chosen<RoundingMode>();
  rounding.at = choices.chosen<RoundingAt>();
  return rounding;
}

void Case::drop_notes() {
  const auto drop = [](Input& input) { input.note = {}; };
  const auto drop_of = [&](auto& inputs) {
    for (std::optional<Input>& input : inputs) {
      if (input) drop(*input);
    }
  };
  drop_of(numbers);
  for (MixShare& share : mix) {
    drop(share.share);
    if (share.wage) drop(*share.wage);
  }
  for (OwnLine& line : lines) drop(line.figure);
  for (DerivedPrice& price : derived) drop(price.percent);
  if (indexation) std::ranges::for_each(indexation->percent, drop);
  if (contract.indexation) {
    for (auto* const input : {&contract.indexation->percent, &contract.indexation->cap}) {
      if (*input) drop(**input);
    }
  }
  for (std::size_t i = 0; forecast && i < all_growth.size(); ++i) {
    std::optional<Growth>& growth = forecast->growth[i];
    if (!growth) continue;
    for (auto& [year, input] : growth->years) drop(input);
    if (growth->later) drop(*growth->later);
  }
  if (!market) return;
  drop_of(market->figures);
  std::ranges::for_each(market->shares, drop);
}

bool Case::has_contract() const {
  constexpr std::string_view table = "contract.";
  for (std::size_t i = 0; i < key_count; ++i) {
    if (numbers.at(i) && path_of(key_at(i)).starts_with(table)) return true;
  }
  return std::ranges::any_of(places,
                             [&](const auto& place) { return place.first.starts_with(table); });
}

std::string Case::minimum_wage_preset() const {
  const std::string name = minimum_wage.value_or(std::string{default_minimum_wage});
  return name == "none" ? std::string{} : name;
}

std::string Case::legal_minimum_wage() { return std::string{default_minimum_wage}; }

std::vector<NotStated> not_stated(const Case& subject) {
  Collector found{subject};
  if (!subject.is_given()) {
    if (!subject.minimum_wage) found.add("wage.minimum_wage", default_minimum_wage);
    found.words(false);
    found.numbers(false);
    if (!subject.indexation) found.add("indexation", "1");
  }
  found.numbers(true);
  found.words(true);
  return found.take();
}

}  // namespace billijk::core
