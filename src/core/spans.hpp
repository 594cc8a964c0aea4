#pragma once

#include <set>
#include <vector>

#include "core/case/preset.hpp"
#include "core/number/date.hpp"

namespace billijk::core {

/// Days on which the same rows of some presets are in force, both inclusive.
struct Span {
  Date from;
  Date to;
  int days() const { return static_cast<int>((to - from).count()) + 1; }
};

/// The period cut wherever a row of one of the presets begins or ends, and at days of its own.
std::vector<Span> spans_of(const Period& period, const std::vector<const Preset*>& presets,
                           const std::set<Date>& at = {});

}  // namespace billijk::core
