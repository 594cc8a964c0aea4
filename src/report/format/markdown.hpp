#pragma once

#include <string>

#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/machine_form.hpp"

namespace billijk::report {

/// The document as Markdown: headings, tables, drawings in a fence.
std::string render_markdown(const Document& document, const Format& format);
std::string markdown_form(const Document& document, const Format& format, const FormStyle& style);

}  // namespace billijk::report
