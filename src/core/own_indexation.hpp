#pragma once

#include <vector>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/preset.hpp"
#include "core/index_series.hpp"

namespace billijk::core {

/// The index of each year from the price level of the case's own figures to its period, by the
/// percentages it states or by a series.
///
/// Requires: `subject.indexation`; `series` is its preset, or null where it states percentages.
/// Errors:   a price level after the period, another number of percentages than years, years the
///           series has no index for.
Checked<std::vector<IndexYear>> own_index_years(const Case& subject, const Preset* series);

}  // namespace billijk::core
