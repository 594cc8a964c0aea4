#pragma once

#include <string>

#include "cli/options/command.hpp"
#include "core/case/diagnostic.hpp"

namespace billijk::cli {

/// `beside` the commands the word may be near to these.
core::Diagnostic unknown_command(const std::string& word,
                                 const std::vector<std::string>& beside = {});
core::Diagnostic unknown_option(const std::string& word);
core::Diagnostic missing_command(report::Language language);
core::Diagnostic wrong_language(const std::string& word);

}  // namespace billijk::cli
