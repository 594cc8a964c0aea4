#include "analysis/audit/case_auditor.hpp"

#include <algorithm>

#include "analysis/audit/audit_rules.hpp"
#include "core/case/rails.hpp"
#include "core/inputs.hpp"
#include "core/resolve_warnings.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Total;

/// Whether costs of a year are spread over the volume.
bool spreads(const core::Case& subject, std::span<const Key> replaced) {
  const bool annual = !subject.value(Key::obligation_annual).is_zero() ||
                      std::ranges::find(replaced, Key::obligation_annual) != replaced.end();
  return annual || std::ranges::any_of(subject.lines, [](const core::OwnLine& line) {
           return line.per == core::LinePer::contract_year;
         });
}

/// Whether a higher tariff would mend something.
bool is_too_low(const std::array<RuleAnswer, rule_count>& rules) {
  return std::ranges::any_of(all_rules, [&](Rule rule) {
    return facts_of(rule).tariff && rules.at(index_of(rule)).answer == Answer::fail;
  });
}

std::array<bool, 6> elements_of(const core::Calculation& calculation) {
  std::array<bool, 6> found{};
  for (const core::SheetLine& line : calculation.lines) {
    const auto element = static_cast<std::size_t>(line.element);
    if (element < found.size() && !line.value.is_zero()) found.at(element) = true;
  }
  return found;
}

}  // namespace

CaseAuditor::CaseAuditor(core::Case subject, core::Presets presets, const AuditOptions& options,
                         std::span<const Key> replaced)
    : subject_{std::move(subject)},
      presets_{std::move(presets)},
      options_{options},
      in_rows_{!replaced.empty()} {
  core::Checked<core::Calculation> calculation = core::calculate(subject_, presets_);
  if (!calculation) {
    troubles_ = std::move(calculation.error());
    answer_once();
    return;
  }
  calculation_ = std::move(*calculation);
  const bool by_volume = spreads(subject_, replaced);
  moves_cost_ = std::ranges::any_of(replaced, [&](Key key) {
    return Weighing::moves_cost(key) && (key != Key::volume || by_volume);
  });
  moves_wage_ = std::ranges::find(replaced, Key::wage_hourly) != replaced.end();
  provisional_ =
      !core::provisional_inputs(*calculation_, subject_.choices.chosen<core::TariffUnit>()).empty();
  elements_ = elements_of(*calculation_);
  weighing_.emplace(subject_, calculation_->resolution.resolved, replaced);
  if (options[Rule::sources].asked)
    unsourced_ = weighing_->unsourced(*options[Rule::sources].threshold);
  if (in_rows_) {
    evaluator_.emplace(std::make_shared<const RowModel>(subject_, calculation_->presets,
                                                        calculation_->resolution, RowNeeds{}));
  }
  answer_once();
}

bool CaseAuditor::is_for_all() const {
  return std::ranges::all_of(troubles_, [](const core::Diagnostic& trouble) {
    return trouble.code == core::Code::no_row_in_force ||
           trouble.code == core::Code::unknown_step || trouble.code == core::Code::index_missing;
  });
}

void CaseAuditor::answer_once() {
  ContractView view{.subject = subject_,
                    .contract = subject_.contract,
                    .presets = presets_,
                    .calculation = calculation(),
                    .troubles = troubles_,
                    .cells = {},
                    .figures = {}};
  view.figures.elements = elements_;
  // Of a row the notes and days of the numbers it replaces are gone: the case of an auditor of rows
  // was built with them, so that here they are none either.
  for (const Rule rule : all_rules) {
    // Which minimum wage counts, a wage of the row decides.
    const bool by_row = !facts_of(rule).once || (rule == Rule::freshness && moves_wage_);
    if (!by_row && options_[rule].asked) once_[index_of(rule)] = ask(rule, view, options_);
  }
}

void CaseAuditor::take_tariff(ContractView& view) const {
  const core::TariffUnit unit = subject_.choices.chosen<core::TariffUnit>();
  if (!view.states(Key::tariff)) return;
  const std::optional<Key> key = core::divisor_of(unit);
  const std::optional<Exact> divisor = key ? view.divisor(*key) : std::optional{Exact{1}};
  if (divisor)
    view.figures.tariff = core::per_hour(Exact{view.value(Key::tariff)}, unit, *divisor, *divisor);
}

void CaseAuditor::take_exact_boundaries(ContractView& view, core::Diagnostics& troubles) const {
  const core::Resolved& resolved = calculation_->resolution.resolved;
  core::SureBench bench{resolved};
  set_cells(bench.exact, view.cells);
  set_cells(bench.filtered, view.cells);
  core::Boundaries rounded;
  const core::Trouble trouble = bench.compute_rounded(rounded);
  if (trouble != core::Trouble::none) {
    troubles.push_back(core::diagnostic_of(trouble, subject_, resolved));
    return;
  }
  view.figures.boundaries = rounded.value;
}

void CaseAuditor::take_row_figures(ContractView& view, core::Diagnostics& troubles) {
  if (std::optional<core::Diagnostic> trouble = evaluator_->evaluate(view.cells, row_figures_)) {
    if (trouble->code == core::Code::needs_divisor && trouble->key != path_of(Key::volume))
      return take_exact_boundaries(view, troubles);
    if (trouble->code == core::Code::needs_divisor &&
        subject_.choices.chosen<core::TariffUnit>() == core::TariffUnit::lump_sum)
      return take_exact_boundaries(view, troubles);
    troubles.push_back(std::move(*trouble));
    return;
  }
  for (const Total total : core::all_totals) {
    const std::optional<Amount>& rounded = row_figures_[total];
    if (rounded) view.figures.boundaries[index_of(total)] = exact_of(*rounded);
  }
}

