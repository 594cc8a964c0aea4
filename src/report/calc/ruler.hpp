#pragma once

#include "core/calculation.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// The boundaries and the tariff on a line drawn to scale; a tariff far outside stands at its edge
/// behind an arrow.
Drawing ruler(const core::Calculation& calculation, const core::Judgement& judgement,
              const Format& format);

}  // namespace billijk::report
