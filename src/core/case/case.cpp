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
  template <class E>
  void choice(std::string_view key, const std::optional<E>& stated, E taken) {
    if (!stated) add(key, word_of(taken));
  }
  void add(std::string_view key, std::string_view taken) {
    found_.push_back({.key = std::string{key}, .taken = std::string{taken}});
  }
  std::vector<NotStated> take() { return std::move(found_); }

 private:
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
  Rounding result;
  if (number(Key::rounding_step)) result.step = value(Key::rounding_step);
  result.mode = rounding_mode.value_or(result.mode);
  result.at = rounding_at.value_or(result.at);
  return result;
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
    found.choice("supplements.year_end_bonus_base", subject.bonus_base, BonusBase::wage);
    if (!subject.social_preset.empty()) {
      found.choice("employer_charges.social.base", subject.social_base, SocialBase::after_pension);
    }
    found.choice("hours.sickness_base", subject.sickness_base, SicknessBase::contract);
    found.numbers(false);
    if (!subject.indexation) found.add("indexation", "1");
  }
  found.numbers(true);
  if (!subject.number(Key::margin_amount))
    found.choice("margin.of", subject.margin_of, MarginBase::cost_price);
  found.choice("rounding.mode", subject.rounding_mode, RoundingMode::half_up);
  found.choice("rounding.at", subject.rounding_at, RoundingAt::end);
  return found.take();
}

}  // namespace billijk::core
