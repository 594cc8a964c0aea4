#pragma once

#include <string>

#include "core/calculation.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// The case with every part named: "Title: Household help, region X. Municipality: Velsen. Period:
/// 2026."
std::string parties_of(const core::Calculation& calculation, const Format& format);

/// That the figures are those of a later year; empty where they are not.
std::string year_moved(const core::Case& subject, Language language);

/// "2026", or the two days.
std::string period_text(const core::Period& period, const Format& format);

}  // namespace billijk::report
