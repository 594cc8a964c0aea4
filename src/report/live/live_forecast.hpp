#pragma once

#include "analysis/forecast/forecast.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// The years of a forecast as a page computes them again: of each its part, along each path what
/// the tariff rises with, what the volume has grown by, and the formula of that year, whose figures
/// are those of the case; the first year is the case itself. Then how a tariff is rounded.
///
/// Requires: a forecast of this case.
Record live_forecast(const core::Calculation& first, const analysis::ForecastResult& result);

}  // namespace billijk::report
