#include "analysis/simulate/step_counts.hpp"

#include <algorithm>

namespace billijk::analysis {
namespace {

std::int64_t floor_divided(std::int64_t a, std::int64_t b) {
  const std::int64_t quotient = a / b;
  return quotient * b > a ? quotient - 1 : quotient;
}

}  // namespace

void StepCounts::add(const StepCounts& other) {
  if (other.total_ == 0) return;
  width_ = counts_.empty() ? other.width_ : width_;
  widen(other.lowest_of(0), other.lowest_of(other.counts_.size() - 1), other.width_);
  for (std::size_t i = 0; i < other.counts_.size(); ++i) {
    counts_[static_cast<std::size_t>((other.lowest_of(i) >> width_) - first_)] += other.counts_[i];
  }
  total_ += other.total_;
}

void StepCounts::add_outside(std::int64_t steps) {
  widen(steps, steps, width_);
  ++counts_[static_cast<std::size_t>((steps >> width_) - first_)];
  ++total_;
}

/// Makes room for figures from `lowest` to `highest`, without bins nobody needs at the ends.
void StepCounts::widen(std::int64_t lowest, std::int64_t highest, int least_width) {
  if (counts_.empty()) {
    first_ = lowest >> width_;
    counts_.resize(1);
  }
  lowest = std::min(lowest, lowest_of(0));
  highest = std::max(highest, lowest_of(counts_.size() - 1));
  int width = std::max(width_, least_width);
  while ((highest >> width) - (lowest >> width) >= most_bins) ++width;
  const std::int64_t first = lowest >> width;
  std::vector<std::uint64_t> counts(static_cast<std::size_t>((highest >> width) - first) + 1);
  for (std::size_t i = 0; i < counts_.size(); ++i)
    counts[static_cast<std::size_t>((lowest_of(i) >> width) - first)] += counts_[i];
  counts_ = std::move(counts);
  first_ = first;
  width_ = width;
}

std::int64_t StepCounts::quantile(unsigned percent) const {
  constexpr std::uint64_t whole = 100;
  const std::uint64_t rank = std::max<std::uint64_t>(1, (total_ * percent + whole - 1) / whole);
  std::uint64_t seen = 0;
  std::size_t bin = 0;
  while (seen + counts_[bin] < rank) seen += counts_[bin++];
  return lowest_of(bin);
}

StepCounts::Histogram StepCounts::histogram(int most) const {
  const std::int64_t lowest = lowest_of(0);
  const std::int64_t highest = lowest_of(counts_.size() - 1);
  Histogram result;
  const auto too_many = [&] {
    return floor_divided(highest, result.width) - floor_divided(lowest, result.width) >= most;
  };
  for (int turn = 0; too_many(); turn = (turn + 1) % 3)
    result.width = turn == 1 ? result.width / 2 * 5 : result.width * 2;
  const std::int64_t first = floor_divided(lowest, result.width);
  const std::int64_t last = floor_divided(highest, result.width);
  for (std::int64_t i = first; i <= last; ++i)
    result.classes.push_back({.from = i * result.width, .count = 0});
  for (std::size_t bin = 0; bin < counts_.size(); ++bin) {
    result.classes[static_cast<std::size_t>(floor_divided(lowest_of(bin), result.width) - first)]
        .count += counts_[bin];
  }
  return result;
}

}  // namespace billijk::analysis
