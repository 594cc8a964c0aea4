#pragma once

#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// Every rounding of a calculation and its effect: in the computation (at = "line"), of the totals,
/// of the lines as shown, and of derived prices.
void add_ledger(Document& document, const Reported& reported, const Format& format);

}  // namespace billijk::report
