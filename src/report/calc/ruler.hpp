#pragma once

#include "core/calculation.hpp"
#include "report/format/chart.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// The boundaries of a case and the tariff per hour.
Ruler ruler(const core::Calculation& calculation, const core::Judgement& judgement,
            Language language);

}  // namespace billijk::report
