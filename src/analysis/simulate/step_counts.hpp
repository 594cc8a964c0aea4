#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace billijk::analysis {

/// How often each figure occurred, in whole steps; as large as the span of the figures, not their
/// number.
///
/// Where they span more than `most_bins` steps, 2, 4, 8 … neighbouring steps share a count: the
/// fewest that fit, whatever the order in which figures came or counts were joined.
class StepCounts {
 public:
  static constexpr std::int64_t most_bins = std::int64_t{1} << 20;

  void add(std::int64_t steps) {
    const std::int64_t bin = (steps >> width_) - first_;
    if (bin < 0 || bin >= static_cast<std::int64_t>(counts_.size())) return add_outside(steps);
    ++counts_[static_cast<std::size_t>(bin)];
    ++total_;
  }
  void add(const StepCounts& other);

  std::uint64_t total() const { return total_; }
  /// The steps that share a count; 1 unless they span too many.
  std::int64_t bin_width() const { return std::int64_t{1} << width_; }
  /// The smallest figure with at least `percent` % of all figures at or below it: nearest rank, and
  /// of steps that share a count the lowest.
  ///
  /// Requires: something was counted.
  std::int64_t quantile(unsigned percent) const;

  /// Figures from `from` up to, but not including, `from` + the width of all classes.
  struct Class {
    std::int64_t from = 0;
    std::uint64_t count = 0;
  };
  /// Classes of 1, 2 or 5 x 10^k steps, the narrowest that are at most `most` in number; those
  /// between the first and the last that are empty too.
  ///
  /// Requires: something was counted.
  struct Histogram {
    std::int64_t width = 1;  ///< of a class. Units: steps
    std::vector<Class> classes;
  };
  Histogram histogram(int most) const;

 private:
  void add_outside(std::int64_t steps);
  void widen(std::int64_t lowest, std::int64_t highest, int least_width);
  std::int64_t lowest_of(std::size_t bin) const {
    return (first_ + static_cast<std::int64_t>(bin)) << width_;
  }

  std::vector<std::uint64_t> counts_;
  std::int64_t first_ = 0;  ///< the first bin. Units: bins
  int width_ = 0;           ///< a bin is 2^width steps
  std::uint64_t total_ = 0;
};

}  // namespace billijk::analysis
