#pragma once

#include <map>

#include "core/bench.hpp"
#include "core/calculation.hpp"
#include "core/case/market.hpp"

namespace billijk::analysis {

/// What an hour costs a provider who has a part of the market, by that part.
class ProviderBench {
 public:
  /// Requires: a case made ready for its market.
  ProviderBench(const core::Calculation& calculation, const core::Market& market);

  /// Exact and rounded.
  struct Boundaries {
    core::Boundaries exact, rounded;
  };
  /// With a share of the hours, above 0 and at most 1.
  ///
  /// Formula: hours = share x hours of the market; costs a year of its own for the contract; travel
  ///          x root(1 / (reference providers x share)), half_up to 6 decimals.
  const Boundaries& at(const core::Exact& share);
  /// One of so many equally large ones.
  const Boundaries& one_of(int providers) { return at(core::Exact{1} / core::Exact{providers}); }

  const core::Exact& volume() const { return volume_; }
  /// Whether more hours may make an hour dearer: costs that are negative weigh less then.
  bool cost_may_rise() const { return cost_may_rise_; }
  core::Trouble trouble() const { return trouble_; }

 private:
  void spread_travel(const core::Exact& share);

  const core::Market& market_;
  core::Exact volume_;
  core::Key minutes_;
  core::Exact of_minutes_, of_kilometres_;
  bool cost_may_rise_;
  core::Bench<core::Exact> bench_;
  std::map<core::Exact, Boundaries> known_;
  core::Trouble trouble_ = core::Trouble::none;
};

}  // namespace billijk::analysis
