#include "core/inputs.hpp"

#include <algorithm>

namespace billijk::core {
namespace {

class Listing {
 public:
  Listing(const Case& subject, const Resolution& resolution)
      : case_{subject}, resolution_{resolution} {}

  std::vector<UsedInput> run() {
    plain("period.from", case_.period.from);
    plain("period.to", case_.period.to);
    text("wage.scale", case_.scale);
    stated({Slot::Kind::share, Slot::Kind::own_wage});
    if (!case_.is_given())
      plain("wage.minimum_wage", case_.minimum_wage.value_or(Case::legal_minimum_wage()));
    choices();
    stated({Slot::Kind::number, Slot::Kind::amount, Slot::Kind::percent});
    for (const DerivedPrice& price : case_.derived) derived(price);
    if (case_.indexation) index(*case_.indexation);
    for (const UsedFigure& used : resolution_.used) preset(used);
    return std::move(found_);
  }

 private:
  void plain(std::string key, std::variant<Decimal, std::string, Date> value) {
    UsedInput input;
    input.key = std::move(key);
    input.value = std::move(value);
    found_.push_back(std::move(input));
  }
  template <class E>
  void choice(std::string_view key, const std::optional<E>& stated) {
    if (stated) plain(std::string{key}, std::string{word_of(*stated)});
  }
  void text(std::string_view key, const std::string& stated) {
    if (!stated.empty()) plain(std::string{key}, stated);
  }
  void choices() {
    for (const Choice choice : all_choices) {
      if (choice == Choice::employer) text("employer_charges.social.preset", case_.social_preset);
      if (choice == Choice::sickness_base)
        text("employer_charges.pension.preset", case_.pension_preset);
      if (case_.choices.states(choice))
        plain(std::string{facts_of(choice).path}, std::string{case_.choices.word(choice)});
    }
  }
  void stated(std::initializer_list<Slot::Kind> kinds) {
    for (const Slot slot : stated_slots(case_)) {
      if (std::ranges::find(kinds, slot.kind()) != kinds.end())
        number(slot.name(case_), slot.unit(), *slot.input(case_));
    }
  }
  void number(std::string key, Unit unit, const Input& input) {
    UsedInput used;
    used.value = input.value;
    used.unit = unit;
    used.low = input.low;
    used.high = input.high;
    used.grade = input.grade;
    used.source = input.source;
    used.checked = input.checked;
    used.note = input.note;
    used.binds = rests_on(key);
    used.key = std::move(key);
    found_.push_back(std::move(used));
  }
  /// Contract figures enter a line only as the volume that costs a year are spread over.
  bool rests_on(std::string_view key) const {
    if (key != path_of(Key::volume)) return true;
    const bool annual = !case_.value(Key::obligation_annual).is_zero();
    return annual || std::ranges::any_of(case_.lines, [](const OwnLine& line) {
             return line.per == LinePer::contract_year;
           });
  }
  /// Nothing rests on it: the verdict is of the prices it is derived from.
  void derived(const DerivedPrice& price) {
    number(price.percent_key(), Unit::percent, price.percent);
    found_.back().binds = false;
    plain("derived." + price.key + ".of", std::string{word_of(price.of)});
    choice("derived." + price.key + ".at_least", price.at_least);
  }
  void index(const OwnIndexation& indexation) {
    UsedInput level;
    level.key = "indexation.price_level";
    level.value = Decimal{indexation.price_level};
    found_.push_back(std::move(level));
    text("indexation.series", indexation.series);
    choice("indexation.catch_up", indexation.catch_up);
    stated({Slot::Kind::index_year});
  }
  void preset(const UsedFigure& used) {
    UsedInput input;
    input.key = used.key();
    input.value = used.value;
    input.unit = unit_of(used);
    input.grade = used.carried ? Grade::expected : used.row->grade;
    input.source = used.row->source;
    input.checked = used.row->checked;
    input.note = used.row->note;
    input.binds = used.binds;
    found_.push_back(std::move(input));
  }
  static Unit unit_of(const UsedFigure& used) {
    switch (used.preset->kind) {
      case PresetKind::wage_scale:
      case PresetKind::minimum_wage:
        return Unit::eur_per_hour;
      case PresetKind::norm_hours:
        return Unit::hours_per_year;
      default:
        break;
    }
    const bool euros = used.field == "max_wage" || used.field.ends_with("franchise");
    return euros ? Unit::eur_per_year : Unit::percent;
  }

  const Case& case_;
  const Resolution& resolution_;
  std::vector<UsedInput> found_;
};

}  // namespace

std::vector<UsedInput> used_inputs(const Case& subject, const Resolution& resolution) {
  return Listing{subject, resolution}.run();
}

bool rests_on(const UsedInput& input, TariffUnit unit) {
  const auto is = [&](Key key) { return input.key == path_of(key); };
  if (is(Key::norm_hours)) return divisor_of(unit) == Key::norm_hours;
  if (is(Key::volume) && divisor_of(unit) == Key::volume) return true;
  return input.binds && !is(Key::subcontracting_fee) && !is(Key::tariff_step);
}

bool is_provisional(const Case& subject, const Resolution& resolution, TariffUnit unit) {
  if (!resolution.outruns.empty()) return true;
  return std::ranges::any_of(used_inputs(subject, resolution), [&](const UsedInput& input) {
    return input.grade && is_provisional(*input.grade) && rests_on(input, unit);
  });
}

}  // namespace billijk::core
