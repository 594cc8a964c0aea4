#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/rows/batch_summary.hpp"
#include "analysis/rows/rail_tally.hpp"
#include "cli/batch/batch_models.hpp"
#include "core/case/keys.hpp"
#include "io/rows/csv_scanner.hpp"
#include "io/rows/row_columns.hpp"
#include "io/text/cell_number.hpp"
#include "report/format/row_writer.hpp"
#include "report/language/language.hpp"

namespace billijk::cli {

using KeySet = std::bitset<core::key_count>;

/// Which tariffs count as findings.
enum class FailOn : std::uint8_t { low, high, any, never };

/// What every worker of a run does the same.
struct BatchPlan {
  io::RowColumns columns;
  io::RowsFormat format;
  FailOn fail_on = FailOn::any;
  bool only_findings = false;
  bool stop_on_error = false;
  bool strict = false;  ///< a rail counts as a finding
  bool summary = false;
  std::optional<std::size_t> group_by;
  report::Language language = report::Language::en;  ///< of the messages of rows

  /// Whether a tariff, or what of it reaches who delivers, is not as it should be.
  bool is_finding(const analysis::RowFigures& figures) const;
};

/// What became of a piece of the input.
struct BatchPiece {
  std::uint64_t rows = 0;   ///< of the file
  std::uint64_t empty = 0;  ///< those without cells
  std::uint64_t failed = 0;
  std::uint64_t findings = 0;
  bool open_end = false;         ///< its last line has no line end
  std::uint64_t stopped_at = 0;  ///< the row that failed, from 0
  std::string stopped_by;        ///< with --on-error stop: the message of the row that failed
};

/// The limits of a key for each number of decimals, so that a figure is compared as it is written.
class FigureLimits {
 public:
  explicit FigureLimits(const core::KeyFacts& facts);

  /// Requires: the figure is plain.
  bool allow(const io::PlainFigure& figure) const {
    const auto scale = static_cast<std::size_t>(figure.scale);
    return figure.coefficient >= least_[scale] && figure.coefficient <= most_[scale];
  }

 private:
  std::array<std::int64_t, core::Decimal::max_digits + 1> least_{};
  std::array<std::int64_t, core::Decimal::max_digits + 1> most_{};
};

/// Computes pieces of rows, one at a time.
class BatchWorker {
 public:
  BatchWorker(const BatchPlan& plan, BatchModels& models, const report::RowWriter& writer);

  /// Appends the rows of a piece to `out`; `number` is its place in the input.
  BatchPiece run(std::string& piece, std::uint64_t number, report::ByteBuffer& out);
  const analysis::BatchSummary& summary() const { return summary_; }
  const analysis::RailTally& rails() const { return rails_; }

 private:
  struct Pending;
  /// A row model at work, or why its rows cannot be computed.
  struct Entry {
    std::optional<analysis::RowEvaluator> evaluator;
    std::string message;
    std::array<Pending*, analysis::RowEvaluator::lanes>
        rows{};  ///< that wait to be computed together
    std::size_t count = 0;
  };
  struct NumberColumn {
    std::size_t column = 0;
    core::Key key = core::Key::wage_hourly;
    KeySet bit;  ///< the key alone
    const core::KeyFacts* facts = nullptr;
    FigureLimits limits;
  };

  /// A row that was read and waits to be written.
  struct Pending {
    io::RowCells cells;
    std::vector<analysis::RowCell> numbers;  ///< the first `number_count` of them
    std::size_t number_count = 0;
    std::string message;  ///< why it cannot be computed
    Entry* entry = nullptr;
    analysis::RowPlace place;
    analysis::RowFigures figures;

    std::span<const analysis::RowCell> stated() const {
      return std::span{numbers}.first(number_count);
    }
  };

  void take(io::RowFault fault);
  void evaluate(Entry& entry);
  void flush(BatchPiece& piece, report::ByteBuffer& out);
  void finish(Pending& row, BatchPiece& piece, report::ByteBuffer& out);
  void summarize(const Pending& row);
  std::string problem_of_row(io::RowFault fault) const;
  void take_numbers();
  std::optional<analysis::CellNumber> figure_of(const NumberColumn& column);
  Entry& entry_of_row();
  Entry make_entry();
  std::vector<std::string> settings_of_row() const;
  std::string text_of(const core::Diagnostics& findings) const;
  void say(Pending& row, const core::Diagnostic& finding) const;

  const BatchPlan& plan_;
  BatchModels& models_;
  const report::RowWriter& writer_;
  std::vector<NumberColumn> numbers_;
  std::vector<std::size_t> choices_;
  std::vector<std::size_t> carried_;
  std::size_t label_;  ///< the column by which the summary names a row

  std::vector<Pending> waiting_;
  std::size_t waiting_count_ = 0;
  std::size_t computed_ = 0;  ///< how many of those need no computation any more
  Pending* row_ = nullptr;    ///< the one being read
  std::vector<std::string_view> carried_cells_;
  std::vector<std::string> settings_;  ///< numbers too wide for a row cell
  KeySet stated_;                      ///< the keys the row has numbers for
  bool all_alike_ = false;             ///< nothing but those keys decides about the model of a row
  KeySet last_stated_;
  Entry* last_entry_ = nullptr;  ///< of the last row without settings, if all are alike
  std::string combination_;
  std::unordered_map<std::string, Entry> entries_;
  analysis::BatchSummary summary_;
  analysis::RailTally rails_;
  bool all_text_ = true;
};

}  // namespace billijk::cli
