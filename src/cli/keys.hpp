#pragma once

#include <string>
#include <vector>

#include "cli/world/world.hpp"
#include "report/words/key_help.hpp"

namespace billijk::cli {

/// Every key with words, in the order of the file format.
std::vector<report::KeyHelp> all_keys();

/// What `billijk help` says of a word that is no command: the key of that path or name, in any
/// language. Errors: `unknown_command`, of which the nearest may be a key.
Exit explain_key(World& world, const std::string& word);

}  // namespace billijk::cli
