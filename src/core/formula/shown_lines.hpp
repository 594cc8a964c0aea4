#pragma once

#include <vector>

#include "core/formula/evaluate.hpp"

namespace billijk::core {

/// The lines as people see them: whole steps that add up to the rounded totals, by largest
/// remainder, in the order of `line_order` (billijk-model(7), "Exactness").
///
/// Units: EUR per billable hour.
std::vector<Exact> shown_lines(const Sheet<Exact>& sheet, const Ways& ways);

}  // namespace billijk::core
