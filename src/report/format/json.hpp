#pragma once

#include <string>

#include "report/format/machine_form.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// The members as one JSON object, ended by a line end. Figures never pass through a double: they
/// are exact up to 12 decimals, else half_up at the 12th.
std::string render_json(const Record& members);

extern const MachineForm json_form;

}  // namespace billijk::report
