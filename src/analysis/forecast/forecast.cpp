#include "analysis/forecast/forecast.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/forecast/tariff_path.hpp"

namespace billijk::analysis {
namespace {

using core::Checked;
using core::Code;
using core::Exact;
using core::GrowthPath;
using core::Key;
using core::Total;
using core::Zone;

/// The boundaries and the wage of a year.
struct YearSheet {
  core::Boundaries rounded;
  Exact wage;  ///< the line
};

Checked<YearSheet> sheet_of(const core::Case& subject, const core::Presets& presets) {
  const Checked<core::Resolution> resolution = core::resolve(subject, presets);
  if (!resolution) return tl::unexpected{resolution.error()};
  core::Bench<Exact> bench{resolution->resolved};
  const core::Trouble trouble = bench.compute();
  if (trouble != core::Trouble::none)
    return core::refused(core::diagnostic_of(trouble, subject, resolution->resolved));
  return YearSheet{
      .rounded = rounded(boundaries_of(bench.sheet(), bench.ways()), bench.ways().rounding),
      .wage = bench.sheet().first[core::Line::wage].number()};
}

class Forecaster {
 public:
  explicit Forecaster(const ForecastAsked& asked)
      : asked_{asked},
        case_{asked.first.subject},
        own_level_{asked.first.ways().index_factor},
        own_{clause_of(case_, asked.first.presets)} {}

  Checked<ForecastResult> run() {
    Checked<std::vector<ForecastDays>> days = forecast_days(case_, asked_.until);
    if (!days) return tl::unexpected{std::move(days.error())};
    days_ = std::move(*days);
    result_.unit = case_.choices.chosen<core::TariffUnit>();
    for (const GrowthPath path : core::all_paths) take_costs(path);
    for (const GrowthPath path : core::all_paths) index_.at(index_of(path)) = indexes(own_, path);
    if (!errors_.empty()) return tl::unexpected{with_years_together(std::move(errors_))};
    take_years();
    answer();
    if (!errors_.empty()) return tl::unexpected{with_years_together(std::move(errors_))};
    warn();
    return std::move(result_);
  }

 private:
  template <class T>
  std::optional<T> keep(Checked<T> found) {
    if (found) return std::move(*found);
    std::ranges::move(found.error(), std::back_inserter(errors_));
    return std::nullopt;
  }

  /// The first year is the case as it stands, along every path.
  void take_costs(GrowthPath path) {
    std::vector<YearSheet>& sheets = sheets_.at(index_of(path));
    std::vector<YearCost> costs;
    // What is missing for any of the years is for the last.
    if (!keep(case_in(case_, days_.back(), path, own_level_))) return;
    for (const ForecastDays& days : days_) {
      std::optional<core::Case> subject = keep(case_in(case_, days, path, own_level_));
      std::optional<YearSheet> sheet =
          subject ? keep(sheet_of(*subject, asked_.first.presets)) : std::nullopt;
      if (!sheet) return;
      const bool is_first = days.year == days_.front().year;
      for (const Total total : core::all_totals) {
        if (is_first) sheet->rounded[total] = asked_.first[total]->rounded;
      }
      const Exact& cost = *sheet->rounded[Total::cost_price];
      costs.push_back({.least = max(cost, *sheet->rounded[Total::wage_floor]),
                       .cost = cost,
                       .volume = Exact{case_.value(Key::volume)} * subject->later_year->volume,
                       .part = days.part});
      sheets.push_back(std::move(*sheet));
    }
    paths_.emplace_back(terms_of(case_), std::move(costs));
  }

  std::vector<Exact> indexes(const Clause& clause, GrowthPath path) {
    return keep(Indexing{clause, forecast_of(case_)}.of_each(days_, path))
        .value_or(std::vector<Exact>(days_.size()));
  }

