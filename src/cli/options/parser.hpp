#pragma once

#include <string>
#include <vector>

#include "cli/options/command.hpp"
#include "core/case/diagnostic.hpp"

namespace billijk::cli {

/// What became of the words behind a command.
struct Parsed {
  bool help = false;         ///< -h or --help stands among them
  core::Diagnostics errors;  ///< what is wrong with them, in the words of the catalogue
};

/// Puts the words of a command line where its options say.
///
/// Errors: `unknown_option`, and only those where there are any: what follows one may be its value;
///         else `excess_argument`, `missing_argument` (an argument, or the value of an option),
///         `option_beside`, `option_needs`.
Parsed parse(const Command& command, const Options& options, std::vector<std::string> words,
             report::Language language);

}  // namespace billijk::cli
