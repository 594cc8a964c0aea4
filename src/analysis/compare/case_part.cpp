#include "analysis/compare/case_part.hpp"

#include <algorithm>

namespace billijk::analysis {
namespace {

using core::Case;
using core::Input;
using core::Key;
using core::OwnLine;

const OwnLine* find_line(const Case& subject, std::string_view key) {
  const auto found = std::ranges::find(subject.lines, key, &OwnLine::path);
  return found == subject.lines.end() ? nullptr : &*found;
}

std::optional<core::Decimal> wage_of(const core::MixShare& part) {
  return part.wage ? std::optional{part.wage->value} : std::nullopt;
}

bool same_mix(const Case& a, const Case& b) {
  const auto covers = [](const Case& one, const Case& other) {
    return std::ranges::all_of(one.mix, [&](const core::MixShare& part) {
      const auto found = std::ranges::find(other.mix, part.step, &core::MixShare::step);
      return found == other.mix.end()
                 ? part.share.value.is_zero()
                 : found->share.value == part.share.value && wage_of(*found) == wage_of(part);
    });
  };
  return covers(a, b) && covers(b, a);
}

bool same_line(const OwnLine* a, const OwnLine* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a->element == b->element && a->per == b->per && a->of == b->of &&
         a->figure.value == b->figure.value;
}

bool same_indexation(const std::optional<core::OwnIndexation>& a,
                     const std::optional<core::OwnIndexation>& b) {
  if (!a || !b) return !a && !b;
  return a->price_level == b->price_level && a->series == b->series && a->catch_up == b->catch_up &&
         std::ranges::equal(a->percent, b->percent, {}, &Input::value, &Input::value);
}

core::Decimal effective(const Case& subject, Key key) {
  const std::optional<Input>& input = subject.number(key);
  return input ? input->value : core::default_of(key);
}

void move_line(const std::string& key, Case& to, const Case& from) {
  const auto known = std::ranges::find(to.lines, key, &OwnLine::path);
  const OwnLine* line = find_line(from, key);
  if (line == nullptr) {
    if (known != to.lines.end()) to.lines.erase(known);
  } else if (known != to.lines.end()) {
    *known = *line;
  } else {
    to.lines.push_back(*line);
  }
}

}  // namespace

bool CasePart::differs(const Case& a, const Case& b) const {
  switch (kind) {
    case Kind::period:
      return a.period != b.period;
    case Kind::scale:
      return a.scale != b.scale;
    case Kind::mix:
      return !same_mix(a, b);
    case Kind::minimum_wage:
      return a.minimum_wage_preset() != b.minimum_wage_preset();
    case Kind::social_preset:
      return a.social_preset != b.social_preset;
    case Kind::pension_preset:
      return a.pension_preset != b.pension_preset;
    case Kind::indexation:
      return !same_indexation(a.indexation, b.indexation);
    case Kind::choice:
      return a.choices.word(choice) != b.choices.word(choice);
    case Kind::line:
      return !same_line(find_line(a, key), find_line(b, key));
    case Kind::number:
      break;
  }
  const bool formula =
      facts_of(number).chooses && a.number(number).has_value() != b.number(number).has_value();
  return formula || effective(a, number) != effective(b, number);
}

void CasePart::move(Case& to, const Case& from) const {
  switch (kind) {
    case Kind::period:
      to.period = from.period;
      to.period_at = from.period_at;
      return;
    case Kind::scale:
      to.scale = from.scale;
      return;
    case Kind::mix:
      to.mix = from.mix;
      return;
    case Kind::minimum_wage:
      to.minimum_wage = from.minimum_wage;
      return;
    case Kind::social_preset:
      to.social_preset = from.social_preset;
      return;
    case Kind::pension_preset:
      to.pension_preset = from.pension_preset;
      return;
    case Kind::indexation:
      to.indexation = from.indexation;
      return;
    case Kind::choice:
      to.choices.copy(choice, from.choices);
      return;
    case Kind::line:
      move_line(key, to, from);
      return;
    case Kind::number:
      to.numbers.at(index_of(number)) = from.number(number);
      return;
  }
}

bool CasePart::is_figure(const Case& a, const Case& b) const {
  if (kind != Kind::number || number == Key::rounding_step) return false;
  return !facts_of(number).chooses || a.number(number).has_value() == b.number(number).has_value();
}

}  // namespace billijk::analysis
