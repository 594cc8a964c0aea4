#pragma once

#include <optional>
#include <vector>

#include "core/case/case.hpp"
#include "core/case/preset.hpp"
#include "core/number/exact.hpp"

namespace billijk::analysis {

/// A year a forecast gives, with the days of it.
struct ForecastDays {
  int year = 0;
  core::Period period;
  core::Exact part;  ///< of the calendar year that lies in the period
};

/// The years from that of the period to the end of the contract, or to another.
///
/// Errors: `without_end` for neither, `end_before` for one before the first, `too_many_years`.
core::Checked<std::vector<ForecastDays>> forecast_days(const core::Case& subject,
                                                       std::optional<int> until);

/// The case of a later year, its figures grown along a path: wages, prices and volume of
/// [forecast], presets carried on (billijk-model(7), "Years").
///
/// `own_level`: the index of its own euro figures in the first year.
/// Errors:      `growth_missing`, each year once.
core::Checked<core::Case> case_in(const core::Case& subject, const ForecastDays& days,
                                  core::GrowthPath path, const core::Exact& own_level);

/// Findings that differ in their year alone as one, which names them all: "2027-2029, 2031".
core::Diagnostics with_years_together(core::Diagnostics findings);

/// What is expected of the years, or nothing at all.
const core::Forecast& forecast_of(const core::Case& subject);

}  // namespace billijk::analysis
