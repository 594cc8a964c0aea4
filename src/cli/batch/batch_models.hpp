#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/rows/row_model.hpp"
#include "io/rows/row_cases.hpp"

namespace billijk::cli {

/// The models of all rows: each case file is read once, and resolved once for each combination of
/// cells that are no plain numbers. For several threads at once.
class BatchModels {
 public:
  using Model = core::Checked<std::shared_ptr<const analysis::RowModel>>;

  /// `needs` is what the output columns ask for.
  BatchModels(io::RowCases& cases, analysis::RowNeeds needs)
      : cases_{cases}, needs_{std::move(needs)} {}

  /// The model for rows with this combination of cells, of which `cells` are the "KEY=VALUE" of
  /// one.
  Model find(const std::string& combination, const std::string& case_name,
             const io::StatedCells& cells);

 private:
  Model make(const std::string& case_name, const io::StatedCells& cells);

  io::RowCases& cases_;
  analysis::RowNeeds needs_;
  std::mutex mutex_;
  std::unordered_map<std::string, Model> models_;
};

}  // namespace billijk::cli
