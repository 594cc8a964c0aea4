#pragma once

#include <vector>

#include "core/resolve.hpp"

namespace billijk::core {

/// What a case leaves out that costs money, and what its preset figures do not vouch for.
Diagnostics warnings_of(const Case& subject, const Presets& presets,
                        const std::vector<UsedFigure>& used);

/// The presets whose figures are older than the days they are used on, each once, in the order of
/// use: what rests on them is provisional.
std::vector<Outrun> outruns_of(const Case& subject, const std::vector<UsedFigure>& used);

}  // namespace billijk::core