  void take_years() {
    for (const ForecastDays& days : days_)
      result_.years.push_back({.days = days, .certain = true, .paths = {}});
    for (const GrowthPath path : core::all_paths) take_path(path);
    for (ForecastYear& year : result_.years) {
      year.certain = std::ranges::all_of(year.paths, [&](const YearFigures& figures) {
        return figures.zone == year.value().zone;
      });
    }
    result_.years.front().certain = asked_.verdict.certain;
  }
  void take_path(GrowthPath path) {
    const TariffPath& tariffs = paths_[index_of(path)];
    const std::vector<Exact> each =
        tariffs.tariffs(Exact{asked_.verdict.tariff.value}, index_[index_of(path)]);
    Exact sum;
    for (std::size_t i = 0; i < each.size(); ++i) {
      YearFigures& figures = result_.years[i].paths.at(index_of(path));
      figures.index = index_[index_of(path)][i];
      figures.tariff = each[i];
      figures.per_hour = tariffs.per_hour(each[i], i);
      figures.boundaries = sheets_[index_of(path)][i].rounded;
      judge(figures);
      if (case_.value(Key::volume).is_zero()) continue;
      const Exact result = tariffs.result(each[i], i);
      sum = sum + result;
      figures.distance.per_year = core::round_half_up(result, 2);
      figures.volume = tariffs.volume(i);
      figures.hours = *figures.volume * result_.years[i].days.part;
      figures.running_total = core::round_half_up(sum, 2);
    }
  }
  void judge(YearFigures& figures) const {
    const core::Judgement judgement = core::judge(figures.per_hour, figures.boundaries, {});
    figures.zone = judgement.zone;
    figures.distance = *judgement.distances[index_of(Total::cost_price)];
    if (!case_.number(Key::subcontracting_fee)) return;
    const Exact kept{case_.value(Key::subcontracting_fee), 2};
    const Exact left = figures.per_hour * (Exact{1} - kept);
    figures.subcontractor =
        YearFigures::Delivered{.per_hour = left, .zone = zone_of(left, figures.boundaries)};
  }

  /// The years in which the cap withholds part of the index.
  void take_capped() {
    if (!own_.terms || !own_.terms->cap) return;
    Clause open = own_;
    open.terms->cap.reset();
    const std::vector<Exact> uncapped = indexes(open, GrowthPath::value);
    for (std::size_t i = 0; i < days_.size(); ++i) {
      if (uncapped[i] > index_.front()[i]) result_.capped.push_back(days_[i].year);
    }
  }
  std::optional<int> first_year(const std::function<bool(Zone)>& of) const {
    for (const ForecastYear& year : result_.years) {
      if (of(year.value().zone)) return year.days.year;
    }
    return std::nullopt;
  }
  void answer() {
    result_.sinks_in = first_year([](Zone zone) { return zone < Zone::fair; });
    result_.below_wage_floor_from =
        first_year([](Zone zone) { return zone == Zone::below_wage_floor; });
    result_.above_ceiling_from = first_year([](Zone zone) { return zone == Zone::above_ceiling; });
    const TariffPath& path = paths_.front();
    const std::vector<Exact>& index = index_.front();
    const Exact first{asked_.verdict.tariff.value};
    result_.needed.start_tariff_every_year = path.least_start(
        index, [&](const std::vector<Exact>& tariffs) { return !path.sinks_in(tariffs); });
    if (!case_.value(Key::volume).is_zero()) {
      result_.needed.start_tariff_over_contract = path.least_start(
          index,
          [&](const std::vector<Exact>& tariffs) { return path.total(tariffs)->sign() >= 0; });
    }
    take_capped();
    result_.needed.clause_percent = path.least_percent(first);
    const auto grown = [](const Exact& from, const Exact& to) {
      return from.is_zero() ? std::nullopt : std::optional{(to / from - Exact{1}) * Exact{100}};
    };
    const std::vector<YearSheet>& sheets = sheets_.front();
    const auto cost = [&](const YearSheet& sheet) { return *sheet.rounded[Total::cost_price]; };
    result_.growth = {.wage = grown(sheets.front().wage, sheets.back().wage),
                      .cost_price = grown(cost(sheets.front()), cost(sheets.back())),
                      .tariff = grown(first, result_.last().tariff)};
    for (const Clause& clause : asked_.clauses) {
      const std::vector<Exact> tariffs = path.tariffs(first, indexes(clause, GrowthPath::value));
      const std::optional<std::size_t> sinks = path.sinks_in(tariffs);
      result_.clauses.push_back(
          {.name = clause.name,
           .sinks_in = sinks ? std::optional{days_[*sinks].year} : std::nullopt,
           .running_total = in_cents(path.total(tariffs)),
           .tariff_at_end = tariffs.back()});
    }
  }

