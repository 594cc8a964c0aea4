#pragma once

#include <array>
#include <string>

#include "analysis/simulate/simulation_figures.hpp"
#include "report/format/csv.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// What machines call the quantiles a simulation gives.
inline constexpr std::array quantile_keys{"p05", "p25", "p50", "p75", "p95"};

/// A simulation and what came of it.
struct SimulationResult {
  const analysis::Simulation& simulation;
  const analysis::SimulationFigures& figures;
};

/// The report of `simulate`: what is likely first, then the spread, the chances and what drives
/// them.
Document simulation_document(const SimulationResult& result, const Format& format);

/// {"schema":"billijk/simulate/1",…}.
std::string simulation_json(const SimulationResult& result, const Program& program);

/// One record a figure: section, key, label, value, low, high, standard_error, unit.
CsvTable simulation_csv(const SimulationResult& result, Language language);

/// The tariff per hour, when it is the same for every draw.
std::optional<core::Exact> hourly_tariff(const SimulationResult& result);

}  // namespace billijk::report
