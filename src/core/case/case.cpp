#include "core/case/case.hpp"

#include <algorithm>

namespace billijk::core {
namespace {

constexpr std::string_view default_minimum_wage = "nl/minimum-wage";

/// Numbers that may be left out, with the value the model then takes.
struct Default {
  Key key;
  std::string_view taken;
};
constexpr std::array defaults{
    Default{Key::irregular_hours, "0"},
    Default{Key::training_hours, "0"},
    Default{Key::meetings, "0"},
    Default{Key::part_time_factor, "100"},
    Default{Key::idle, "0"},
    Default{Key::indirect, "0"},
    Default{Key::kilometres, "0"},
    Default{Key::kilometre_rate, "0"},
    Default{Key::travel_expenses, "0"},
    Default{Key::training_expenses, "0"},
    Default{Key::obligation_hours, "0"},
    Default{Key::obligation_amount, "0"},
    Default{Key::obligation_annual, "0"},
};
/// The same for a cost price found elsewhere.
constexpr std::array common_defaults{
    Default{Key::band_ceiling, "10"},
    Default{Key::rounding_step, "0.01"},
};

class Collector {
 public:
  explicit Collector(const Case& subject) : case_{subject} {}

  template <std::size_t Size>
  void numbers(const std::array<Default, Size>& list) {
    for (const Default& entry : list) {
      if (!case_.number(entry.key)) add(path_of(entry.key), entry.taken);
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
    found.numbers(defaults);
    if (!subject.indexation) found.add("indexation", "1");
  }
  const bool in_percent = !subject.number(Key::margin_amount);
  if (in_percent) found.numbers(std::array{Default{Key::margin_percent, "0"}});
  found.numbers(common_defaults);
  if (in_percent) found.choice("margin.of", subject.margin_of, MarginBase::cost_price);
  found.choice("rounding.mode", subject.rounding_mode, RoundingMode::half_up);
  found.choice("rounding.at", subject.rounding_at, RoundingAt::end);
  return found.take();
}

}  // namespace billijk::core
