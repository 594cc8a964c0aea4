#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/case.hpp"
#include "core/diagnostic.hpp"
#include "core/preset.hpp"
#include "io/node.hpp"
#include "io/preset_store.hpp"

namespace billijk::io {

/// Which case to read: a path, "preset:NAME", or the text of standard input as `-`.
struct CaseRequest {
  std::string name;
  std::shared_ptr<const core::SourceText> standard_input;  ///< only for "-"
  std::vector<std::string> settings;                       ///< the `--set` of a run
};

/// A case and the presets it names.
struct LoadedCase {
  core::Case subject;
  core::Presets presets;
  std::vector<std::string> files;  ///< that were read, none of which a report may replace
};

/// Reads a case with everything it extends, and the presets it names.
///
/// Errors: every one of every file, in one go.
core::Checked<LoadedCase> load_case(const CaseRequest& request, const PresetStore& store);

}  // namespace billijk::io
