#include "cli/batch/batch_run.hpp"

#include <condition_variable>
#include <map>
#include <mutex>

#include "cli/world/crew.hpp"

namespace billijk::cli {
namespace {

/// About 4,000 rows: large enough that threads seldom meet, small enough to stay in the cache.
constexpr std::size_t piece_size = std::size_t{256} << 10U;

/// A piece that was computed and waits for its turn to be written.
struct Finished {
  BatchPiece piece;
  report::ByteBuffer bytes;
};

class Pipeline {
 public:
  Pipeline(io::RowsSource& rows, std::uint64_t first_row, io::OutputStream& out, unsigned threads,
           std::atomic<bool>& stop, const Progress& progress)
      : rows_{rows},
        first_row_{first_row},
        out_{out},
        most_waiting_{threads},
        stop_{stop},
        progress_{progress} {}

  void work(BatchWorker& worker) {
    try {
      run_pieces(worker);
    } catch (...) {
      abandon();
      throw;
    }
  }
  BatchOutcome& outcome() { return outcome_; }

 private:
  void run_pieces(BatchWorker& worker) {
    std::string piece;
    report::ByteBuffer spare;
    while (const std::optional<std::uint64_t> number = read(piece)) {
      spare.clear();
      Finished finished{.piece = {}, .bytes = std::move(spare)};
      finished.piece = worker.run(piece, *number, finished.bytes);
      spare = hand_in(*number, std::move(finished));
    }
  }
  /// A piece will never come: nobody may wait for it.
  void abandon() {
    const std::lock_guard lock{write_mutex_};
    stopped_ = true;
    turn_.notify_all();
  }

  /// The number of the piece that was read; nothing when there is no more, or the run has stopped.
  std::optional<std::uint64_t> read(std::string& piece) {
    const std::lock_guard lock{read_mutex_};
    if (stopped_ || !rows_.next(piece, piece_size)) return std::nullopt;
    return next_read_++;
  }

  /// Writes the piece, and those that waited for it; gives a buffer back for the next one.
  report::ByteBuffer hand_in(std::uint64_t number, Finished finished) {
    std::unique_lock lock{write_mutex_};
    // Whoever is far ahead waits: memory stays flat.
    turn_.wait(lock, [&] { return number < next_written_ + most_waiting_ || stopped_; });
    waiting_.emplace(number, std::move(finished));
    report::ByteBuffer spare;
    if (writing_) return spare;
    writing_ = true;
    for (auto ready = waiting_.find(next_written_); ready != waiting_.end();
         ready = waiting_.find(next_written_)) {
      Finished current = std::move(ready->second);
      waiting_.erase(ready);
      lock.unlock();
      write(current);
      lock.lock();
      spare = std::move(current.bytes);
      ++next_written_;
      turn_.notify_all();
    }
    writing_ = false;
    return spare;
  }

  void write(const Finished& finished) {
    if (stopped_ || stop_) return;
    outcome_.piece_begins.push_back(first_row_ + outcome_.rows);
    if (std::optional<io::Reason> error = out_.write(finished.bytes.view())) {
      outcome_.write_error = std::move(error);
      stopped_ = true;
      return;
    }
    if (!finished.piece.stopped_by.empty()) {
      outcome_.stopped_by = finished.piece.stopped_by;
      outcome_.stopped_at = outcome_.piece_begins.back() + finished.piece.stopped_at;
      stopped_ = true;
    }
    outcome_.rows += finished.piece.rows;
    outcome_.empty += finished.piece.empty;
    outcome_.failed += finished.piece.failed;
    outcome_.findings += finished.piece.findings;
    outcome_.open_end = finished.piece.open_end;
    progress_(outcome_.rows);
  }

  io::RowsSource& rows_;
  std::uint64_t first_row_;
  io::OutputStream& out_;
  std::uint64_t most_waiting_;
  std::atomic<bool>& stop_;
  const Progress& progress_;
  std::mutex read_mutex_;
  std::uint64_t next_read_ = 0;
  std::mutex write_mutex_;
  std::condition_variable turn_;
  std::map<std::uint64_t, Finished> waiting_;
  std::uint64_t next_written_ = 0;
  bool writing_ = false;
  std::atomic<bool> stopped_ = false;
  BatchOutcome outcome_;
};

}  // namespace

BatchOutcome run_batch(io::RowsSource& rows, io::OutputStream& out, const BatchPlan& plan,
                       BatchModels& models, const report::RowWriter& writer, unsigned threads,
                       std::atomic<bool>& stop, const Progress& progress) {
  Pipeline pipeline{rows, plan.format.first_row, out, threads, stop, progress};
  std::vector<std::unique_ptr<BatchWorker>> workers;
  for (unsigned i = 0; i < threads; ++i)
    workers.push_back(std::make_unique<BatchWorker>(plan, models, writer));
  work_together(threads, [&](std::size_t i) { pipeline.work(*workers[i]); });
  BatchOutcome outcome = std::move(pipeline.outcome());
  for (const auto& worker : workers) {
    outcome.summary.add(worker->summary());
    outcome.rails.add(worker->rails());
  }
  return outcome;
}

}  // namespace billijk::cli
