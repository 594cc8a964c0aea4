#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace billijk::io {

/// Replaces a file by these bytes, or leaves it as it was: written beside it and renamed.
///
/// A link is followed and stays a link, the mode of a file that is replaced is kept; a device or
/// pipe is written through.
/// Errors: the system's reason, as text; nothing when the bytes stand there.
std::optional<std::string> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Writes a new file; one that exists is an error ("exists").
std::optional<std::string> create_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace billijk::io
