#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/world/world.hpp"

namespace billijk::cli {

/// The finding that something could not be written, and what of this run stands all the same.
core::Diagnostic output_failed(const World& world, const std::string& file,
                               const std::string& reason);

/// The finding that an output would take the place of a file this run has read; nothing when it
/// may be written.
std::optional<core::Diagnostic> replaces_input(const World& world, const std::string& file);

/// Writes a report to standard output, or to `file` when one is named.
///
/// Returns `success`, or trouble after saying why. A reader who closed the pipe has read enough.
Exit deliver(World& world, const std::string& file, std::string_view bytes, Exit success);
/// The same of a report in pieces.
Exit deliver(World& world, const std::string& file, std::span<const std::string_view> pieces,
             Exit success);

}  // namespace billijk::cli
