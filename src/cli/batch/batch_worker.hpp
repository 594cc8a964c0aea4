#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/rows/batch_summary.hpp"
#include "analysis/rows/rail_tally.hpp"
#include "cli/batch/batch_models.hpp"
#include "io/rows/row_reader.hpp"
#include "report/format/row_writer.hpp"
#include "report/language/language.hpp"

namespace billijk::cli {

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
    std::optional<analysis::RowForecast> years;  ///< where they are asked for
    std::string message;
    std::array<Pending*, analysis::RowEvaluator::lanes>
        rows{};  ///< that wait to be computed together
    std::size_t count = 0;
  };
  /// A row that was read and waits to be written.
  struct Pending {
    io::Row row;
    std::string message;  ///< why it cannot be computed
    Entry* entry = nullptr;
    analysis::RowPlace place;
    analysis::RowFigures figures;

    std::string_view cell(std::size_t column) const {
      return column < row.cells.size() ? row.cells[column] : std::string_view{};
    }
  };

  void take();
  void evaluate(Entry& entry);
  static void look_ahead(Entry& entry, Pending& row);
  void flush(BatchPiece& piece, report::ByteBuffer& out);
  void finish(Pending& row, BatchPiece& piece, report::ByteBuffer& out);
  void summarize(const Pending& row);
  Entry& entry_of_row();
  Entry make_entry();
  std::string text_of(const core::Diagnostics& findings) const;

  const BatchPlan& plan_;
  BatchModels& models_;
  const report::RowWriter& writer_;
  io::RowReader reader_;
  std::vector<std::size_t> carried_;
  std::size_t label_;  ///< the column by which the summary names a row

  std::vector<Pending> waiting_;
  std::size_t waiting_count_ = 0;
  std::size_t computed_ = 0;  ///< how many of those need no computation any more
  Pending* read_ = nullptr;   ///< the last one read
  std::vector<std::string_view> carried_cells_;
  io::KeySet last_stated_;
  Entry* last_entry_ = nullptr;  ///< of the last row, if it was plain
  std::string combination_;
  std::unordered_map<std::string, Entry> entries_;
  analysis::BatchSummary summary_;
  analysis::RailTally rails_;
};

}  // namespace billijk::cli
