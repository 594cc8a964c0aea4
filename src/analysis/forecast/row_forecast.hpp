#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "analysis/forecast/tariff_path.hpp"
#include "analysis/forecast/years.hpp"
#include "analysis/rows/row_model.hpp"
#include "core/resolve.hpp"

namespace billijk::analysis {

/// The years of a case as its rows share them: all is resolved but the numbers of their own cells.
class ForecastModel {
 public:
  /// `first` is the case in its own year.
  ///
  /// Errors: those of the years, their growth, the clause, and of presets.
  static core::Checked<std::shared_ptr<const ForecastModel>> of(const core::Case& subject,
                                                                const core::Presets& presets,
                                                                const core::Resolution& first,
                                                                std::optional<int> until);

 private:
  friend class RowForecast;
  struct LaterModel {
    std::shared_ptr<const RowModel> model;
    core::Exact volume;  ///< what that of the first year is multiplied by
  };

  TariffTerms terms_;
  std::optional<core::Decimal> tariff_, volume_;
  std::vector<ForecastDays> days_;
  std::vector<core::Exact> indexes_;
  std::vector<LaterModel> later_;  ///< of all years but the first
};

/// What a row comes to over its years, on the value path.
struct RowOutlook {
  std::optional<int> sinks_in;             ///< below the cost price, the wage floor included
  core::Exact per_hour, cost;              ///< of the year it sinks in, else of the last
  std::optional<core::Exact> total;        ///< EUR, exact; nothing without a volume
  std::optional<core::Exact> least_start;  ///< where it sinks: the start tariff that does not
};

/// Looks ahead for rows of one model. Not for two threads at once.
class RowForecast {
 public:
  explicit RowForecast(std::shared_ptr<const ForecastModel> model);

  /// Whether to work out the start tariff that would do.
  enum class Needs : bool { no, yes };
  /// `floor` and `cost`: the rounded boundaries of the first year.
  ///
  /// Returns: nothing for a row without a tariff, or whose tariff cannot be turned into an hour.
  std::optional<RowOutlook> look(std::span<const core::RowCell> cells, const core::Exact& floor,
                                 const core::Exact& cost, Needs needs = Needs::no);

 private:
  std::shared_ptr<const ForecastModel> model_;
  std::vector<RowEvaluator> evaluators_;  ///< of the later years
  std::vector<core::RowCell> cost_cells_;
  RowFigures figures_;
};

}  // namespace billijk::analysis
