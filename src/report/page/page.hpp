#pragma once

#include <string>
#include <string_view>

#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/machine_form.hpp"

namespace billijk::report {

/// What every page begins with.
inline constexpr std::string_view page_beginning = "<!DOCTYPE html><!-- billijk -->";

/// The report as one HTML file that asks for nothing beside itself and allows nothing else: its
/// own style and script by their digests. The same bytes for the same document.
std::string page_form(const Document& document, const Format& format, const FormStyle& style);

}  // namespace billijk::report
