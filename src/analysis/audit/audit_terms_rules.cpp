#include <algorithm>
#include <array>

#include "analysis/audit/audit_rules.hpp"
#include "core/case/rails.hpp"
#include "core/resolve_warnings.hpp"
#include "core/spans.hpp"

namespace billijk::analysis::rules {
namespace {

using core::Decimal;
using core::Exact;
using core::Key;

std::string text_of(const core::IndexClause& clause) {
  if (clause.none) return "none";
  if (clause.percent) return clause.percent->value.text() + " %";
  return clause.cap ? clause.series + ", cap " + clause.cap->value.text() + " %" : clause.series;
}

bool has_clause(const core::Contract& contract) {
  return contract.indexation && !contract.indexation->none;
}

/// Whether the contract lasts longer than a year; nothing where a day is missing.
std::optional<bool> is_long(const core::Contract& contract) {
  if (!contract.start || !contract.end) return std::nullopt;
  return *contract.end >= core::a_year_after(*contract.start);
}

std::vector<std::string> missing_days(const core::Contract& contract) {
  std::vector<std::string> missing;
  if (!contract.start) missing.emplace_back("contract.start");
  if (!contract.end) missing.emplace_back("contract.end");
  return missing;
}

const core::Preset* find(const core::Presets& presets, const std::string& name) {
  const auto found = presets.find(name);
  return found == presets.end() ? nullptr : found->second.get();
}

/// Whether a series of an index is one of wages; nothing where its name does not tell.
std::optional<bool> is_of_wages(std::string_view series) {
  constexpr std::array<std::string_view, 7> wages{"ova",   "cao",    "wage", "loon",
                                                  "lonen", "labour", "salar"};
  constexpr std::array<std::string_view, 6> prices{"cpi", "ppc", "pcc", "price", "prijs", "consum"};
  const auto tells = [&](std::string_view word) {
    return series.find(word) != std::string_view::npos;
  };
  if (std::ranges::any_of(wages, tells)) return true;
  if (std::ranges::any_of(prices, tells)) return false;
  return std::nullopt;
}

/// The highest of what a preset asks on the days of a period, by one figure of each row in force.
struct Highest {
  std::optional<Exact> value;
  std::vector<std::string> missing;

