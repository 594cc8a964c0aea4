#pragma once

#include <string>
#include <vector>

#include "report/forecast/forecast_sections.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// How the tariff follows: "het tarief volgt nl/vng-90-10, hoogstens 3 % per jaar".
std::string clause_sentence(const Foreseen& foreseen, const Format& format);

/// "2028, 2030–2032".
std::string years_text(const std::vector<int>& years, Language language);

/// What the years rest on: the growth stated, with its source; the presets carried on; the series
/// of the clause.
void add_assumed_growth(Document& document, const Foreseen& foreseen, const Format& format);

}  // namespace billijk::report
