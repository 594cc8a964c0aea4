#pragma once

#include <string>
#include <vector>

#include "analysis/lever/pays_for.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// What `solve` found: of one figure, or the table of what a tariff pays for.
struct Solved {
  const core::Calculation& calculation;
  const analysis::Question& question;
  const std::vector<analysis::Solution>& solutions;
  bool one_key = false;

  core::Exact per_hour() const;
};

Document solve_document(const Solved& solved, const Format& format);

/// "billijk/solve/1"; a row a figure: key, label, unit, goal, own, value, grid, in_range and what
/// lies beyond.
Sections solve_sections(const Solved& solved, const Program& program, Language language);

}  // namespace billijk::report
