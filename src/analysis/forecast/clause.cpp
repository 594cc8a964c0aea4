#include "analysis/forecast/clause.hpp"

#include <algorithm>
#include <iterator>

#include "core/index_series.hpp"
#include "core/number/rounding.hpp"

namespace billijk::analysis {

using core::Checked;
using core::Code;
using core::Exact;

Clause clause_of(const core::Case& subject, const core::Presets& presets) {
  Clause clause{.name = {}, .terms = subject.contract.indexation, .series = {}};
  if (!clause.terms) return clause;
  const auto series = presets.find(clause.terms->series);
  if (series != presets.end()) clause.series = series->second;
  return clause;
}

Checked<Exact> growth_in(const core::Forecast& forecast, core::GrowthKind kind, int year,
                         core::GrowthPath path) {
  const std::optional<core::Growth>& growth = forecast[kind];
  const core::Input* const stated = growth ? growth->of(year) : nullptr;
  if (stated != nullptr) return Exact{on_path(*stated, path), 2};
  const std::string key{path_of(kind)};
  return core::refused(core::finding(Code::growth_missing, growth ? growth->at : core::Position{},
                                     key, {{"key", key}, {"year", std::to_string(year)}}));
}

Indexing::Indexing(const Clause& clause, const core::Forecast& forecast)
    : clause_{clause}, forecast_{forecast} {
  if (clause.series == nullptr) return;
  for (const core::PresetRow& row : clause.series->rows) {
    const int year = core::year_of(row.from);
    if (index_of_year(*clause.series, year, core::CatchUp::none)) last_known_ = year;
  }
}

Checked<Exact> Indexing::of(int year, core::GrowthPath path) const {
  const std::optional<core::IndexClause>& terms = clause_.terms;
  if (!terms || terms->none || year < terms->first_year.value_or(year)) return Exact{};
  Checked<Exact> index =
      terms->percent ? Exact{terms->percent->value, 2} : of_series(year - terms->lag, path);
  if (index && terms->cap) index = min(*index, Exact{terms->cap->value, 2});
  return index;
}

Checked<std::vector<Exact>> Indexing::of_each(const std::vector<ForecastDays>& years,
                                              core::GrowthPath path) const {
  std::vector<Exact> indexes;
  core::Diagnostics errors;
  for (const ForecastDays& year : years) {
    Checked<Exact> index = indexes.empty() ? Exact{} : of(year.year, path);
    if (!index) std::ranges::move(index.error(), std::back_inserter(errors));
    indexes.push_back(std::move(index).value_or(Exact{}));
  }
  if (!errors.empty()) return tl::unexpected{with_years_together(std::move(errors))};
  return indexes;
}

Checked<Exact> Indexing::of_series(int year, core::GrowthPath path) const {
  if (clause_.series == nullptr) return Exact{};
  return last_known_ && year <= *last_known_ ? known(year) : expected(year, path);
}

Checked<Exact> Indexing::known(int year) const {
  // Only the catch-up may lack figures, and is then left out.
  for (const std::optional<core::CatchUp>& way :
       {clause_.terms->catch_up, std::optional{core::CatchUp::none}}) {
    if (const auto index = index_of_year(*clause_.series, year, way)) return index->index;
  }
  Checked<std::vector<core::IndexYear>> years =
      core::index_of_years(*clause_.series, {.first = year, .last = year}, core::CatchUp::none);
  return tl::unexpected{std::move(years.error())};
}

Checked<Exact> Indexing::expected(int year, core::GrowthPath path) const {
  core::Diagnostics errors;
  Exact sum;
  for (const core::SeriesWeight& part : clause_.series->weights) {
    const std::optional<core::GrowthKind> kind = forecast_.kind_of(part.series);
    if (!kind) {
      errors.push_back(core::finding(Code::series_without_kind, {}, "forecast.series",
                                     {{"series", part.series},
                                      {"preset", clause_.series->name},
                                      {"year", std::to_string(year)}}));
      continue;
    }
    Checked<Exact> growth = growth_in(forecast_, *kind, year, path);
    if (growth) {
      sum = sum + Exact{part.weight, 2} * *growth;
    } else {
      std::ranges::move(growth.error(), std::back_inserter(errors));
    }
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  const std::optional<int>& digits = clause_.series->round_percent;
  return digits ? round(sum, core::Rounding{.step = core::Decimal::of(1, *digits + 2)}) : sum;
}

}  // namespace billijk::analysis
