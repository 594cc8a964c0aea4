#pragma once

#include <vector>

#include "core/calculation.hpp"

namespace billijk::report {

/// What a report of one case is about: the calculation, and a verdict where there is a tariff.
struct Reported {
  // NOLINTNEXTLINE(google-explicit-constructor): a calculation alone is all of it
  Reported(const core::Calculation& of, const core::Verdict* on = nullptr)
      : calculation{of}, verdict{on} {}

  const core::Calculation& calculation;
  const core::Verdict* verdict;

  const std::vector<core::DerivedFigure>& derived() const {
    return verdict == nullptr ? calculation.derived : verdict->derived;
  }
  /// Those of the calculation, then those of the tariff.
  core::Diagnostics warnings() const {
    core::Diagnostics all = calculation.warnings;
    if (verdict != nullptr)
      all.insert(all.end(), verdict->warnings.begin(), verdict->warnings.end());
    return all;
  }
};

}  // namespace billijk::report
