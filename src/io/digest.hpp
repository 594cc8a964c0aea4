#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"

namespace billijk::io {

/// The SHA-256 of some bytes: 64 hexadecimal digits, lower case.
std::string sha256(std::string_view bytes);

/// The same of a file of any size.
///
/// Errors: `file_unreadable` with the system's reason, `is_directory`.
core::Checked<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace billijk::io
