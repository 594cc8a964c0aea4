#include <algorithm>
#include <numeric>
#include <string_view>

#include "analysis/compare/case_part.hpp"

namespace billijk::analysis {
namespace {

using core::Case;
using core::Key;
using core::LinePer;
using core::OwnLine;
using Kind = CasePart::Kind;

/// What is neither word nor number, in the order of the file format; those follow in their table.
struct Other {
  Kind kind;
  std::string_view key;
};
constexpr std::array others{Other{Kind::period, "period"},
                            Other{Kind::scale, "wage.scale"},
                            Other{Kind::mix, "wage.mix"},
                            Other{Kind::minimum_wage, "wage.minimum_wage"},
                            Other{Kind::social_preset, "employer_charges.social.preset"},
                            Other{Kind::indexation, "indexation"}};
constexpr std::array tables{"period",      "wage",   "supplements", "employer_charges",
                            "hours",       "travel", "training",    "overhead",
                            "obligations", "margin", "indexation",  "band",
                            "rounding",    "line",   "contract",    "given"};

std::size_t rank(const CasePart& part) {
  const std::string_view table = std::string_view{part.key}.substr(0, part.key.find('.'));
  return static_cast<std::size_t>(std::ranges::find(tables, table) - tables.begin());
}

std::vector<CasePart> parts_of(const Case& a, const Case& b) {
  std::vector<CasePart> parts;
  parts.reserve(others.size() + core::all_choices.size() + core::key_count + a.lines.size() +
                b.lines.size());
  for (const Other& other : others) parts.push_back({other.kind, {}, std::string{other.key}});
  for (const core::Choice choice : core::all_choices) {
    if (!facts_of(choice).outside)
      parts.push_back({Kind::choice, {}, std::string{facts_of(choice).path}, choice});
  }
  parts.push_back({Kind::pension_preset, {}, "employer_charges.pension.preset"});
  for (const Key key : core::all_keys) {
    if (!facts_of(key).outside) parts.push_back({Kind::number, key, std::string{path_of(key)}});
  }
  std::vector<std::string> lines;
  for (const Case* subject : {&a, &b}) {
    for (const OwnLine& line : subject->lines) lines.push_back(line.path());
  }
  std::ranges::sort(lines);
  lines.erase(std::ranges::unique(lines).begin(), lines.end());
  for (std::string& line : lines) parts.push_back({Kind::line, {}, std::move(line)});
  std::ranges::stable_sort(parts, {}, rank);
  return parts;
}

bool is_spread_over_volume(const OwnLine& line) {
  return line.per == LinePer::contract_year && !line.figure.value.is_zero();
}
bool needs_volume(const Case& subject) {
  return !subject.value(Key::obligation_annual).is_zero() ||
         std::ranges::any_of(subject.lines, is_spread_over_volume);
}

/// Joins what belongs together, and names it.
class Grouping {
 public:
  Grouping(const Case& a, const Case& b)
      : a_{a}, b_{b}, parts_{parts_of(a, b)}, group_(parts_.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (const CasePart& part : parts_) differs_.push_back(part.differs(a, b));
    drop_idle_volume();
    tie_tables();
    tie_tables_to_each_other();
  }

  std::vector<CaseChange> changes() const {
    std::vector<CaseChange> result;
    for (std::size_t first = 0; first < parts_.size(); ++first) {
      const std::size_t group = group_[first];
      const bool seen =
          std::ranges::find(group_.begin(), group_.begin() + static_cast<std::ptrdiff_t>(first),
                            group) != group_.begin() + static_cast<std::ptrdiff_t>(first);
      if (seen) continue;
      CaseChange change;
      std::vector<std::string> differing;
      for (std::size_t i = first; i < parts_.size(); ++i) {
        if (group_[i] != group) continue;
        change.parts.push_back(parts_[i]);
        if (differs_[i]) differing.push_back(parts_[i].key);
      }
      if (differing.empty()) continue;
      change.key = differing.size() == 1 ? differing.front() : name_of(group);
      result.push_back(std::move(change));
    }
    return result;
  }

 private:
  struct Tie {
    std::string name;
    std::size_t part = 0;
  };

  bool has(Key key, const Case& subject) const { return subject.number(key).has_value(); }
  bool form_differs(Key key) const { return has(key, a_) != has(key, b_); }
  std::size_t place(std::string_view key) const {
    return static_cast<std::size_t>(std::ranges::find(parts_, key, &CasePart::key) -
                                    parts_.begin());
  }
  bool differs(std::string_view key) const { return differs_[place(key)]; }

