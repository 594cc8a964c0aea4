#pragma once

#include <cstdint>
#include <optional>

#include "analysis/lever/enclosure.hpp"
#include "analysis/lever/lever.hpp"

namespace billijk::analysis {

/// Whether a boundary, rounded, stays within a tariff wherever a lever is put.
///
/// Asked of one value it answers in filtered numbers where they are certain, else exactly; asked of
/// a whole stretch it answers for every value in it, or not at all.
class Goal {
 public:
  enum class Over : std::uint8_t { holds, fails, unknown };

  /// Requires: the case has this boundary; the subject outlives the goal.
  Goal(const LeveredCase& subject, core::Total total, const core::Tariff& tariff);

  /// False as well where nothing can be computed.
  bool holds(const core::Exact& value);
  /// What is certain of all values from `low` to `high`.
  Over over(const core::Filtered& low, const core::Filtered& high);

  /// The rounded boundary; nothing where nothing can be computed.
  std::optional<core::Exact> boundary(const core::Exact& value);
  /// The tariff per hour at the value whose boundary was asked last; nothing where the lever leaves
  /// it as it is.
  std::optional<core::Exact> moved_tariff() const;
  /// What the boundary exceeds the tariff by, nothing rounded.
  std::optional<core::Exact> excess(const core::Exact& value);
  /// -1, 0 or 1: whether that falls or rises from `low` to `high`; nothing where nothing can be
  /// computed.
  std::optional<int> change(const core::Exact& low, const core::Exact& high);

 private:
  core::Trouble compute(const core::Exact& value, const core::Ways& ways, core::Filtered& found);
  bool holds_exactly(const core::Exact& value);
  std::optional<core::Exact> tariff_per_hour() const;
  const core::Rounding& rounding() const { return bench_.exact.ways().rounding; }
  Over judged(const Enclosure& boundary) const;

  const LeveredCase& subject_;
  core::Total total_;
  core::Tariff tariff_;
  bool tariff_moves_;
  core::SureBench bench_;
  core::Bench<Enclosure> enclosed_;
  std::optional<std::int64_t> most_steps_;  ///< the tariff in whole steps; absent when it moves
  Enclosure limit_;                         ///< where rounding begins to exceed the tariff
};

}  // namespace billijk::analysis
