#include "core/resolve_warnings.hpp"

#include <algorithm>
#include <map>

#include "core/norm_hours.hpp"
#include "core/spans.hpp"

namespace billijk::core {
namespace {

/// Whether a row that a figure rests on is used after the day its source vouches for. A row of an
/// index holds for its year, whatever the period.
bool is_past_confirmed(const UsedFigure& used, const Period& period) {
  const PresetRow& row = *used.row;
  return used.binds && used.preset->kind != PresetKind::index_series && row.confirmed_until &&
         *row.confirmed_until < used.preset->last_day_of(row, period);
}

class Warner {
 public:
  Warner(const Case& subject, const Presets& presets, const std::vector<UsedFigure>& used)
      : case_{subject}, presets_{presets}, used_{used} {}

  Diagnostics run() {
    if (case_.minimum_wage == "none") {
      add_warning(Code::no_minimum_wage, case_.place_of("wage.minimum_wage"), "wage.minimum_wage",
                  {});
      const Diagnostics unlawful = unlawful_wages(case_, presets_);
      warnings_.insert(warnings_.end(), unlawful.begin(), unlawful.end());
    }
    if (!case_.social_preset.empty()) {
      if (!case_.number(Key::whk)) {
        add_warning(Code::average_whk, case_.place_of("employer_charges.social.preset"),
                    "employer_charges.social.whk", {{"preset", case_.social_preset}});
      }
      if (case_.pension_preset.empty()) {
        add_warning(Code::no_pension, case_.place_of("employer_charges.social.preset"),
                    "employer_charges.pension", {});
      }
    }
    warn_of_old_minimum_wage();
    if (auto differ = norm_hours_differ(case_)) warnings_.push_back(std::move(*differ));
    for (const auto& [name, preset] : presets_) {
      if (!preset->replaces.empty())
        add_warning(Code::own_preset, {}, name, {{"preset", name}, {"file", preset->replaces}});
    }
    std::vector<const PresetRow*> seen;
    for (const UsedFigure& used : used_) {
      if (std::ranges::find(seen, used.row) != seen.end()) continue;
      seen.push_back(used.row);
      warn_of_row(used);
    }
    return std::move(warnings_);
  }

 private:
  void add_warning(Code code, const Position& at, std::string key, Arguments arguments) {
    warnings_.push_back(finding(code, at, std::move(key), std::move(arguments)));
  }
  void warn_of_old_minimum_wage() {
    constexpr int hourly_by_law_since = 2024;
    const Decimal hours_of_36{1878};
    const bool old = std::ranges::any_of(used_, [](const UsedFigure& used) {
      return used.preset->kind == PresetKind::minimum_wage &&
             year_of(used.row->from) < hourly_by_law_since;
    });
    if (old && case_.value(Key::contract_hours) != hours_of_36) {
      add_warning(Code::minimum_wage_hours, case_.number(Key::contract_hours)->at, "hours.contract",
                  {{"found", Exact{case_.value(Key::contract_hours)}}});
    }
  }
  void warn_of_row(const UsedFigure& used) {
    const Preset& source = *used.preset;
    const PresetRow& row = *used.row;
    if (is_past_confirmed(used, case_.period)) {
      add_warning(Code::past_confirmed, row.at, source.name,
                  {{"preset", source.name},
                   {"from", row.from},
                   {"day", *row.confirmed_until},
                   {"last", source.last_day_of(row, case_.period)}});
    }
    const bool lasts =
        source.kind == PresetKind::index_series || source.kind == PresetKind::norm_hours;
    if (!lasts && &row == &source.rows.back() && !row.until &&
        case_.period.to >= a_year_after(row.from)) {
      add_warning(Code::long_past_last_row, row.at, source.name,
                  {{"preset", source.name}, {"from", row.from}, {"last", case_.period.to}});
    }
  }

  const Case& case_;
  const Presets& presets_;
  const std::vector<UsedFigure>& used_;
  Diagnostics warnings_;
};

}  // namespace

Diagnostics unlawful_wages(const Case& subject, const Presets& presets) {
  Diagnostics found;
  const auto legal = presets.find(Case::legal_minimum_wage());
  if (subject.minimum_wage != "none" || legal == presets.end()) return found;
  const auto scale = presets.find(subject.scale);
  std::vector<const Preset*> sources{legal->second.get()};
  if (scale != presets.end()) sources.push_back(scale->second.get());
  std::map<std::string, Decimal> most;
  const auto judge = [&](const std::string& key, const Decimal& wage, const Position& at,
                         const Decimal& least, Date from) {
    if (wage >= least) return;
    if (most.try_emplace(key, least).second) {
      found.push_back(finding(Code::below_minimum_wage, at, key,
                              {{"key", key},
                               {"wage", EuroAmount{Exact{wage}}},
                               {"minimum", EuroAmount{Exact{least}}},
                               {"from", from}}));
    }
    most[key] = std::max(most[key], least);
  };
  for (const Span& span : spans_of(subject.period, sources)) {
    const PresetRow* const row = legal->second->in_force(span.from);
    if (row == nullptr) continue;
    const Decimal& least = *row->find("hour");
    if (const std::optional<Input>& hourly = subject.number(Key::wage_hourly))
      judge("wage.hourly", hourly->value, hourly->at, least, span.from);
    const PresetRow* const steps =
        scale == presets.end() ? nullptr : scale->second->in_force(span.from);
    if (steps == nullptr) continue;
    for (const MixShare& part : subject.mix) {
      if (part.wage) {
        judge(part.wage_key(), part.wage->value, part.wage->at, least, span.from);
      } else if (const Decimal* wage = steps->find("steps." + part.step)) {
        judge(part.key(), *wage, part.share.at, least, span.from);
      }
    }
  }
  // The text names the first day; who mends it needs the highest of the period.
  for (Diagnostic& rail : found) rail.arguments.emplace_back("most", most[rail.key].text());
  return found;
}

std::vector<Outrun> outruns_of(const Case& subject, const std::vector<UsedFigure>& used) {
  std::vector<Outrun> outruns;
  for (const UsedFigure& figure : used) {
    const Preset& source = *figure.preset;
    if (!figure.binds || source.kind == PresetKind::index_series ||
        source.kind == PresetKind::norm_hours)
      continue;
    if (std::ranges::find(outruns, &source, &Outrun::preset) != outruns.end()) continue;
    const int last_year = year_of(source.rows.back().from);
    if (last_year < year_of(subject.period.to)) {
      outruns.push_back({.preset = &source, .last_year = last_year, .confirmed_until = {}});
    } else if (is_past_confirmed(figure, subject.period)) {
      outruns.push_back(
          {.preset = &source, .last_year = {}, .confirmed_until = figure.row->confirmed_until});
    }
  }
  return outruns;
}

Diagnostics warnings_of(const Case& subject, const Presets& presets,
                        const std::vector<UsedFigure>& used) {
  return Warner{subject, presets, used}.run();
}

}  // namespace billijk::core
