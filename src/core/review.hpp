#pragma once

#include <optional>

#include "core/calculation.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/preset.hpp"
#include "core/number/date.hpp"

namespace billijk::core {

/// What is weak in a case that computes: inputs without source, placeholders, and with a day
/// `as_of` figures not confirmed until then or not compared with their source in the year before
/// it. In the order of the file.
Diagnostics review(const Calculation& calculation, const std::optional<Date>& as_of);

/// What is weak in a preset: placeholders, days no row covers, and with `as_of` the same of the row
/// then in force.
Diagnostics review(const Preset& preset, const std::optional<Date>& as_of);

}  // namespace billijk::core
