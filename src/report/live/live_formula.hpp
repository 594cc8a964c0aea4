#pragma once

#include <vector>

#include "core/formula/formula.hpp"
#include "core/number/rounding.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// {step, mode}.
Record live_rounding(const core::Rounding& rounding);

/// A formula as a page plays it: nodes as "s3,4" (an operation's letter and what it takes), its
/// constants and roundings, the nodes that must be above zero, and those somebody asks for.
Record live_formula(const core::Formula& formula, const std::vector<core::Place>& targets);

}  // namespace billijk::report
