#pragma once

#include <string>
#include <vector>

#include "analysis/lever/pays_for.hpp"
#include "report/format/csv.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
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

/// {"schema":"billijk/solve/1",…}.
std::string solve_json(const Solved& solved, const Program& program);

/// One record a figure: key, label, unit, goal, own, value, grid, in_range and what lies beyond.
CsvTable solve_csv(const Solved& solved, Language language);

}  // namespace billijk::report
