#pragma once

#include <string>
#include <vector>

#include "analysis/lever/pays_for.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// "What this tariff pays for": each figure beside the case's own, and the room between the two;
/// the wage is that of the cost sheet.
Table pays_for_table(const core::Calculation& calculation,
                     const std::vector<analysis::Solution>& solutions, const Format& format);

/// Between which steps of the scale the wage stands; empty without a scale or without a wage.
std::string steps_sentence(const core::Calculation& calculation,
                           const std::vector<analysis::Solution>& solutions, const Format& format);

/// What a figure is called in that table: "Highest sickness, % of contract hours"; else its key.
std::string label_of(const analysis::Solution& solution, const core::Ways& ways, Language language);

/// A figure with its unit: "4.86 %", "€ 15.86 per hour", "187.9 hours per year"; what four decimals
/// do not write is rounded.
std::string quantity(const core::Exact& value, core::Unit unit, const Format& format);
/// The same with every decimal.
std::string quantity(const core::Decimal& value, core::Unit unit, const Format& format);

/// "the cost price".
std::string the(core::Total total, Language language);

/// The decimals that write a figure, at least those of the step and at most four.
int decimals_for(const core::Exact& value, const core::Decimal& step);

}  // namespace billijk::report
