#pragma once

#include <string>

#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// "75 % of the tariff".
std::string share_of(const core::DerivedPrice& price, const Format& format);

/// Each derived price with what it is a share of, and what it must be at least; nothing where the
/// case has none.
void add_derived(Document& document, const Reported& reported, const Format& format);

}  // namespace billijk::report
