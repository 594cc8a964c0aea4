#include "analysis/rows/rail_tally.hpp"

namespace billijk::analysis {

void RailTally::add(const RailTally& other) {
  rows_ += other.rows_;
  for (const auto& [rail, more] : other.seen_) {
    const auto [seen, is_new] = seen_.try_emplace(rail, more);
    if (is_new) continue;
    const std::uint64_t rows = seen->second.rows + more.rows;
    if (more.first < seen->second.first) seen->second = more;
    seen->second.rows = rows;
  }
}

}  // namespace billijk::analysis
