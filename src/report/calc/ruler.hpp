#pragma once

#include "core/calculation.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A tariff between the boundaries, with how far each of these may shift.
Figure ruler(const core::Calculation& calculation, const core::Judgement& judgement,
             const Format& format);

}  // namespace billijk::report
