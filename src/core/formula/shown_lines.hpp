#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/formula/evaluate.hpp"

namespace billijk::core {

/// Lines that are shown in steps which add up to a total, or to the difference between two.
struct LineGroup {
  Total total = Total::cost_price;
  std::optional<Total> less;
  std::vector<std::size_t> places;  ///< in `line_order`
};

/// The groups of a sheet: margin; then the wage floor and what the cost price has beside it, or,
/// where figures are brought to another price level, the cost price at once.
std::vector<LineGroup> line_groups(const Ways& ways);

/// The lines as people see them: whole steps that add up to the rounded totals, by largest
/// remainder, in the order of `line_order` (billijk-model(7), "Exactness").
///
/// Units: EUR per billable hour.
std::vector<Exact> shown_lines(const Sheet<Exact>& sheet, const Ways& ways);

}  // namespace billijk::core
