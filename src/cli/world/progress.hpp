#pragma once

#include <chrono>
#include <cstdint>

#include "cli/world/world.hpp"
#include "io/rows/rows_source.hpp"

namespace billijk::cli {

/// A line on standard error that says how far a run is, a few times a second.
class ProgressLine {
 public:
  ProgressLine(World& world, const io::RowsSource& rows, bool shown);

  void update(std::uint64_t rows);
  /// Takes the line away.
  void end();

 private:
  using Clock = std::chrono::steady_clock;

  World& world_;
  const io::RowsSource& source_;
  bool shown_;
  int width_ = 0;
  Clock::time_point begin_;
  Clock::time_point told_;
};

}  // namespace billijk::cli
