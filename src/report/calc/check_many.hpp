#pragma once

#include <string>
#include <vector>

#include "core/calculation.hpp"
#include "report/calc/calc_report.hpp"

namespace billijk::report {

// Several tariffs against one case, beside each other; the verdicts are in the order in which the
// tariffs were given, and there may be one only, of a series.

/// The report of `check` with several tariffs: a table of verdicts, then the same sheet.
Document check_many_document(const core::Calculation& calculation,
                             const std::vector<core::Verdict>& verdicts, const Extras& extras,
                             const Format& format);

/// Whether a tariff is fair and, with a fee, what it leaves as well.
bool is_fair_after_fee(const core::Verdict& verdict);

/// What the tariffs make one look at, each once: where it is so of several, of the first.
core::Diagnostics told_once(const std::vector<core::Verdict>& verdicts);

}  // namespace billijk::report
