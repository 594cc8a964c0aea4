#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/rows/line_steps.hpp"
#include "analysis/rows/row_figures.hpp"
#include "analysis/rows/tape_player.hpp"
#include "core/calculation.hpp"

namespace billijk::analysis {

/// A number that stands in a row's own cell.
struct RowCell {
  core::Key key = core::Key::wage_hourly;
  CellNumber number;
};

/// A row to be computed, and what came of it.
struct RowTask {
  std::span<const RowCell> cells;
  RowFigures* figures = nullptr;
  std::optional<core::Diagnostic> trouble;  ///< why there are no figures
};

/// A case as its rows share it: all is resolved but the numbers that stand in their own cells.
class RowModel {
 public:
  /// `lines` are the keys of lines asked for; one the case does not have stays absent.
  RowModel(const core::Case& subject, core::Resolved resolved,
           const std::vector<std::string>& lines);

 private:
  friend class RowEvaluator;

  core::Resolved resolved_;
  core::Numbers<core::Exact> exact_;
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
  std::optional<core::Diagnostic> evaluate(std::span<const RowCell> cells, RowFigures& figures) {
    RowTask task{.cells = cells, .figures = &figures, .trouble = {}};
    evaluate({&task, 1});
    return std::move(task.trouble);
  }
  /// The same for up to `lanes` rows, in little more time than one takes.
  void evaluate(std::span<RowTask> tasks);

 private:
  /// Where the cells of every row go.
  struct ContractPlace {
    std::size_t cell = 0;
    std::optional<CellNumber> ContractNumbers::*number = nullptr;
  };

  bool take_contract(RowTask& task);
  void prepare(std::span<const RowCell> cells);
  void play(std::span<const RowTask> tasks);
  bool take_played(std::size_t lane, RowTask& task);
  bool take_lines(std::size_t lane, const RowTask& task);
  void take_alone(RowTask& task, bool was_in_company);
  std::optional<core::Diagnostic> evaluate_exact(std::span<const RowCell> cells,
                                                 RowFigures& figures) const;

  std::shared_ptr<const RowModel> model_;
  std::optional<TapePlayer> player_;
  std::optional<LineSteps>
      lines_;  ///< where lines are asked for  ///< made for the cells of the first row
  std::vector<int> shifts_;  ///< of the cells
  std::vector<ContractPlace> contract_places_;
  ContractNumbers contract_;  ///< of the last row taken; of the model where no cell is
};

}  // namespace billijk::analysis
