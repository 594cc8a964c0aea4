#pragma once

#include <cstddef>
#include <vector>

#include "analysis/lever/lever.hpp"

namespace billijk::analysis {

/// Values of one figure: from, from + step, … not beyond to.
struct SweepAxis {
  LeveredCase subject;
  core::Exact from;
  core::Exact to;
  core::Exact step;

  /// Requires: step > 0, from <= to.
  mpz_class size() const { return core::floor_of((to - from) / step) + 1; }
  core::Exact value(std::size_t index) const;
};

/// The boundaries with one or two figures at some values.
struct SweepPoint {
  std::vector<core::Exact> at;  ///< one an axis
  core::Trouble trouble = core::Trouble::none;
  core::Boundaries rounded;
};

/// Whether two figures can be moved together: neither takes the place of the other.
bool go_together(const SweepAxis& one, const SweepAxis& other);

/// Every point of a curve or grid, the last axis fastest.
///
/// Requires: one axis, or two that go together.
std::vector<SweepPoint> sweep(const core::Calculation& calculation,
                              const std::vector<SweepAxis>& axes);

}  // namespace billijk::analysis
