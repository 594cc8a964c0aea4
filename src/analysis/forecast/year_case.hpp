#pragma once

#include "core/case/case.hpp"
#include "core/case/preset.hpp"

namespace billijk::analysis {

/// The case as it stands in a later year on the value path: figures grown, presets carried on, the
/// tariff as its clause has it by then. In its own year the case itself.
///
/// The volume of that year is half_up to 12 decimals, as figures of a case are.
/// Errors: a year before that of the period, growth not stated, an index that is missing, a volume
/// or tariff that has grown to more digits than a case can state.
core::Checked<core::Case> case_of_year(const core::Case& subject, const core::Presets& presets,
                                       int year);

}  // namespace billijk::analysis
