#include "analysis/forecast/row_forecast.hpp"

#include <utility>

#include "analysis/forecast/clause.hpp"

namespace billijk::analysis {

using core::Checked;
using core::Exact;
using core::GrowthPath;
using core::Key;
using core::Total;

Checked<std::shared_ptr<const ForecastModel>> ForecastModel::of(const core::Case& subject,
                                                                const core::Presets& presets,
                                                                const core::Resolution& first,
                                                                std::optional<int> until) {
  auto model = std::make_shared<ForecastModel>();
  Checked<std::vector<ForecastDays>> days = forecast_days(subject, until);
  if (!days) return tl::unexpected{std::move(days.error())};
  model->terms_ = terms_of(subject);
  const auto stated = [&](Key key) {
    const std::optional<core::Input>& input = subject.number(key);
    return input ? std::optional{input->value} : std::nullopt;
  };
  model->tariff_ = stated(Key::tariff);
  model->volume_ = stated(Key::volume);
  model->days_ = std::move(*days);
  const Clause clause = clause_of(subject, presets);
  Checked<std::vector<Exact>> indexes =
      Indexing{clause, forecast_of(subject)}.of_each(model->days_, GrowthPath::value);
  if (!indexes) return tl::unexpected{std::move(indexes.error())};
  model->indexes_ = std::move(*indexes);
  // What is missing for any of the years is for the last.
  if (const auto last = case_in(subject, model->days_.back(), GrowthPath::value,
                                first.resolved.ways.index_factor);
      !last)
    return tl::unexpected{last.error()};
  for (const ForecastDays& year : model->days_) {
    if (&year == &model->days_.front()) continue;
    Checked<core::Case> later =
        case_in(subject, year, GrowthPath::value, first.resolved.ways.index_factor);
    if (!later) return tl::unexpected{std::move(later.error())};
    // Of a later year only the cost is asked: its tariff follows from the first.
    later->numbers[index_of(Key::tariff)].reset();
    Checked<core::Resolution> resolution = core::resolve(*later, presets);
    if (!resolution) return tl::unexpected{std::move(resolution.error())};
    Exact volume = later->later_year->volume;
    model->later_.push_back({.model = std::make_shared<const RowModel>(
                                 std::move(*later), presets, std::move(*resolution), RowNeeds{}),
                             .volume = std::move(volume)});
  }
  return model;
}

RowForecast::RowForecast(std::shared_ptr<const ForecastModel> model) : model_{std::move(model)} {
  evaluators_.reserve(model_->later_.size());
  for (const ForecastModel::LaterModel& later : model_->later_)
    evaluators_.emplace_back(later.model);
}

std::optional<RowOutlook> RowForecast::look(std::span<const core::RowCell> cells,
                                            const Exact& floor, const Exact& cost, Needs needs) {
  TariffTerms terms = model_->terms_;
  std::optional<core::Decimal> tariff = model_->tariff_;
  std::optional<core::Decimal> hours = model_->volume_;
  cost_cells_.clear();
  for (const core::RowCell& cell : cells) {
    const core::Decimal value = decimal_of(cell.number);
    if (cell.key == Key::tariff) tariff = value;
    if (cell.key == Key::volume) hours = value;
    if (cell.key == Key::norm_hours) terms.norm_hours = Exact{value};
    if (cell.key == Key::tariff_step) terms.step.step = value;
    if (!facts_of(cell.key).outside) cost_cells_.push_back(cell);
  }
  const Exact volume{hours.value_or(core::Decimal{})};
  const std::optional<Key> divisor = core::divisor_of(terms.unit);
  const bool divides = !divisor || !(*divisor == Key::volume ? volume : terms.norm_hours).is_zero();
  if (!tariff || !divides) return std::nullopt;
  std::vector<YearCost> costs{{.least = core::max(floor, cost),
                               .cost = cost,
                               .volume = volume,
                               .part = model_->days_.front().part}};
  for (std::size_t i = 0; i < evaluators_.size(); ++i) {
    if (evaluators_[i].evaluate(cost_cells_, figures_)) return std::nullopt;
    Exact of_year = exact_of(*figures_[Total::cost_price]);
    costs.push_back({.least = core::max(of_year, exact_of(*figures_[Total::wage_floor])),
                     .cost = of_year,
                     .volume = volume * model_->later_[i].volume,
                     .part = model_->days_[i + 1].part});
  }
  const TariffPath path{std::move(terms), costs};
  const std::vector<Exact> tariffs = path.tariffs(Exact{*tariff}, model_->indexes_);
  const std::optional<std::size_t> sinks = path.sinks_in(tariffs);
  const std::size_t told = sinks.value_or(tariffs.size() - 1);
  RowOutlook result{.sinks_in = {},
                    .per_hour = path.per_hour(tariffs[told], told),
                    .cost = costs[told].least,
                    .total = path.total(tariffs),
                    .least_start = {}};
  if (sinks) result.sinks_in = model_->days_[told].year;
  if (sinks && needs == Needs::yes) {
    result.least_start = path.least_start(
        model_->indexes_, [&](const std::vector<Exact>& each) { return !path.sinks_in(each); });
  }
  return result;
}

}  // namespace billijk::analysis
