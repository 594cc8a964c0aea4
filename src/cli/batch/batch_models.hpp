#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/forecast/row_forecast.hpp"
#include "analysis/rows/row_model.hpp"
#include "io/rows/row_cases.hpp"

namespace billijk::cli {

/// The models of all rows: each case file is read once, and resolved once for each combination of
/// cells that are no plain numbers. For several threads at once.
class BatchModels {
 public:
  struct Models {
    std::shared_ptr<const analysis::RowModel> row;
    std::shared_ptr<const analysis::ForecastModel> years;  ///< where they are asked for
  };
  using Model = core::Checked<Models>;

  /// `needs` is what the output columns ask for; `until` the last year to look ahead to.
  BatchModels(io::RowCases& cases, analysis::RowNeeds needs, std::optional<int> until)
      : cases_{cases}, needs_{std::move(needs)}, until_{until} {}

  /// The model for rows with this combination of cells, of which `cells` are the "KEY=VALUE" of
  /// one.
  Model find(const std::string& combination, const std::string& case_name,
             const io::StatedCells& cells);

 private:
  Model make(const std::string& case_name, const io::StatedCells& cells);

  io::RowCases& cases_;
  analysis::RowNeeds needs_;
  std::optional<int> until_;
  std::mutex mutex_;
  std::unordered_map<std::string, Model> models_;
};

}  // namespace billijk::cli
