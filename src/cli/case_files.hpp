#pragma once

#include <string>
#include <vector>

namespace billijk::cli {

/// Each case file of the command line; a folder stands for the .toml files in it, by name.
std::vector<std::string> case_files(const std::vector<std::string>& names);

}  // namespace billijk::cli
