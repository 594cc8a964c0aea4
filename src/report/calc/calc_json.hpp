#pragma once

#include <string>

#include "core/calculation.hpp"
#include "report/format/csv.hpp"
#include "report/language/language.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// {"schema":"billijk/calc/1",…}: the contract of scripts.
std::string calc_json(const core::Calculation& calculation, const Program& program,
                      Language language);

/// {"schema":"billijk/check/1",…}: the same with the verdict.
std::string check_json(const core::Calculation& calculation, const core::Verdict& verdict,
                       const Program& program, Language language);

/// One record a figure: section, key, element, label, value, rounded, low, high, unit.
CsvTable calc_csv(const core::Calculation& calculation, Language language);
CsvTable check_csv(const core::Calculation& calculation, const core::Verdict& verdict,
                   Language language);

/// The same for several tariffs, whose verdicts stand in a list.
std::string check_many_json(const core::Calculation& calculation,
                            const std::vector<core::Verdict>& verdicts, const Program& program,
                            Language language);

}  // namespace billijk::report
