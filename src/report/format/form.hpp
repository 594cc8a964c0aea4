#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// What a form may be told about how it is wanted.
struct FormStyle {
  bool excel = false;   ///< a CSV as a Dutch Excel reads it
  bool colour = false;  ///< on a terminal
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

/// A form a report can take: of a document, which people read, or of sections, which machines read.
struct Form {
  std::string_view word;                    ///< of --format
  std::array<std::string_view, 2> endings;  ///< of a file's name
  std::string (*of_document)(const Document&, const Format&, const FormStyle&) = nullptr;
  const MachineForm* of_sections = nullptr;

  constexpr bool is_of_rows() const { return of_sections != nullptr && of_sections->of_rows; }
};

/// All there are, the first of which is that of a report nobody asked a form for.
std::span<const Form> forms();
/// By its word. Nothing for a form there is not.
const Form* form_named(std::string_view word);
/// By the end of a file's name.
const Form* form_of_file(std::string_view file);

}  // namespace billijk::report
