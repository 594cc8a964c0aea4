#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// Reads a whole text file.
///
/// Errors: `file_unreadable` with the system's reason, `is_directory`.
core::Checked<std::shared_ptr<const core::SourceText>> read_file(const std::filesystem::path& path,
                                                                 const std::string& shown_name);

}  // namespace billijk::io
