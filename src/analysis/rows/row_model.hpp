#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/rows/line_steps.hpp"
#include "analysis/rows/row_doubts.hpp"
#include "analysis/rows/row_figures.hpp"
#include "analysis/rows/row_ranges.hpp"
#include "analysis/rows/tape_player.hpp"
#include "core/calculation.hpp"

namespace billijk::analysis {

/// A row to be computed, and what came of it.
struct RowTask {
  std::span<const core::RowCell> cells;
  RowFigures* figures = nullptr;
  std::optional<core::Diagnostic> trouble;  ///< why there are no figures
};

/// What is asked of rows beside their boundaries and their verdict.
struct RowNeeds {
  std::vector<std::string> lines;  ///< keys; a line the case does not have stays absent
  bool ranges = false;             ///< how certain the verdict is
  bool sides = false;              ///< on which side of each boundary the tariff lies
  bool doubts = false;             ///< warnings, and whether the verdict is provisional
};

/// A case as its rows share it: all is resolved but the numbers that stand in their own cells.
class RowModel {
 public:
  RowModel(core::Case subject, core::Presets presets, core::Resolution resolution,
           const RowNeeds& needs);
  // What is resolved points into the case and its presets.
  RowModel(const RowModel&) = delete;
  RowModel& operator=(const RowModel&) = delete;
  RowModel(RowModel&&) = delete;
  RowModel& operator=(RowModel&&) = delete;
  ~RowModel() = default;

 private:
  friend class RowEvaluator;

  const core::Resolved& resolved() const { return resolution_.resolved; }

  core::Case subject_;
  core::Presets presets_;
  core::Resolution resolution_;
  std::vector<core::Slot> ranged_;  ///< where ranges are asked for
  bool sides_ = false;
  bool doubts_ = false;
  ContractNumbers contract_;
  bool has_tariff_ = false;
  bool divides_ = false;       ///< the tariff is turned into an hour by a number of the contract
  bool machine_sized_ = true;  ///< the contract's numbers and the step fit 64 bits
  std::vector<std::optional<std::size_t>> lines_;  ///< places in the line order
  int decimals_ = 2;                               ///< of the boundaries
  std::int64_t units_per_step_ = 1;                ///< a step in units of the last decimal
};

/// Computes rows of one model, each exactly: played from its tape wherever that is certain, in
/// fractions elsewhere.
///
/// Not for two threads at once: it keeps its figures between rows.
class RowEvaluator {
 public:
  static constexpr std::size_t lanes = TapePlayer::lanes;

  explicit RowEvaluator(std::shared_ptr<const RowModel> model);

  /// The figures of a row, or what stands in their way.
  ///
  /// Requires: the cells of every row have the same keys in the same order, within the limits of
  /// each.
  std::optional<core::Diagnostic> evaluate(std::span<const core::RowCell> cells,
                                           RowFigures& figures) {
    RowTask task{.cells = cells, .figures = &figures, .trouble = {}};
    evaluate({&task, 1});
    return std::move(task.trouble);
  }
  /// The same for up to `lanes` rows, in little more time than one takes.
  void evaluate(std::span<RowTask> tasks);
  /// What is said of the rails of a row that was evaluated. Requires: doubts were asked for.
  core::Diagnostics rails_said(std::span<const core::RowCell> cells,
                               const RowFigures& figures) const {
    return doubts_->rails_said(cells, figures);
  }

 private:
  /// Where the cells of every row go.
  struct ContractPlace {
    std::size_t cell = 0;
    std::optional<core::CellNumber> ContractNumbers::*number = nullptr;
  };

  bool take_contract(RowTask& task);
  void prepare(std::span<const core::RowCell> cells);
  void play(std::span<const RowTask> tasks);
  bool take_played(std::size_t lane, RowTask& task);
  std::optional<RowEnds> ends_of(std::size_t lane) const;
  bool take_lines(std::size_t lane, const RowTask& task);
  void take_alone(RowTask& task, bool was_in_company);
  std::optional<core::Diagnostic> evaluate_exact(std::span<const core::RowCell> cells,
                                                 RowFigures& figures);
  std::optional<core::Diagnostic> weigh_exact(std::span<const core::RowCell> cells,
                                              RowFigures& figures) const;

  std::shared_ptr<const RowModel> model_;
  // Made for the cells of the first row; the others where they are asked for.
  std::optional<TapePlayer> player_;
  std::optional<LineSteps> lines_;
  std::optional<RowRanges> ranges_;
  std::optional<RowDoubts> doubts_;
  std::optional<core::Bench<core::Exact>> exact_;  ///< once a row asks for it
  std::vector<int> shifts_;                        ///< of the cells
  std::vector<ContractPlace> contract_places_;
  ContractNumbers contract_;  ///< of the last row taken; of the model where no cell is
};

}  // namespace billijk::analysis
