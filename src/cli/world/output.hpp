#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/world/replacing.hpp"
#include "cli/world/world.hpp"
#include "io/file/reason.hpp"

namespace billijk::cli {

/// The finding that something could not be written, and what of this run stands all the same.
core::Diagnostic output_failed(const World& world, const std::string& file, io::Reason reason);

/// The finding that an output would take the place of a file this run has read; nothing when it
/// may be written.
std::optional<core::Diagnostic> replaces_input(const World& world, const std::string& file);

/// Writes a report to standard output, or to a file when one is named.
///
/// Errors: `would_overwrite` for a file this run has read, or one that is no report of this kind.
/// Returns `success`, or trouble after saying why. A reader who closed the pipe has read enough.
Exit deliver(World& world, const Target& target, std::string_view bytes, Exit success);
/// The same of a report in pieces.
Exit deliver(World& world, const Target& target, std::span<const std::string_view> pieces,
             Exit success);

}  // namespace billijk::cli
