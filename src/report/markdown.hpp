#pragma once

#include <string>

#include "report/document.hpp"
#include "report/format.hpp"

namespace billijk::report {

/// The document as Markdown: headings, tables, drawings in a fence.
std::string render_markdown(const Document& document, const Format& format);

}  // namespace billijk::report
