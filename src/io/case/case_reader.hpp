#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/preset.hpp"
#include "io/case/preset_store.hpp"
#include "io/case/settings.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// Which case to read: a path, "preset:NAME", or, where there is a text of standard input, that as
/// `-`.
struct CaseRequest {
  std::string name;
  std::shared_ptr<const core::SourceText> standard_input;  ///< only for "-"
  std::vector<std::string> settings;                       ///< the `--set` of a run
  std::vector<KeyOption> options;                          ///< what sets a key beside them
  /// Named by a row or found in a folder: of what is no case no more is told than that.
  bool referred = false;
};

/// A case and the presets it names.
struct LoadedCase {
  core::Case subject;
  core::Presets presets;
  std::vector<std::string> files;  ///< that were read, none of which a report may replace
  std::vector<std::shared_ptr<const core::SourceText>> texts;  ///< of the case and what it extends
};

/// Reads a case with everything it extends, and the presets it names.
///
/// Errors: every one of every file, in one go.
core::Checked<LoadedCase> load_case(const CaseRequest& request, const PresetStore& store);

/// A case file with everything it extends and the `--set` of a run, read once to be built many
/// times.
struct MergedCase {
  Node root;
  std::string name;
  std::vector<std::shared_ptr<const core::SourceText>> texts;  ///< of the case and what it extends
};

/// Reads a case without asking whether it is complete: cells of a row may complete it.
///
/// Errors: every one of every file, in one go.
core::Checked<MergedCase> read_case(const CaseRequest& request, const PresetStore& store);

/// The case with the cells of a row laid over it, like one more, nearer file.
///
/// Errors: those of the case, of the cells, and those that only show when the case is whole.
core::Checked<LoadedCase> load_row(const core::Checked<MergedCase>& merged,
                                   const StatedCells& cells, const PresetStore& store);

}  // namespace billijk::io
