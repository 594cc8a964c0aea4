#pragma once

#include <string>

#include "core/case/keys.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A figure and its unit where there is little room: "15 %", "€ 0.10", "4 minutes".
std::string short_quantity(const core::Decimal& value, core::Unit unit, const Format& format);
/// The same, half_up to two decimals.
std::string short_quantity(const core::Exact& value, core::Unit unit, const Format& format);

}  // namespace billijk::report
