#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/file/reading.hpp"

namespace billijk::cli {

/// Each case file of the command line; a folder stands for the .toml files in it, by name.
///
/// Errors: `no_contracts` for a folder without any, `file_unreadable` for one that cannot be read.
core::Checked<std::vector<std::string>> case_files(const std::vector<std::string>& names,
                                                   const io::Reading& reading);

/// The first file that stands in the list under another name too, or twice; nothing when all
/// differ.
std::optional<std::string> first_repeated(const std::vector<std::string>& files,
                                          const io::Reading& reading);

}  // namespace billijk::cli
