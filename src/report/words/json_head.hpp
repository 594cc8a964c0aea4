#pragma once

#include "core/calculation.hpp"
#include "report/format/json.hpp"
#include "report/language/language.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// The member "program": {name, version}.
void write_program(JsonWriter& json, const Program& program);

/// {title, file, period}: the case a document is about.
void write_case(JsonWriter& json, const core::Case& subject);

/// The members "program" and "case", which every document about one case begins with.
void write_program_and_case(JsonWriter& json, const Program& program, const core::Case& subject);

/// Findings of an opened list: code, message and key of each.
void write_warnings(JsonWriter& json, const core::Diagnostics& warnings, Language language);

/// The member "tariff": as stated, of what it is a price, and per hour.
void write_tariff(JsonWriter& json, const core::Tariff& tariff, const core::Exact& per_hour);

}  // namespace billijk::report
