#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/rows/row_model.hpp"
#include "io/case/case_reader.hpp"

namespace billijk::cli {

/// Where the cases of a run come from.
struct CaseSources {
  std::string name;                   ///< of the case for rows that name none; may be empty
  std::filesystem::path folder;       ///< what the cases of rows are relative to
  std::vector<std::string> settings;  ///< --set
  analysis::RowNeeds needs;           ///< what the output columns ask for
  std::shared_ptr<const core::SourceText> standard_input;  ///< for the case "-"
};

/// The models of all rows: each case file is read once, and resolved once for each combination of
/// cells that are no plain numbers. For several threads at once.
class BatchModels {
 public:
  using Model = core::Checked<std::shared_ptr<const analysis::RowModel>>;

  BatchModels(CaseSources sources, const io::PresetStore& store)
      : sources_{std::move(sources)}, store_{store} {}

  /// The model for rows with this combination of cells, of which `cells` are the "KEY=VALUE" of
  /// one.
  Model find(const std::string& combination, const std::string& case_name,
             const std::vector<std::string>& cells);
  /// The case for rows that name none. Errors: those of its files.
  const core::Checked<io::MergedCase>& base() { return case_named(""); }

 private:
  const core::Checked<io::MergedCase>& case_named(const std::string& name);
  Model make(const std::string& case_name, const std::vector<std::string>& cells);

  CaseSources sources_;
  const io::PresetStore& store_;
  std::mutex mutex_;
  std::map<std::string, core::Checked<io::MergedCase>> cases_;
  std::unordered_map<std::string, Model> models_;
};

}  // namespace billijk::cli
