#include "analysis/audit/outlooks.hpp"

#include "analysis/audit/audit_rules.hpp"

namespace billijk::analysis {

using core::Total;

bool outlasts_its_year(const ContractView& view) {
  return view.contract.end &&
         core::year_of(*view.contract.end) > core::year_of(view.subject.period.from);
}

Outlooks::Years Outlooks::years_of(const ContractView& view) {
  core::Case subject = view.subject;
  subject.contract = view.contract;
  auto model = ForecastModel::of(subject, view.presets, view.calculation->resolution, std::nullopt);
  Years years;
  if (model) {
    years.forecast.emplace(std::move(*model));
    return years;
  }
  years.missing = rules::lacking(model.error());
  return years;
}

Outlooks::Found Outlooks::of(const ContractView& view) {
  const core::Date end = *view.contract.end;
  auto known = by_end_.find(end);
  if (known == by_end_.end()) known = by_end_.emplace(end, years_of(view)).first;
  Years& years = known->second;
  Found found{.outlook = {}, .missing = years.missing};
  const std::optional<core::Exact>& floor = view.figures[Total::wage_floor];
  const std::optional<core::Exact>& cost = view.figures[Total::cost_price];
  if (years.forecast && floor && cost)
    found.outlook = years.forecast->look(view.cells, *floor, *cost, RowForecast::Needs::yes);
  return found;
}

}  // namespace billijk::analysis
