#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculation.hpp"

namespace billijk::analysis {

/// One figure that is moved while all others stay as they are.
///
/// A key of the case, an own line, an own wage in the mix, or one of two figures no key states and
/// another is computed from: `productivity` moves the idle hours, and `clients`, who receive
/// contract.norm_hours each, the volume.
struct Lever {
  std::string name;  ///< "hours.sickness", "line.gloves.amount", "productivity"
  core::Slot slot;   ///< of the figure that is moved
  core::Unit unit = core::Unit::none;
  std::optional<core::Exact> own = {};  ///< what the case has, or what its figures come down to
  core::Exact lowest = {};
  core::Exact highest = {};
  bool above = false;                     ///< the lowest value itself is not allowed
  core::Decimal grid = {};                ///< the steps it is written in
  core::Exact offset = {};                ///< what the slot holds is offset + slope x value,
  std::optional<core::Exact> slope = {};  ///< and the value itself where there is no slope

  void (*other_way)(core::Ways&) = nullptr;  ///< makes a case that goes another way use it

  bool is(core::Key key) const { return !slope && slot == core::Slot{key}; }
  bool allows(const core::Exact& value) const {
    return value <= highest && (above ? value > lowest : value >= lowest);
  }

  /// Puts a value, in the unit of the lever, where the formula reads it.
  template <class N>
  void put(core::Bench<N>& bench, const N& value) const {
    if (slope) {
      bench.set(slot, N{offset} + N{*slope} * value);
    } else {
      bench.set(slot, unit == core::Unit::percent ? value / N{100} : value);
    }
  }
};

/// A case made ready to move one figure: as `--set` would, it may take another way to the figure,
/// such as an hourly wage in the place of scale and mix.
struct LeveredCase {
  core::Resolved resolved;
  Lever lever;
};

/// What has a lever of its own: every key, own lines, own wages.
std::vector<core::Slot> movable_slots(const core::Case& subject);

/// The lever of a slot, or of this name.
///
/// Errors: `unknown_key`; `not_movable` for a figure no boundary depends on or the case does not
/// use.
core::Checked<LeveredCase> lever_of(const core::Calculation& calculation, core::Slot slot);
core::Checked<LeveredCase> lever_of(const core::Calculation& calculation, std::string_view name);

/// Every name `lever_of` may be asked for.
std::vector<std::string> lever_names(const core::Case& subject);

}  // namespace billijk::analysis
