#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "cli/options/command.hpp"
#include "core/case/diagnostic.hpp"

namespace billijk::cli {

/// What is wrong with a command line, in the words of the catalogue.
core::Diagnostic usage_error(const CLI::ParseError& error, const CLI::App& app,
                             const Command& command);
/// An option or argument that was given no more than "": a variable of a script that is not set.
std::optional<core::Diagnostic> empty_value(const CLI::App& app, const Command& command);
core::Diagnostic unknown_command(const std::string& word);
core::Diagnostic unknown_option(const std::string& word);
core::Diagnostic missing_command();
core::Diagnostic wrong_language(const std::string& word);

}  // namespace billijk::cli
