#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "cli/world/world.hpp"
#include "io/rows/rows_source.hpp"

namespace billijk::cli {

/// A line on standard error that is written over a few times a second, and taken away at the end.
class StatusLine {
 public:
  using Clock = std::chrono::steady_clock;

  StatusLine(World& world, bool shown) : world_{world}, shown_{shown}, told_{Clock::now()} {}

  /// Whether it is time to show another.
  bool is_due(Clock::time_point now) const;
  void show(const std::string& line, Clock::time_point now);
  void end();

 private:
  World& world_;
  bool shown_;
  int width_ = 0;
  Clock::time_point told_;
};

/// How far a run over rows is.
class ProgressLine {
 public:
  ProgressLine(World& world, const io::RowsSource& rows, bool shown);

  void update(std::uint64_t rows);
  /// Takes the line away.
  void end() { line_.end(); }

 private:
  World& world_;
  const io::RowsSource& source_;
  StatusLine::Clock::time_point begin_;
  StatusLine line_;
};

/// How many contracts are done. For several threads at once.
class ContractCounter {
 public:
  ContractCounter(World& world, bool shown) : world_{world}, line_{world, shown} {}

  /// How many there will be, where that is known.
  void expect(std::uint64_t contracts) { all_ = contracts; }
  void add();
  void end() { line_.end(); }

 private:
  World& world_;
  std::uint64_t all_ = 0;
  std::atomic<std::uint64_t> done_{0};
  std::mutex mutex_;
  StatusLine line_;
};

}  // namespace billijk::cli
