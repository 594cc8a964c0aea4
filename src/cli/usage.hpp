#pragma once

#include <string>

#include "cli/options/command.hpp"
#include "core/case/diagnostic.hpp"

namespace billijk::cli {

core::Diagnostic unknown_command(const std::string& word);
core::Diagnostic unknown_option(const std::string& word);
core::Diagnostic missing_command();
core::Diagnostic wrong_language(const std::string& word);

}  // namespace billijk::cli
