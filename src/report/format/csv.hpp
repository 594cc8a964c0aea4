#pragma once

#include <string>
#include <vector>

#include "report/format/cell_text.hpp"
#include "report/format/machine_form.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// One record and its line end; the texts of a list stand behind each other in their cell.
std::string render_record(const std::vector<Value>& record, CsvDialect dialect);

/// The header and a record a row.
std::string render_csv(const Rows& rows, CsvDialect dialect);

extern const MachineForm csv_form;

}  // namespace billijk::report
