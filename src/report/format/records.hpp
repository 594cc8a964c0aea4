#pragma once

#include <string>
#include <vector>

#include "report/format/csv.hpp"
#include "report/format/document.hpp"
#include "report/format/json.hpp"

namespace billijk::report {

/// A plain list of records, the same in every format: text and Markdown as a table, CSV, JSON.
struct Records {
  std::string schema;               ///< "billijk/presets/1"
  std::string list;                 ///< the member that holds them: "presets"
  std::vector<std::string> keys;    ///< machine names of the fields
  std::vector<std::string> titles;  ///< what people read above them
  std::vector<std::vector<CsvField>> rows;
};

Table table_of(const Records& records);
CsvTable csv_of(const Records& records);
std::string json_of(const Records& records);

}  // namespace billijk::report
