#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "analysis/compare/case_part.hpp"
#include "core/calculation.hpp"

namespace billijk::analysis {

/// Which of the changes are taken over from the second case.
using Combination = std::vector<bool>;

/// Two cases, and every case between them.
class Combinations {
 public:
  /// Requires: both calculations outlive it.
  Combinations(const core::Calculation& a, const core::Calculation& b, core::Total boundary);

  const std::vector<CaseChange>& changes() const { return changes_; }

  /// The boundary of a combination. Units: 10^-12 EUR per hour.
  ///
  /// Errors: `combination_fails`, then why.
  core::Checked<mpz_class> value(const Combination& taken);

 private:
  core::Checked<mpz_class> compute(const Combination& taken);
  /// Of the changes taken, those that ask for another formula or other preset rows.
  core::Checked<core::Bench<core::Exact>*> bench_of(const Combination& taken);
  core::Case case_of(const Combination& taken) const;
  core::Diagnostics failure(const Combination& taken, core::Diagnostics why) const;
  void take_figures(const Combination& taken, core::Bench<core::Exact>& bench) const;

  const core::Calculation& a_;
  const core::Calculation& b_;
  core::Total boundary_;
  core::Presets presets_;
  std::vector<CaseChange> changes_;
  std::vector<bool> is_figure_;  ///< of each change: whether it only changes figures
  bool rounds_ = false;          ///< whether [rounding] differs
  std::map<Combination, core::Bench<core::Exact>> benches_;
  std::unordered_map<Combination, mpz_class> values_;
};

}  // namespace billijk::analysis