void CaseAuditor::take_figures(ContractView& view) {
  take_tariff(view);
  if (weighing_) {
    if (moves_cost_) weighing_->take(view.cells);
    const bool labour = options_[Rule::labour_share].asked && view.figures.tariff &&
                        view.figures[Total::cost_price];
    if (labour) view.figures.labour_percent = weighing_->labour_percent(*view.figures.tariff);
    const bool again =
        moves_cost_ && options_[Rule::sources].asked && view.figures[Total::cost_price];
    view.figures.unsourced =
        again ? weighing_->unsourced(*options_[Rule::sources].threshold) : unsourced_;
  }
  view.figures.elements = elements_;
  if (!view.figures.tariff || !view.figures[Total::cost_price]) return;
  core::Boundaries boundaries;
  boundaries.value = view.figures.boundaries;
  view.figures.zone = core::zone_of(*view.figures.tariff, boundaries);
}

void CaseAuditor::look_ahead(ContractView& view) {
  if (!options_[Rule::holds_to_the_end].asked || !calculation_ || subject_.is_given()) return;
  if (!outlasts_its_year(view) || !view.figures.zone) return;
  Outlooks::Found found = outlooks_.of(view);
  view.outlook = std::move(found.outlook);
  view.missing_of_years = std::move(found.missing);
}

std::vector<core::Outrun> CaseAuditor::outruns_of(const ContractView& view) const {
  const core::Resolution& resolution = calculation_->resolution;
  if (!moves_wage_) return resolution.outruns;
  std::vector<core::UsedFigure> used = resolution.used;
  for (core::UsedFigure& figure : used) figure.binds = rules::binds(view, figure);
  return core::outruns_of(subject_, used);
}

/// Numbers of rows have no grade that is provisional; what a preset's figure binds, they decide.
bool CaseAuditor::rests_on_provisional(const ContractView& view) const {
  if (!moves_wage_) return provisional_;
  const std::vector<core::UsedFigure>& used = calculation_->resolution.used;
  const core::TariffUnit unit = subject_.choices.chosen<core::TariffUnit>();
  return std::ranges::any_of(calculation_->inputs, [&](const core::UsedInput& input) {
    if (!input.grade || !core::is_provisional(*input.grade)) return false;
    const auto figure = std::ranges::find(used, input.key, &core::UsedFigure::key);
    return figure == used.end() ? core::rests_on(input, unit) : rules::binds(view, *figure);
  });
}

core::Diagnostics CaseAuditor::rails_of(const ContractView& view) const {
  core::Diagnostics rails = core::rails_of(subject_);
  const auto add = [&](const core::Diagnostics& more) {
    rails.insert(rails.end(), more.begin(), more.end());
  };
  add(core::unlawful_wages(subject_, presets_));
  if (view.figures.tariff && view.figures[Total::cost_price])
    add(core::tariff_rails_of(subject_, *view.figures.tariff, *view.figures[Total::cost_price]));
  return rails;
}

AuditedContract CaseAuditor::audit(ContractName name, const core::Contract& contract,
                                   std::span<const core::RowCell> cells) {
  // Of a row the case has the same keys: only what they are differs.
  for (const core::RowCell& cell : cells) {
    core::Input& input = *subject_.numbers.at(index_of(cell.key));
    input.value = decimal_of(cell.number);
    input.grouped = is_written_as_thousands(cell.number);
  }
  AuditedContract result;
  result.id = std::move(name.id);
  result.is_numbered = name.is_numbered;
  result.municipality = std::move(name.municipality);
  result.provider = std::move(name.provider);
  result.region = std::move(name.region);
  result.unit = subject_.choices.chosen<core::TariffUnit>();
  result.troubles = troubles_;
  result.period = subject_.period;
  ContractView view{.subject = subject_,
                    .contract = contract,
                    .presets = presets_,
                    .calculation = calculation(),
                    .troubles = result.troubles,
                    .cells = cells,
                    .figures = {}};
  if (auto trouble = core::period_elsewhere(subject_, contract)) {
    result.troubles.push_back(std::move(*trouble));
  } else if (calculation_ && in_rows_) {
    take_row_figures(view, result.troubles);
  } else if (calculation_) {
    for (const Total total : core::all_totals) {
      if ((*calculation_)[total])
        view.figures.boundaries[index_of(total)] = (*calculation_)[total]->rounded;
    }
  }
  take_figures(view);
  look_ahead(view);
  result.rails = rails_of(view);
  if (calculation_) {
    result.outruns = outruns_of(view);
    result.provisional = !result.outruns.empty() || rests_on_provisional(view);
  }
  for (const Rule rule : all_rules) {
    if (!options_[rule].asked) continue;
    const std::optional<RuleAnswer>& once = once_[index_of(rule)];
    RuleAnswer& answer = result.rules[index_of(rule)];
    if (once) {
      answer = *once;
    } else {
      answer = ask(rule, view, options_);
    }
  }
  result.volume = view.divisor(Key::volume);
  const std::optional<Exact> least =
      is_too_low(result.rules) ? least_tariff(view, options_) : std::nullopt;
  if (least) result.mending = in_unit_of(view, *least, core::RoundingMode::up);
  result.standing = standing_of(result.rules, view.figures, options_);
  if (calculation_) result.evidence = evidence_of(result.rules, options_);
  if (view.figures.zone) result.distance = *view.figures.tariff - *view.figures[Total::cost_price];
  result.figures = std::move(view.figures);
  return result;
}

}  // namespace billijk::analysis
