#pragma once

#include <optional>
#include <string>
#include <vector>

namespace billijk::cli {

/// Each case file of the command line; a folder stands for the .toml files in it, by name.
std::vector<std::string> case_files(const std::vector<std::string>& names);

/// The first file that stands in the list under another name too, or twice; nothing when all
/// differ.
std::optional<std::string> first_repeated(const std::vector<std::string>& files);

}  // namespace billijk::cli