  /// A volume no cost is spread over changes nothing.
  void drop_idle_volume() {
    if (!needs_volume(a_) && !needs_volume(b_)) differs_[place(path_of(Key::volume))] = false;
  }

  /// Ties every part that is one of the keys, or stands in a table of that name.
  void tie(const std::string& name, const std::vector<std::string>& keys) {
    std::optional<std::size_t> first;
    bool any = false;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const bool within = std::ranges::any_of(keys, [&](const std::string& key) {
        return parts_[i].key == key || parts_[i].key.starts_with(key + '.');
      });
      if (!within) continue;
      any = any || differs_[i];
      if (!first) first = i;
      join(*first, i);
    }
    if (any && first) ties_.push_back({name, *first});
  }
  void join(std::size_t one, std::size_t other) {
    const std::size_t kept = std::min(group_[one], group_[other]);
    const std::size_t gone = std::max(group_[one], group_[other]);
    std::ranges::replace(group_, gone, kept);
  }
  /// What the parts of a group are called: each table in it that differs.
  std::string name_of(std::size_t group) const {
    std::string name;
    for (const Tie& tie : ties_) {
      if (group_[tie.part] != group || tie.name.empty()) continue;
      if (tie.name == given_name) return tie.name;
      name += (name.empty() ? "" : " + ") + tie.name;
    }
    return name;
  }

  /// Keys of one table that exclude each other, or of which one says what the other is a share of.
  void tie_tables() {
    tie("wage", {"wage.scale", "wage.mix", "wage.hourly"});
    if (differs("supplements.year_end_bonus_base"))
      tie("supplements.year_end_bonus",
          {"supplements.year_end_bonus", "supplements.year_end_bonus_base"});
    if (form_differs(Key::charges_percent)) {
      tie("employer_charges", {"employer_charges"});
    } else if (a_.pension_preset.empty() != b_.pension_preset.empty()) {
      tie("employer_charges.pension", {"employer_charges.pension"});
    }
    if (differs("hours.sickness_base"))
      tie("hours.sickness", {"hours.sickness", "hours.sickness_base"});
    if (form_differs(Key::visit_minutes) || form_differs(Key::minutes_between)) {
      tie("travel.minutes", {"travel.minutes", "travel.minutes_between", "travel.visit_minutes"});
    }
    if (form_differs(Key::overhead_percent) || differs("overhead.of"))
      tie("overhead", {"overhead"});
    if (form_differs(Key::margin_amount) || differs("margin.of")) tie("margin", {"margin"});
    tie("rounding", {"rounding"});
  }
  /// Tables that need each other: years and their index, yearly costs and the volume they are
  /// spread over.
  void tie_tables_to_each_other() {
    const bool indexed = a_.indexation || b_.indexation;
    if (indexed && core::year_of(a_.period.from) != core::year_of(b_.period.from))
      tie("period + indexation", {"period", "indexation"});
    const bool no_volume = a_.value(Key::volume).is_zero() || b_.value(Key::volume).is_zero();
    if (no_volume && (needs_volume(a_) || needs_volume(b_))) tie_volume();
    if (a_.is_given() == b_.is_given()) return;
    std::vector<std::string> model{tables.begin(), tables.end()};
    for (const char* apart : {"margin", "band", "rounding", "contract"}) std::erase(model, apart);
    tie(given_name, model);
  }
  void tie_volume() {
    std::vector<std::string> keys{std::string{path_of(Key::obligation_annual)},
                                  std::string{path_of(Key::volume)}};
    for (const Case* subject : {&a_, &b_}) {
      for (const OwnLine& line : subject->lines) {
        if (is_spread_over_volume(line)) keys.push_back(line.path());
      }
    }
    tie("obligations.annual + contract.volume", keys);
  }

  static constexpr const char* given_name = "given.cost_price";

  const Case& a_;
  const Case& b_;
  std::vector<CasePart> parts_;
  std::vector<std::size_t> group_;
  std::vector<bool> differs_;
  std::vector<Tie> ties_;
};

}  // namespace

std::vector<CaseChange> changes_between(const Case& a, const Case& b) {
  return Grouping{a, b}.changes();
}

}  // namespace billijk::analysis
