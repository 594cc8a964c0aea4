#pragma once

#include <memory>
#include <string>

#include "core/case/diagnostic.hpp"
#include "core/case/preset.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// A preset with everything wrong with its file; usable only without errors.
struct ReadPreset {
  core::Preset preset;
  core::Diagnostics findings;
};

/// Reads a preset from its tree: kind, rows with dates in order, a source for every row, the
/// figures its kind needs.
ReadPreset read_preset(const Node& root, const std::string& name);

/// Reads a preset from its text; syntax errors are findings too.
ReadPreset read_preset_text(const std::shared_ptr<const core::SourceText>& source,
                            const std::string& name);

}  // namespace billijk::io
