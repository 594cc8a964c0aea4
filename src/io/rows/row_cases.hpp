#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "io/case/case_reader.hpp"

namespace billijk::io {

/// Where the cases of rows come from.
struct CaseSources {
  std::string name;                   ///< of the case for rows that name none; may be empty
  std::filesystem::path folder;       ///< what the cases of rows are relative to
  std::vector<std::string> settings;  ///< --set
  std::shared_ptr<const core::SourceText> standard_input;  ///< for the case "-"
};

/// The cases of rows, each read once. For several threads at once.
class RowCases {
 public:
  RowCases(CaseSources sources, const PresetStore& store)
      : sources_{std::move(sources)}, store_{store} {}

  /// The case a row names, without its cells; an empty name is that of the run.
  ///
  /// Errors: those of its files, and `row_without_case`.
  const core::Checked<MergedCase>& find(const std::string& name);
  const PresetStore& store() const { return store_; }
  /// The files of every case that could be read so far.
  std::vector<std::shared_ptr<const core::SourceText>> texts();

 private:
  core::Checked<MergedCase> read(const std::string& name) const;

  CaseSources sources_;
  const PresetStore& store_;
  std::mutex mutex_;
  std::map<std::string, core::Checked<MergedCase>> cases_;
};

}  // namespace billijk::io
