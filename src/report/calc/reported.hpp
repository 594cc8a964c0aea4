#pragma once

#include <utility>
#include <vector>

#include "core/calculation.hpp"

namespace billijk::report {

/// What a report of one case is about: the calculation, and a verdict where there is a tariff.
struct Reported {
  // NOLINTNEXTLINE(google-explicit-constructor): a calculation alone is all of it
  Reported(const core::Calculation& of, const core::Verdict* on = nullptr)
      : calculation{of},
        verdict{on},
        of_tariff{on == nullptr ? core::Diagnostics{} : on->warnings} {}
  /// With several tariffs what they make one look at is said together.
  Reported(const core::Calculation& of, core::Diagnostics of_tariffs)
      : calculation{of}, verdict{nullptr}, of_tariff{std::move(of_tariffs)} {}

  const core::Calculation& calculation;
  const core::Verdict* verdict;
  core::Diagnostics of_tariff;

  const std::vector<core::DerivedFigure>& derived() const {
    return verdict == nullptr ? calculation.derived : verdict->derived;
  }
  /// Those of the calculation, then those of the tariff.
  core::Diagnostics warnings() const {
    core::Diagnostics all = calculation.warnings;
    all.insert(all.end(), of_tariff.begin(), of_tariff.end());
    return all;
  }
};

}  // namespace billijk::report
