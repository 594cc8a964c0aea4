#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/forecast/clause.hpp"
#include "analysis/forecast/years.hpp"
#include "core/bench.hpp"
#include "core/calculation.hpp"
#include "core/verdict.hpp"

namespace billijk::analysis {

/// What a tariff comes to in a year, along one path. Units: EUR per hour unless said otherwise.
struct YearFigures {
  core::Exact index;     ///< what the tariff rose with; a share
  core::Exact tariff;    ///< in the contract's unit
  core::Exact per_hour;  ///< with the volume of the year
  core::Zone zone = core::Zone::fair;
  struct Delivered {
    core::Exact per_hour;
    core::Zone zone = core::Zone::fair;
  };
  std::optional<Delivered> subcontractor;  ///< what reaches the one who delivers
  core::Boundaries boundaries;             ///< rounded
  /// To the cost price; per year that of the days of the year, EUR half_up to cents.
  core::Distance distance;
  std::optional<core::Exact> volume;         ///< of the whole year, hours
  std::optional<core::Exact> hours;          ///< of its days
  std::optional<core::Exact> running_total;  ///< EUR, the exact sum half_up to cents

  bool is_below_cost() const { return zone < core::Zone::fair; }
};

/// A year with the three paths it may take.
struct ForecastYear {
  ForecastDays days;
  bool certain = true;
  std::array<YearFigures, core::all_paths.size()> paths;

  const YearFigures& operator[](core::GrowthPath path) const { return paths[index_of(path)]; }
  const YearFigures& value() const { return (*this)[core::GrowthPath::value]; }
};

/// What a clause would make of the tariff. Absent years: in none.
struct ClauseOutcome {
  std::string name;
  std::optional<int> sinks_in;
  std::optional<core::Exact> running_total;
  core::Exact tariff_at_end;
};

/// What would hold to the end; absent where nothing would, or no volume is stated.
struct Needed {
  std::optional<core::Exact> start_tariff_every_year;     ///< no year below the cost price
  std::optional<core::Exact> start_tariff_over_contract;  ///< nothing lost over all years
  std::optional<core::Exact> clause_percent;              ///< % a year in the clause's place
};

/// By how much the first year was exceeded in the last. Units: %; absent where there was nothing.
struct GrownBy {
  std::optional<core::Exact> wage, cost_price, tariff;
};

/// A tariff over the years of its contract.
struct ForecastResult {
  core::TariffUnit unit = core::TariffUnit::hour;
  std::vector<ForecastYear> years;
  std::optional<int> sinks_in;  ///< below the cost price, the wage floor included
  std::optional<int> below_wage_floor_from;
  std::optional<int> above_ceiling_from;
  std::vector<int> capped;  ///< in which the clause gives less than its index
  Needed needed;
  GrownBy growth;
  std::vector<ClauseOutcome> clauses;
  core::Diagnostics warnings;

  const YearFigures& last() const { return years.back().value(); }
};

/// What is asked of a forecast.
struct ForecastAsked {
  const core::Calculation& first;  ///< the case in its own year
  const core::Verdict& verdict;    ///< on its tariff
  std::optional<int> until;
  const std::vector<Clause>& clauses;  ///< to lay beside that of the contract
};

/// Looks ahead (billijk-model(7), "Years").
///
/// Errors: those of the years and their growth; a preset without a row for one of them.
core::Checked<ForecastResult> forecast(const ForecastAsked& asked);

}  // namespace billijk::analysis
