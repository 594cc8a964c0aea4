#pragma once

#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// The cost sheet in the order of the law (a, c, d, f, b, e, margin) and the hours behind it.
void add_sheet(Document& document, const core::Calculation& calculation, const Format& format);

/// "48 is …; write … [W051]".
std::string rail_text(const core::Diagnostic& rail, Language language);

/// What is probably not meant, a paragraph each: where it cannot be overlooked.
void add_rails(Document& document, const core::Diagnostics& warnings, Language language);

/// Grades, what was not stated, presets with their dates, warnings other than rails.
void add_grounds(Document& document, const Reported& reported, const Format& format);

}  // namespace billijk::report
