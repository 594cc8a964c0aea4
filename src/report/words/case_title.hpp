#pragma once

#include <string>

#include "core/calculation.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// "Household help, region X. Velsen, HbH. 1 January 2026 to 31 December 2026."
std::string title_of(const core::Calculation& calculation, const Format& format);

}  // namespace billijk::report
