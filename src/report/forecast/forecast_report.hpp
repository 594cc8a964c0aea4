#pragma once

#include "report/forecast/forecast_sections.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// Until when the tariff holds, why not longer, and what would help.
Document forecast_document(const Foreseen& foreseen, const Format& format);

}  // namespace billijk::report
