#pragma once

#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// The cost sheet in the order of the law (a, c, d, f, b, e, margin) and the hours behind it.
void add_sheet(Document& document, const core::Calculation& calculation, const Format& format);

}  // namespace billijk::report