  static std::optional<Exact> in_cents(const std::optional<Exact>& amount) {
    return amount ? std::optional{core::round_half_up(*amount, 2)} : std::nullopt;
  }

  void add_warning(Code code, std::string key, core::Arguments arguments) {
    core::Position at = case_.place_of(key);
    result_.warnings.push_back(
        core::finding(code, std::move(at), std::move(key), std::move(arguments)));
  }
  void warn() {
    result_.warnings = asked_.verdict.warnings;
    std::ranges::copy(asked_.first.warnings, std::back_inserter(result_.warnings));
    const int first = days_.front().year;
    if (core::year_of(case_.period.to) > first) {
      add_warning(Code::period_past_year, "period.to",
                  {{"year", std::to_string(first)}, {"next", std::to_string(first + 1)}});
    }
    if (case_.contract.start && core::year_of(*case_.contract.start) > first) {
      add_warning(Code::starts_later, "contract.start",
                  {{"start", *case_.contract.start}, {"year", std::to_string(first)}});
    }
    if (!case_.contract.indexation) add_warning(Code::without_clause, "contract.indexation", {});
    const core::Rounding& rounding = paths_.front().step();
    const Exact step{rounding.step};
    const Exact tariff{asked_.verdict.tariff.value};
    if (step * Exact{200} > tariff) {
      add_warning(Code::coarse_step, std::string{path_of(Key::tariff_step)},
                  {{"step", EuroAmount{step}}, {"tariff", EuroAmount{tariff}}});
    }
    warn_of_years_beyond();
    if (forecast_of(case_)[core::GrowthKind::volume] && case_.value(Key::volume).is_zero())
      add_warning(Code::volume_without_hours, "forecast.volume", {});
  }

  /// Growth of a year that neither the forecast nor an index that lags behind can ask for.
  void warn_of_years_beyond() {
    const int last =
        std::max(days_.back().year, case_.contract.end ? core::year_of(*case_.contract.end) : 0);
    const int first = days_.front().year - static_cast<int>(core::lag_facts.highest);
    for (const core::GrowthKind kind : core::all_growth) {
      const std::optional<core::Growth>& growth = forecast_of(case_)[kind];
      if (!growth) continue;
      const std::string key{path_of(kind)};
      for (const auto& [year, input] : growth->years) {
        if (year >= first && year <= last) continue;
        result_.warnings.push_back(core::finding(Code::growth_year_beyond, input.at,
                                                 key + '.' + std::to_string(year),
                                                 {{"key", key}, {"year", std::to_string(year)}}));
      }
    }
  }

  using EuroAmount = core::EuroAmount;

  const ForecastAsked& asked_;
  const core::Case& case_;
  Exact own_level_;
  Clause own_;
  std::vector<ForecastDays> days_;
  std::array<std::vector<YearSheet>, core::all_paths.size()> sheets_;
  std::array<std::vector<Exact>, core::all_paths.size()> index_;
  std::vector<TariffPath> paths_;
  ForecastResult result_;
  core::Diagnostics errors_;
};

}  // namespace

Checked<ForecastResult> forecast(const ForecastAsked& asked) { return Forecaster{asked}.run(); }

}  // namespace billijk::analysis
