#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/lever/sensitivity.hpp"
#include "analysis/lever/sweep.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// What `sensitivity` found: the effect of each input, exchange rates and, when asked, a sweep.
struct Sensed {
  const core::Calculation& calculation;
  const analysis::Sensitivity& sensitivity;
  std::optional<core::Exact>
      by;  ///< the part of itself each figure was moved, instead of its range
  const std::vector<analysis::SweepAxis>& axes;
  const std::vector<analysis::SweepPoint>& points;

  bool is_sweep() const { return !axes.empty(); }
};

/// Of a sweep the curve or grid alone; else bars, figures and exchange rates.
Document sensitivity_document(const Sensed& sensed, const Format& format);

/// "billijk/sensitivity/1", with "points" of a sweep; a row an input and an exchange rate, of a
/// sweep a row a point.
Sections sensitivity_sections(const Sensed& sensed, const Program& program, Language language);

/// The report of a sweep.
Document sweep_document(const Sensed& sensed, const Format& format);

}  // namespace billijk::report
