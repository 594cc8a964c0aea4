#pragma once

#include <string>
#include <string_view>

#include "core/number/exact.hpp"

namespace billijk::report {

/// A text between tags or in an attribute: whatever stands in it is letters, none of it markup.
std::string escaped(std::string_view text);

/// ` name="text"`, the text escaped.
std::string attribute(std::string_view name, std::string_view text);

/// `<name attributes>content</name>`; content and attributes are markup.
std::string element(std::string_view name, std::string_view attributes, std::string_view content);

/// A share of a width, 1 being all of it, as an attribute of a drawing has it: "43.2%".
std::string percent(const core::Exact& share);

}  // namespace billijk::report
