#pragma once

#include <string>
#include <string_view>

#include "core/case/case.hpp"

namespace billijk::report {

/// A text as TOML writes it, in quotes.
std::string toml_text(std::string_view text);

/// A figure with all that is stated of it: `{ value = 7.5, low = 6, grade = "measured" }`.
std::string toml_figure(const core::Input& input);

/// A [[line]] of the case, but for its figure.
std::string toml_line(const core::OwnLine& line);

}  // namespace billijk::report
