#pragma once

#include <optional>
#include <vector>

#include "core/calculation.hpp"
#include "report/format/sections.hpp"
#include "report/language/language.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// "billijk/calc/1", the contract of scripts; a row a figure: section, key, element, label, value,
/// rounded, low, high, unit. With a unit the boundaries in that too.
Sections calc_sections(const core::Calculation& calculation,
                       const std::optional<core::TariffUnit>& unit, const Program& program,
                       Language language);

/// "billijk/check/1": the same with the verdict.
Sections check_sections(const core::Calculation& calculation, const core::Verdict& verdict,
                        const Program& program, Language language);

/// "billijk/check-many/1": the same for several tariffs, whose verdicts stand in a list; a row a
/// tariff.
Sections check_many_sections(const core::Calculation& calculation,
                             const std::vector<core::Verdict>& verdicts, const Program& program,
                             Language language);

}  // namespace billijk::report
