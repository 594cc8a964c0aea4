#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/world/world.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {

/// One command: its name, what it is for, and how it binds its options and works.
struct Command {
  std::string_view name;
  report::Message summary;
  std::string_view usage;    ///< "CASE [--tariff X]"
  std::string_view example;  ///< a whole command line
  /// Binds the options to a fresh set of arguments; what it returns does the work after parsing.
  std::function<std::function<Exit(World&)>(CLI::App&, report::Language)> bind;
};

Command calc_command();
Command check_command();
Command batch_command();
Command solve_command();
Command sensitivity_command();
Command audit_command();
Command simulate_command();
Command compare_command();
Command validate_command();
Command presets_command();
Command init_command();

/// The table of commands, in the order of the manual.
const std::vector<Command>& commands();

}  // namespace billijk::cli
