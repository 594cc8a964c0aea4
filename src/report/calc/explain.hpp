#pragma once

#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// Each figure with its formula, the numbers in it and the source of each, from the computation
/// itself; then what the model leaves out.
void add_explanation(Document& document, const Reported& reported, const Format& format);

/// Every input with its range, grade, source and day of checking.
Bullets sources_of(const core::Calculation& calculation, const Format& format);

}  // namespace billijk::report
