#pragma once

#include "core/calculation.hpp"
#include "report/calc_json.hpp"
#include "report/json.hpp"

namespace billijk::report {

/// "program": {name, version}.
void write_program(JsonWriter& json, const Program& program);

/// {title, file, period}: the case a document is about.
void write_case(JsonWriter& json, const core::Calculation& calculation);

}  // namespace billijk::report
