#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "analysis/audit/audit_rules.hpp"
#include "core/inputs.hpp"

namespace billijk::analysis::rules {
namespace {

using core::Element;
using core::Key;

constexpr std::array letters{Element::a, Element::b, Element::c,
                             Element::d, Element::e, Element::f};

/// The numbers an element is made of.
std::vector<Key> keys_of(Element element) {
  switch (element) {
    case Element::a:
      return {Key::wage_hourly};
    case Element::b:
      return {Key::overhead_percent, Key::overhead_amount};
    case Element::c:
      return {Key::leave,    Key::sickness, Key::training_hours,
              Key::meetings, Key::idle,     Key::indirect};
    case Element::d:
      return {Key::travel_minutes, Key::minutes_between, Key::kilometres,
              Key::kilometre_rate, Key::travel_expenses, Key::training_expenses};
    case Element::f:
      return {Key::obligation_hours, Key::obligation_amount, Key::obligation_annual};
    default:
      return {};
  }
}

/// Whether a zero of this element is stated with a note that says why.
bool is_zero_explained(const ContractView& view, Element element) {
  const auto explains = [](const core::Input& input) {
    return input.value.is_zero() && !input.note.empty();
  };
  for (const Key key : keys_of(element)) {
    // A cell of a row takes the note away with the number it replaces.
    if (std::ranges::find(view.cells, key, &RowCell::key) != view.cells.end()) continue;
    if (view.subject.number(key) && explains(*view.subject.number(key))) return true;
  }
  return std::ranges::any_of(view.subject.lines, [&](const core::OwnLine& line) {
    return line.element == element && explains(line.figure);
  });
}

/// Whether the contract has a clause, or its figures stand at the level of the period.
bool is_indexed(const ContractView& view) {
  if (view.contract.indexation && !view.contract.indexation->none) return true;
  const std::optional<core::OwnIndexation>& own = view.subject.indexation;
  if (!own || own->price_level == core::year_of(view.subject.period.from)) return true;
  if (view.calculation->ways().is_indexed()) return true;
  return std::ranges::any_of(own->percent,
                             [](const core::Input& percent) { return !percent.note.empty(); });
}

core::Date months_after(core::Date day, int months) {
  using std::chrono::year_month_day;
  const year_month_day moved = year_month_day{day} + std::chrono::months{months};
  // 29 February of a year without one becomes the 28th.
  return moved.ok() ? core::Date{moved}
                    : core::Date{moved.year() / moved.month() / std::chrono::last};
}

/// Figures that are too old, and figures of which nobody knows.
class Ages {
 public:
  Ages(core::Date as_of, int months) : as_of_{as_of}, months_{months} {}

  void input(const core::UsedInput& input) {
    if (!input.grade || input.source.empty() || input.key.find('@') != std::string::npos) return;
    checked(input.key, input.checked);
  }
  void row(const core::UsedFigure& used, core::Date last_day) {
    if (!seen_.insert(used.row).second) return;
    const std::string key = used.preset->name + '@' + core::iso(used.row->from);
    checked(key, used.row->checked);
    if (!used.row->confirmed_until) return;
    const core::Date until = *used.row->confirmed_until;
    if (until < as_of_ || until < last_day)
      old.push_back(key + ", confirmed_until " + core::iso(until));
  }

  std::vector<std::string> old;
  std::vector<std::string> undated;

 private:
  void checked(const std::string& key, const std::optional<core::Date>& day) {
    if (!day) {
      undated.push_back(key + " checked");
    } else if (months_after(*day, months_) < as_of_) {
      old.push_back(key + ", checked " + core::iso(*day));
    }
  }

  core::Date as_of_;
  int months_;
  std::set<const core::PresetRow*> seen_;
};

/// Whether the contract rests on the figure: a minimum wage only where an hourly wage is below it.
bool binds(const ContractView& view, const core::UsedFigure& used) {
  const bool minimum = used.preset->kind == core::PresetKind::minimum_wage;
  return minimum && view.states(Key::wage_hourly) ? view.value(Key::wage_hourly) < used.value
                                                  : used.binds;
}

int months_of(const AuditOptions& options) {
  const core::Decimal months = options[Rule::freshness].threshold.value_or(core::Decimal{12});
  return static_cast<int>(months.coefficient());
}

}  // namespace

RuleAnswer elements(const ContractView& view, const AuditOptions& /*options*/) {
  if (view.calculation == nullptr) return unknown(lacking(view.troubles));
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const Element element = letters.at(i);
    const bool covered =
        view.figures.elements.at(i) ||
        (element == Element::e ? is_indexed(view) : is_zero_explained(view, element));
    if (!covered) missing.emplace_back(letter_of(element));
  }
  if (missing.empty()) return passed(std::vector<std::string>{"a", "b", "c", "d", "e", "f"});
  std::string list;
  for (const std::string& letter : missing) list += (list.empty() ? "" : ", ") + letter;
  std::vector<std::string> found;
  for (const Element element : letters) {
    const std::string letter{letter_of(element)};
    if (std::ranges::find(missing, letter) == missing.end()) found.push_back(letter);
  }
  return failed(std::move(found), {}, {"elements", {{"letters", std::move(list)}}});
}

RuleAnswer sources(const ContractView& view, const AuditOptions& /*options*/) {
  if (view.calculation == nullptr) return unknown(lacking(view.troubles));
  const std::vector<std::string>& without = view.figures.unsourced;
  if (without.empty()) return passed({});
  std::string list;
  for (const std::string& key : without) list += (list.empty() ? "" : ", ") + key;
  return failed(without, {}, {"sources", {{"keys", std::move(list)}}});
}

RuleAnswer freshness(const ContractView& view, const AuditOptions& options) {
  if (view.calculation == nullptr) return unknown(lacking(view.troubles));
  Ages ages{options.as_of, months_of(options)};
  for (const core::UsedInput& input : view.calculation->inputs) {
    // A number of a row has no day of its own.
    const bool replaced = std::ranges::any_of(
        view.cells, [&](const RowCell& cell) { return path_of(cell.key) == input.key; });
    if (!replaced) ages.input(input);
  }
  for (const core::UsedFigure& used : view.calculation->resolution.used) {
    if (binds(view, used)) ages.row(used, used.preset->last_day_of(*used.row, view.subject.period));
  }
  if (!ages.old.empty()) return failed(std::move(ages.old), {}, {"freshness", {}});
  if (!ages.undated.empty()) return unknown(std::move(ages.undated));
  return passed({});
}

RuleAnswer placeholders(const ContractView& view, const AuditOptions& /*options*/) {
  if (view.calculation == nullptr) return unknown(lacking(view.troubles));
  const core::TariffUnit unit = view.subject.contract.unit.value_or(core::TariffUnit::hour);
  std::vector<std::string> found;
  for (const core::UsedInput& input : view.calculation->inputs) {
    const bool replaced = std::ranges::any_of(
        view.cells, [&](const RowCell& cell) { return path_of(cell.key) == input.key; });
    if (!replaced && input.grade == core::Grade::placeholder && core::rests_on(input, unit))
      found.push_back(input.key);
  }
  if (found.empty()) return passed({});
  std::string list;
  for (const std::string& key : found) list += (list.empty() ? "" : ", ") + key;
  return failed(std::move(found), {}, {"placeholders", {{"keys", std::move(list)}}});
}

}  // namespace billijk::analysis::rules
