#pragma once

#include "core/calculation.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// Every rounding of a calculation and its effect: in the computation (at = "line"), of the totals,
/// and of the lines as shown.
void add_ledger(Document& document, const core::Calculation& calculation, const Format& format);

}  // namespace billijk::report
