#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/format/document.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// A plain list of records, the same for people and machines: a table, rows, and a list of records.
struct Records {
  std::string_view schema;             ///< "billijk/presets/1"
  std::string_view list;               ///< the member that holds them: "presets"
  std::vector<std::string_view> keys;  ///< machine names of the fields
  std::vector<std::string> titles;     ///< what people read above them
  std::vector<std::vector<Value>> rows;
};

Table table_of(const Records& records);
Sections sections_of(const Records& records);

}  // namespace billijk::report
