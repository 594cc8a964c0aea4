#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/machine_form.hpp"

namespace billijk::report {

/// A form a report can take: of a document, which people read, or of sections, which machines read.
struct Form {
  std::string_view word;                    ///< of --format
  std::array<std::string_view, 2> endings;  ///< of a file's name
  std::string (*of_document)(const Document&, const Format&, const FormStyle&) = nullptr;
  const MachineForm* of_sections = nullptr;
  bool computes = false;  ///< it may hold what computes a case again

  constexpr bool is_of_rows() const { return of_sections != nullptr && of_sections->of_rows; }
};

/// All there are, the first of which is that of a report nobody asked a form for.
std::span<const Form> forms();
/// By its word. Nothing for a form there is not.
const Form* form_named(std::string_view word);
/// By the end of a file's name.
const Form* form_of_file(std::string_view file);

}  // namespace billijk::report
