#pragma once

#include <string>

#include "cli/options/command.hpp"

namespace billijk::cli {

/// The help of the program: an example, the commands, the options that stand before one.
std::string program_help(report::Language language);

/// The help of one command, from the very options it binds.
std::string command_help(const Command& command, report::Language language);

}  // namespace billijk::cli
