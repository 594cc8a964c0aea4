#pragma once

#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/market/market_sections.hpp"

namespace billijk::report {

/// What a market rests on beside its case: the figures of [market] with how they are founded, and
/// how travel depends on the number of providers.
void add_market_grounds(Document& document, const Compared& compared, const Format& format);

}  // namespace billijk::report
