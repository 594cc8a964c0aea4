#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "analysis/rows/batch_summary.hpp"
#include "core/case/rail_rules.hpp"

namespace billijk::analysis {

/// A rail that fired in rows: in how many, and what is said of the first.
struct RailSeen {
  std::uint64_t rows = 0;
  RowPlace first;
  std::string label;  ///< of that row
  core::Diagnostic said{core::Code::almost_nothing, {}, {}, {}};
};

/// Which rails fired in a set of rows. Its size does not grow with the rows, and the order in which
/// others are added does not matter.
class RailTally {
 public:
  /// Adds a row, whose places come in rising order; `say()` gives what is said of its rails.
  template <class Say>
  void add(const core::Rails& rails, const RowPlace& place, std::string_view label,
           const Say& say) {
    ++rows_;
    for (std::size_t rail = 0; rail < rails.size(); ++rail) {
      if (!rails[rail]) continue;
      const auto [seen, is_new] = seen_.try_emplace(rail);
      ++seen->second.rows;
      if (is_new) seen->second = {1, place, std::string{label}, core::said_of_rail(say(), rail)};
    }
  }
  void add(const RailTally& other);

  /// Rows in which a rail fired.
  std::uint64_t rows() const { return rows_; }
  const std::map<std::size_t, RailSeen>& seen() const { return seen_; }

 private:
  std::uint64_t rows_ = 0;
  std::map<std::size_t, RailSeen> seen_;  ///< by the place of the rail
};

}  // namespace billijk::analysis
