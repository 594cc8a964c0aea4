#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

#include "cli/batch/batch_worker.hpp"
#include "io/file/output.hpp"
#include "io/rows/rows_source.hpp"

namespace billijk::cli {

/// What a run over all rows came to.
struct BatchOutcome {
  std::uint64_t rows = 0;   ///< of the file
  std::uint64_t empty = 0;  ///< those without cells
  std::uint64_t failed = 0;
  std::uint64_t findings = 0;
  bool open_end = false;
  std::uint64_t stopped_at = 0;  ///< with --on-error stop: the row, the header being row 1
  std::string stopped_by;
  std::vector<std::uint64_t> piece_begins;  ///< the first row of each piece
  analysis::BatchSummary summary;
  analysis::RailTally rails;
  std::optional<io::Reason> write_error;
};

/// Called after each piece that was written, with the rows so far; by one thread at a time.
using Progress = std::function<void(std::uint64_t rows)>;

/// Runs all rows through as many workers as asked; what they write keeps the order of the input.
///
/// At most a few pieces for each thread are in memory, however many rows there are.
BatchOutcome run_batch(io::RowsSource& rows, io::OutputStream& out, const BatchPlan& plan,
                       BatchModels& models, const report::RowWriter& writer, unsigned threads,
                       std::atomic<bool>& stop, const Progress& progress);

}  // namespace billijk::cli
