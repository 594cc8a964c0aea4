#pragma once

#include <string>

#include "report/forecast/forecast_sections.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A tariff in the unit of the contract: "€ 42,50 per uur".
std::string tariff_text(const core::Exact& tariff, core::TariffUnit unit, const Format& format);

/// What would hold: a start tariff, or another indexation.
void add_needed(Document& document, const Foreseen& foreseen, const Format& format);

/// The clauses laid beside that of the contract; nothing where none was asked for.
void add_clauses(Document& document, const Foreseen& foreseen, const Format& format);

}  // namespace billijk::report
