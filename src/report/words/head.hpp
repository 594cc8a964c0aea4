#pragma once

#include "core/calculation.hpp"
#include "report/format/sections.hpp"
#include "report/language/language.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

inline constexpr std::string_view eur_per_hour = "EUR per hour";

/// {name, version}.
Record program_of(const Program& program);

/// {title, file, period}: the case that something is about.
Record case_of(const core::Case& subject, Language language);

/// What everything about one case begins with: its schema, the program and the case.
Record head_of(std::string_view schema, const Program& program, const core::Case& subject,
               Language language);

/// Code, message and key of each finding.
List findings_of(const core::Diagnostics& findings, Language language);

/// As stated, of what it is a price, and per hour.
Record tariff_of(const core::Tariff& tariff, const std::optional<core::Exact>& per_hour);

}  // namespace billijk::report
