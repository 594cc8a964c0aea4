#pragma once

#include <string>

#include "core/calculation.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// The case with every part named: "Title: Household help, region X. Municipality: Velsen. Period:
/// 2026."
std::string parties_of(const core::Calculation& calculation, const Format& format);

/// "2026", or the two days.
std::string period_text(const core::Period& period, const Format& format);

}  // namespace billijk::report
