#pragma once

#include <string>

#include "core/case/keys.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A figure with its unit in a sentence that says elsewhere what it is of: "15 %", "€ 0.10",
/// "4 minutes", "10 hours", "2 km".
std::string short_quantity(const core::Decimal& value, core::Unit unit, const Format& format);

}  // namespace billijk::report