  template <class Figure>
  void take(const core::Preset& preset, const core::Period& period, const Figure& figure) {
    for (const core::Span& span : core::spans_of(period, {&preset})) {
      const core::PresetRow* row = preset.in_force(span.from);
      const std::optional<Exact> found = row == nullptr ? std::nullopt : figure(*row);
      if (!found) {
        if (missing.empty()) missing.push_back(preset.name + ' ' + core::iso(span.from));
      } else if (!value || *found > *value) {
        value = found;
      }
    }
  }
};

std::optional<Exact> lowest_step(const core::PresetRow& row) {
  std::optional<Exact> lowest;
  for (const core::PresetField& field : row.fields) {
    if (!field.name.starts_with("steps.")) continue;
    const Exact step{field.value};
    if (!lowest || step < *lowest) lowest = step;
  }
  return lowest;
}

auto field_named(std::string_view name) {
  return [name](const core::PresetRow& row) {
    const Decimal* value = row.find(name);
    return value == nullptr ? std::nullopt : std::optional{Exact{*value}};
  };
}

}  // namespace

RuleAnswer indexation(const ContractView& view, const AuditOptions& /*options*/) {
  const core::Contract& contract = view.contract;
  if (has_clause(contract)) return passed(text_of(*contract.indexation));
  const std::optional<bool> is_long_one = is_long(contract);
  if (is_long_one == false) return {};
  std::vector<std::string> missing = missing_days(contract);
  if (!contract.indexation) missing.emplace_back("contract.indexation");
  if (!missing.empty()) return unknown(std::move(missing));
  return failed(text_of(*contract.indexation), {}, {"indexation", {}});
}

RuleAnswer index_basis(const ContractView& view, const AuditOptions& /*options*/) {
  const std::optional<core::IndexClause>& clause = view.contract.indexation;
  if (!clause)
    return is_long(view.contract) == false ? RuleAnswer{} : unknown({"contract.indexation"});
  if (clause->series.empty()) return {};
  const core::Preset* series = find(view.presets, clause->series);
  if (series == nullptr) return unknown({clause->series});
  Exact wages;
  std::vector<std::string> unnamed;
  for (const core::SeriesWeight& part : series->weights) {
    const std::optional<bool> of_wages = is_of_wages(part.series);
    if (!of_wages && !part.weight.is_zero())
      unnamed.push_back(series->name + " weights." + part.series);
    if (of_wages == true) wages = wages + Exact{part.weight};
  }
  if (wages.sign() > 0) return passed(wages);
  if (!unnamed.empty()) return unknown(std::move(unnamed));
  return failed(wages, {}, {"index_basis", {{"series", series->name}}});
}

RuleAnswer delivery(const ContractView& view, const AuditOptions& /*options*/) {
  const core::Delivery delivery = view.subject.choices.chosen<core::Delivery>();
  if (delivery == core::Delivery::employment) return passed(std::string{word_of(delivery)});
  return failed(std::string{word_of(delivery)}, std::string{word_of(core::Delivery::employment)},
                {"delivery", {}});
}

RuleAnswer norm_hours(const ContractView& view, const AuditOptions& options) {
  const bool divides =
      core::divisor_of(view.subject.choices.chosen<core::TariffUnit>()) == Key::norm_hours;
  if (!divides && !view.states(Key::norm_hours)) return {};
  if (!view.states(Key::norm_hours)) return unknown({std::string{path_of(Key::norm_hours)}});
  Highest norm;
  if (const std::optional<Decimal>& threshold = options[Rule::norm_hours].threshold) {
    norm.value = Exact{*threshold};
  } else if (view.subject.audit.norm_hours.empty()) {
    return unknown({"audit.norm_hours"});
  } else if (const core::Preset* preset = find(view.presets, view.subject.audit.norm_hours)) {
    norm.take(*preset, view.subject.period, field_named("hours"));
  }
  const Exact found{view.value(Key::norm_hours)};
  if (norm.value && found < *norm.value) {
    return failed(found, *norm.value,
                  {"norm_hours", {{"hours", Quantity{*norm.value, core::Unit::hours_per_year}}}});
  }
  if (!norm.value || !norm.missing.empty()) return unknown(norm.missing);
  return passed(found, *norm.value);
}

RuleAnswer legal_minimum(const ContractView& view, const AuditOptions& /*options*/) {
  core::Diagnostics unlawful = core::below_law(view.subject);
  const core::Diagnostics wages = core::unlawful_wages(view.subject, view.presets);
  unlawful.insert(unlawful.end(), wages.begin(), wages.end());
  if (unlawful.empty())
    return view.calculation == nullptr ? unknown(lacking(view.troubles)) : passed({});
  const auto stated = [](const core::Diagnostic& rail, std::string_view figure,
                         std::string_view wage) {
    const bool of_wage = rail.code == core::Code::below_minimum_wage;
    return rail.key + " = " + text_argument(rail, of_wage ? wage : figure);
  };
  std::vector<std::string> found;
  std::vector<std::string> required;
  std::string list;
  for (const core::Diagnostic& rail : unlawful) {
    found.push_back(stated(rail, "found", "wage"));
    required.push_back(stated(rail, "least", "most"));
    list += (list.empty() ? "" : ", ") + required.back();
  }
  return failed(std::move(found), std::move(required),
                {"legal_minimum", {{"figures", std::move(list)}}});
}

RuleAnswer scale_step(const ContractView& view, const AuditOptions& /*options*/) {
  const core::Case& subject = view.subject;
  if (!view.states(Key::wage_hourly)) return {};
  Exact found{view.value(Key::wage_hourly)};
  if (view.calculation != nullptr) found = found * view.calculation->ways().index_factor;
  // What the case does with the minimum wage does not change what the law asks.
  const std::string kept = subject.minimum_wage_preset();
  const std::string minimum_name = kept.empty() ? core::Case::legal_minimum_wage() : kept;
  Highest least;
  if (const core::Preset* minimum = find(view.presets, minimum_name)) {
    least.take(*minimum, subject.period, field_named("hour"));
  } else {
    least.missing.push_back(minimum_name);
  }
  Highest step;
  if (const core::Preset* scale = find(view.presets, subject.audit.scale)) {
    step.take(*scale, subject.period, lowest_step);
  } else {
    step.missing.emplace_back("audit.scale");
  }
  std::vector<std::string> missing = step.missing;
  missing.insert(missing.end(), least.missing.begin(), least.missing.end());
  if (step.value && (!least.value || *step.value > *least.value)) least.value = step.value;
  if (least.value && found < *least.value) {
    return failed(found, *least.value,
                  {"scale_step", {{"wage", Quantity{*least.value, core::Unit::eur_per_hour}}}});
  }
  if (!missing.empty() || !least.value) return unknown(std::move(missing));
  return passed(found, *least.value);
}

}  // namespace billijk::analysis::rules
