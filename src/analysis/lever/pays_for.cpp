#include "analysis/lever/pays_for.hpp"

#include <algorithm>
#include <map>

#include "core/spans.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;

/// The figures of the table, in the order in which a price is built up.
std::vector<std::string> rows_of(const core::Ways& ways) {
  const Key margin = ways.margin ? Key::margin_percent : Key::margin_amount;
  if (ways.given) return {std::string{path_of(margin)}};
  std::vector<Key> keys{Key::wage_hourly, Key::sickness, Key::leave, Key::training_hours,
                        Key::meetings};
  if (ways.by_visit) {
    keys.insert(keys.end(), {Key::minutes_between, Key::visit_minutes});
  } else {
    keys.push_back(Key::travel_minutes);
  }
  keys.push_back(ways.overhead ? Key::overhead_percent : Key::overhead_amount);
  keys.push_back(margin);
  std::vector<std::string> names;
  names.reserve(keys.size() + 1);
  for (const Key key : keys) names.emplace_back(path_of(key));
  names.emplace_back("productivity");
  return names;
}

/// The wage of each step that every row in force knows, over the days of the period.
class ScaleMean {
 public:
  ScaleMean(const core::Case& subject, const core::Presets& presets)
      : scale_{*presets.at(subject.scale)}, minimum_{minimum_of(subject, presets)} {
    std::vector<const core::Preset*> sources{&scale_};
    if (minimum_ != nullptr) sources.push_back(minimum_);
    for (const core::Span& span : core::spans_of(subject.period, sources)) add(span);
  }

  std::vector<ScaleStep> steps() const {
    std::vector<ScaleStep> result;
    for (const auto& [step, sum] : sums_) {
      if (sum.days == days_) result.push_back({step, sum.wage / Exact{days_}});
    }
    std::ranges::stable_sort(result, {}, &ScaleStep::wage);
    return result;
  }

 private:
  struct Sum {
    Exact wage;
    int days = 0;
  };

  static const core::Preset* minimum_of(const core::Case& subject, const core::Presets& presets) {
    const auto found = presets.find(subject.minimum_wage_preset());
    return found == presets.end() ? nullptr : found->second.get();
  }
  void add(const core::Span& span) {
    const core::PresetRow* row = scale_.in_force(span.from);
    const core::PresetRow* minimum = minimum_ == nullptr ? nullptr : minimum_->in_force(span.from);
    days_ += span.days();
    if (row == nullptr) return;
    constexpr std::string_view prefix = "steps.";
    for (const core::PresetField& field : row->fields) {
      if (!field.name.starts_with(prefix)) continue;
      core::Decimal wage = field.value;
      if (minimum != nullptr) wage = std::max(wage, *minimum->find("hour"));
      Sum& sum = sums_[field.name.substr(prefix.size())];
      sum.wage = sum.wage + Exact{span.days()} * Exact{wage};
      sum.days += span.days();
    }
  }

  const core::Preset& scale_;
  const core::Preset* minimum_;
  std::map<std::string, Sum, std::less<>> sums_;
  int days_ = 0;
};

}  // namespace

std::vector<Solution> pays_for(const core::Calculation& calculation, const Question& question) {
  std::vector<Solution> result;
  for (const std::string& name : rows_of(calculation.ways())) {
    const core::Checked<LeveredCase> subject = lever_of(calculation, name);
    if (!subject) continue;
    Question asked = question;
    if (name == path_of(Key::margin_percent) || name == path_of(Key::margin_amount))
      asked.goal = core::Total::fair_tariff;
    result.push_back(solve(*subject, asked));
  }
  return result;
}

Exact sheet_wage(const core::Calculation& calculation, const Exact& stated) {
  return calculation.ways().hourly ? stated : stated * calculation.ways().index_factor;
}

std::optional<Steps> steps_around(const core::Calculation& calculation, const Exact& wage) {
  const core::Case& subject = calculation.subject;
  if (subject.scale.empty()) return std::nullopt;
  Steps result;
  for (ScaleStep& step : ScaleMean{subject, calculation.presets}.steps()) {
    if (step.wage <= wage) {
      result.at_most = std::move(step);
    } else if (!result.above) {
      result.above = std::move(step);
    }
  }
  return result;
}

}  // namespace billijk::analysis
