#include "core/review.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace billijk::core {
namespace {

class Reviewer {
 public:
  explicit Reviewer(const std::optional<Date>& as_of) : as_of_{as_of} {}

  void input(const std::string& key, const Input& input) {
    if (input.grade == Grade::placeholder) {
      add(Code::placeholder, input.at, key, {{"key", key}});
    } else if (input.source.empty()) {
      add(Code::without_source, input.at, key, {{"key", key}});
    }
    checked(key, input.checked, input.at);
  }
  void row(const Preset& preset, const PresetRow& row) {
    const std::string key = preset.name + '@' + iso(row.from);
    if (row.grade == Grade::placeholder) add(Code::placeholder, row.at, key, {{"key", key}});
  }
  /// What can grow old: the row people rely on by `as_of`.
  void age(const Preset& preset, const PresetRow& row) {
    if (!as_of_) return;
    const std::string key = preset.name + '@' + iso(row.from);
    checked(key, row.checked, row.at);
    if (row.confirmed_until && *row.confirmed_until < *as_of_) {
      add(Code::past_confirmed, row.at, preset.name,
          {{"preset", preset.name},
           {"from", row.from},
           {"day", *row.confirmed_until},
           {"last", *as_of_}});
    }
  }
  void gap(const Position& at, Date from, Date to) {
    add(Code::row_gap, at, "at.until", {{"from", from}, {"to", to}});
  }
  Diagnostics take() { return std::move(found_); }

 private:
  void add(Code code, const Position& at, const std::string& key, Arguments arguments) {
    found_.push_back(finding(code, at, key, std::move(arguments)));
  }
  void checked(const std::string& key, const std::optional<Date>& checked, const Position& at) {
    if (!as_of_ || !checked || a_year_after(*checked) >= *as_of_) return;
    add(Code::not_checked, at, key, {{"key", key}, {"checked", *checked}, {"day", *as_of_}});
  }

  const std::optional<Date>& as_of_;
  Diagnostics found_;
};

/// In the order of the file: first what stands at no place, then `file` itself, then the others as
/// they come.
Diagnostics in_order(Diagnostics findings, std::string_view file) {
  std::vector<const SourceText*> others;
  const auto rank = [&](const Diagnostic& finding) {
    const SourceText* const source = finding.at.source.get();
    if (source == nullptr) return std::ptrdiff_t{-2};
    if (source->name == file) return std::ptrdiff_t{-1};
    return std::ranges::find(others, source) - others.begin();
  };
  for (const Diagnostic& finding : findings) {
    if (rank(finding) == std::ssize(others)) others.push_back(finding.at.source.get());
  }
  std::ranges::stable_sort(findings, {}, [&](const Diagnostic& finding) {
    return std::tuple{rank(finding), finding.at.line, finding.at.column};
  });
  return findings;
}

}  // namespace

Diagnostics review(const Calculation& calculation, const std::optional<Date>& as_of) {
  Reviewer reviewer{as_of};
  const Case& subject = calculation.subject;
  for (const MixShare& part : subject.mix) {
    reviewer.input(part.key(), part.share);
    if (part.wage) reviewer.input(part.wage_key(), *part.wage);
  }
  for (std::size_t i = 0; i < key_count; ++i) {
    // Rounding steps and a tariff are choices and offers: no source could found them.
    const Key key = key_at(i);
    if (key == Key::rounding_step || key == Key::tariff || key == Key::tariff_step) continue;
    if (subject.number(key)) reviewer.input(std::string{path_of(key)}, *subject.number(key));
  }
  for (const OwnLine& line : subject.lines) reviewer.input(line.path(), line.figure);
  for (const DerivedPrice& price : subject.derived)
    reviewer.input(price.percent_key(), price.percent);
  if (subject.indexation) {
    for (const Input& percent : subject.indexation->percent)
      reviewer.input("indexation.percent", percent);
  }
  std::set<const PresetRow*> seen;
  for (const UsedFigure& used : calculation.resolution.used) {
    if (!used.binds || !seen.insert(used.row).second) continue;
    reviewer.row(*used.preset, *used.row);
    reviewer.age(*used.preset, *used.row);
  }
  Diagnostics found = reviewer.take();
  // Nothing is said twice.
  Diagnostics all = calculation.warnings;
  // Whose presets a run takes says nothing of the file.
  std::erase_if(all, [](const Diagnostic& known) { return known.code == Code::own_preset; });
  for (Diagnostic& finding : found) {
    const bool told = std::ranges::any_of(all, [&](const Diagnostic& known) {
      return known.code == finding.code && known.at.source == finding.at.source &&
             known.at.line == finding.at.line && known.key == finding.key;
    });
    if (!told) all.push_back(std::move(finding));
  }
  return in_order(std::move(all), subject.file);
}

Diagnostics review(const Preset& preset, const std::optional<Date>& as_of) {
  Reviewer reviewer{as_of};
  for (std::size_t i = 0; i < preset.rows.size(); ++i) {
    const PresetRow& row = preset.rows[i];
    reviewer.row(preset, row);
    constexpr std::chrono::days one_day{1};
    if (row.until && i + 1 < preset.rows.size() && *row.until + one_day < preset.rows[i + 1].from) {
      reviewer.gap(row.at, *row.until + one_day, preset.rows[i + 1].from - one_day);
    }
  }
  if (as_of) {
    if (const PresetRow* row = preset.in_force(*as_of)) reviewer.age(preset, *row);
  }
  return in_order(reviewer.take(), {});
}

}  // namespace billijk::core
