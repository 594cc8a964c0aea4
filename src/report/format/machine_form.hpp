#pragma once

#include <string>
#include <string_view>

#include "report/format/sections.hpp"

namespace billijk::report {

/// What a form may be told about how it is wanted.
struct FormStyle {
  bool excel = false;      ///< a CSV as a Dutch Excel reads it
  bool colour = false;     ///< on a terminal
  std::string maker = {};  ///< "billijk 1.0.0"
};

/// How a form writes sections: whole, or around a list of more records than should be in memory.
struct MachineForm {
  std::string (*whole)(const Sections&, const FormStyle&);
  bool of_rows;  ///< it is made of the rows, else of the members

  /// All before the list, whose name is given.
  std::string (*before)(const Sections&, std::string_view list, const FormStyle&);
  /// Writes one record of it.
  void (*add)(std::string& text, const Sections& one, const FormStyle&);
  std::string_view first, between, after;  ///< what stands around the records
};

}  // namespace billijk::report
