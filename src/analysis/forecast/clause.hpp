#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/forecast/years.hpp"
#include "core/case/case.hpp"
#include "core/case/preset.hpp"

namespace billijk::analysis {

/// An index clause with the series it takes: what a tariff rises with each year.
struct Clause {
  std::string name;  ///< as it was asked for; empty: the contract's own
  std::optional<core::IndexClause> terms;
  std::shared_ptr<const core::Preset> series;  ///< null where no series is taken
};

/// The clause of the contract itself.
Clause clause_of(const core::Case& subject, const core::Presets& presets);

/// The index of each year under a clause (billijk-model(7), "Years").
class Indexing {
 public:
  /// Requires: both outlive it.
  Indexing(const Clause& clause, const core::Forecast& forecast);

  /// What the tariff rises with in a year.
  ///
  /// Units:   share.
  /// Formula: percent, or the index of `lag` years before, at most the cap; 0 before the first
  /// year.
  ///          Of a year the series does not know: sum of weight x growth of its kind.
  /// Errors:  a figure of the series that is missing, a series without a kind, growth not stated.
  core::Checked<core::Exact> of(int year, core::GrowthPath path) const;
  /// Of each of these years in order, the first aside: it is nothing.
  core::Checked<std::vector<core::Exact>> of_each(const std::vector<ForecastDays>& years,
                                                  core::GrowthPath path) const;
  /// The last year the series has its figures for; nothing without a series, or figures.
  const std::optional<int>& last_known() const { return last_known_; }

 private:
  core::Checked<core::Exact> of_series(int year, core::GrowthPath path) const;
  core::Checked<core::Exact> known(int year) const;
  core::Checked<core::Exact> expected(int year, core::GrowthPath path) const;

  const Clause& clause_;
  const core::Forecast& forecast_;
  std::optional<int> last_known_;
};

/// The growth stated for a year.
///
/// Units:  share.
/// Errors: `growth_missing`.
core::Checked<core::Exact> growth_in(const core::Forecast& forecast, core::GrowthKind kind,
                                     int year, core::GrowthPath path);

}  // namespace billijk::analysis
