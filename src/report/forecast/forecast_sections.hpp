#pragma once

#include <cstddef>

#include "analysis/forecast/forecast.hpp"
#include "report/format/sections.hpp"
#include "report/language/language.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// A forecast and the case it is of.
struct Foreseen {
  const core::Calculation& calculation;
  const analysis::ForecastResult& result;
  std::size_t provisional = 0;  ///< figures it rests on that are still to be filled in or confirmed
};

/// "billijk/forecast/1"; a row a year and path.
Sections forecast_sections(const Foreseen& foreseen, const Program& program, Language language);

}  // namespace billijk::report
