#pragma once

#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/market/market_sections.hpp"

namespace billijk::report {

/// What the number of providers costs, who can live from the tariff, and what a lead provider would
/// make of it.
Document market_document(const Compared& compared, const Format& format);

}  // namespace billijk::report
