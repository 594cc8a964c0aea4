#pragma once

#include <vector>

#include "core/resolve.hpp"

namespace billijk::core {

/// What a case leaves out that costs money, and what its preset figures do not vouch for.
Diagnostics warnings_of(const Case& subject, const Presets& presets,
                        const std::vector<UsedFigure>& used);

/// The wages below the minimum wage that a case with `minimum_wage = "none"` leaves there, each
/// once, the highest of the period in the argument `most`; the preset of the law is asked whatever
/// the case says of it.
Diagnostics unlawful_wages(const Case& subject, const Presets& presets);

/// The presets whose figures are older than the days they are used on, each once, in the order of
/// use: what rests on them is provisional.
std::vector<Outrun> outruns_of(const Case& subject, const std::vector<UsedFigure>& used);

}  // namespace billijk::core
