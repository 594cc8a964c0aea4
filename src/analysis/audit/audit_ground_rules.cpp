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

/// Whether a zero of this element is stated with a note that says why.
bool is_zero_explained(const ContractView& view, Element element) {
  const auto explains = [](const core::Input& input) {
    return input.value.is_zero() && !input.note.empty();
  };
  for (const Key key : core::all_keys) {
    if (facts_of(key).element != element) continue;
    // A cell of a row takes the note away with the number it replaces.
    if (std::ranges::find(view.cells, key, &core::RowCell::key) != view.cells.end()) continue;
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

/// Figures that are too old, and figures of which nobody knows. Rows of the program's own presets
/// are no fault of a contract: they are only told.
class Ages {
 public:
  Ages(core::Date as_of, int months) : as_of_{as_of}, months_{months} {}

  void input(const core::UsedInput& input) {
    if (!input.grade || input.source.empty() || input.key.find('@') != std::string::npos) return;
    checked(input.key, input.checked);
  }
  void row(const core::UsedFigure& used, core::Date last_day) {
    if (!seen_.insert(used.row).second) return;
    Ages own{as_of_, months_};
    Ages& counted = used.preset->built_in ? own : *this;
    const std::string key = used.preset->name + '@' + core::iso(used.row->from);
    counted.checked(key, used.row->checked);
    if (const std::optional<core::Date>& until = used.row->confirmed_until;
        until && (*until < as_of_ || *until < last_day))
      counted.add(counted.old, key, ", confirmed_until " + core::iso(*until));
    for (const std::vector<std::string>& told : {own.old, own.undated})
      remarks.insert(remarks.end(), told.begin(), told.end());
  }

  std::vector<std::string> old;
  std::vector<std::string> undated;
  std::vector<std::string> keys;  ///< of all of these, each once
  std::vector<std::string> remarks;

 private:
  void checked(const std::string& key, const std::optional<core::Date>& day) {
    if (!day) {
      add(undated, key, " checked");
    } else if (months_after(*day, months_) < as_of_) {
      add(old, key, ", checked " + core::iso(*day));
    }
  }
  void add(std::vector<std::string>& list, const std::string& key, const std::string& what) {
    list.push_back(key + what);
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  }

  core::Date as_of_;
  int months_;
  std::set<const core::PresetRow*> seen_;
};

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

/// Whether an input is a figure of a preset that is the program's own.
bool is_of_the_program(const ContractView& view, const core::UsedInput& input) {
  return std::ranges::any_of(view.calculation->resolution.used, [&](const core::UsedFigure& used) {
    return used.preset->built_in && used.key() == input.key;
  });
}

int months_of(const AuditOptions& options) {
  const core::Decimal months = options[Rule::freshness].threshold.value_or(core::Decimal{12});
  return static_cast<int>(months.coefficient());
}

}  // namespace

bool binds(const ContractView& view, const core::UsedFigure& used) {
  const bool minimum = used.preset->kind == core::PresetKind::minimum_wage;
  return minimum && view.states(Key::wage_hourly) ? view.value(Key::wage_hourly) < used.value
                                                  : used.binds;
}

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
  std::vector<std::string> found;
  for (const Element element : letters) {
    const std::string letter{letter_of(element)};
    if (std::ranges::find(missing, letter) == missing.end()) found.push_back(letter);
  }
  return failed(std::move(found), {}, {"elements", {{"letters", list_of(missing)}}});
}

RuleAnswer sources(const ContractView& view, const AuditOptions& /*options*/) {
  if (view.calculation == nullptr) return unknown(lacking(view.troubles));
  const std::vector<std::string>& without = view.figures.unsourced;
  if (without.empty()) return passed({});
  RuleAnswer answer = failed(without, {}, {"sources", {{"keys", without}}});
  answer.keys = without;
  return answer;
}

RuleAnswer freshness(const ContractView& view, const AuditOptions& options) {
  if (view.calculation == nullptr) return unknown(lacking(view.troubles));
  Ages ages{options.as_of, months_of(options)};
  for (const core::UsedInput& input : view.calculation->inputs) {
    // A number of a row has no day of its own.
    const bool replaced = std::ranges::any_of(
        view.cells, [&](const core::RowCell& cell) { return path_of(cell.key) == input.key; });
    if (!replaced) ages.input(input);
  }
  for (const core::UsedFigure& used : view.calculation->resolution.used) {
    if (binds(view, used)) ages.row(used, used.preset->last_day_of(*used.row, view.subject.period));
  }
  RuleAnswer answer = !ages.old.empty()      ? failed(std::move(ages.old), {}, {"freshness", {}})
                      : ages.undated.empty() ? passed({})
                                             : unknown(std::move(ages.undated));
  answer.keys = std::move(ages.keys);
  answer.remarks = std::move(ages.remarks);
  return answer;
}

RuleAnswer placeholders(const ContractView& view, const AuditOptions& /*options*/) {
  if (view.calculation == nullptr) return unknown(lacking(view.troubles));
  const core::TariffUnit unit = view.subject.choices.chosen<core::TariffUnit>();
  std::vector<std::string> found;
  std::vector<std::string> remarks;
  for (const core::UsedInput& input : view.calculation->inputs) {
    const bool replaced = std::ranges::any_of(
        view.cells, [&](const core::RowCell& cell) { return path_of(cell.key) == input.key; });
    if (!replaced && input.grade == core::Grade::placeholder && core::rests_on(input, unit))
      (is_of_the_program(view, input) ? remarks : found).push_back(input.key);
  }
  RuleAnswer answer = passed({});
  if (!found.empty()) {
    answer = failed(found, {}, {"placeholders", {{"keys", found}}});
    answer.keys = std::move(found);
  }
  answer.remarks = std::move(remarks);
  return answer;
}

}  // namespace billijk::analysis::rules
