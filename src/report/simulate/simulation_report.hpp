#pragma once

#include <array>
#include <string>

#include "analysis/simulate/simulation_figures.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// A simulation and what came of it.
struct SimulationResult {
  const analysis::Simulation& simulation;
  const analysis::SimulationFigures& figures;
};

/// The report of `simulate`: what is likely first, then the spread, the chances and what drives
/// them.
Document simulation_document(const SimulationResult& result, const Format& format);

/// "billijk/simulate/1"; a row a figure: section, key, label, value, low, high, standard_error,
/// unit.
Sections simulation_sections(const SimulationResult& result, const Program& program,
                             Language language);

/// The tariff per hour, when it is the same for every draw.
std::optional<core::Exact> hourly_tariff(const SimulationResult& result);

}  // namespace billijk::report
