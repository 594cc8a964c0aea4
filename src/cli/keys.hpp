#pragma once

#include <string>
#include <vector>

#include "cli/world/world.hpp"

namespace billijk::cli {

/// What `billijk help` says of a word that is no command: the key of that path or name, in any
/// language. Errors: `unknown_command`, of which the nearest may be a key.
Exit explain_key(World& world, const std::string& word);

}  // namespace billijk::cli
