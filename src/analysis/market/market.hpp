#pragma once

#include <optional>
#include <vector>

#include "core/calculation.hpp"

namespace billijk::analysis {

/// What an hour costs one provider. Units: EUR per hour, rounded.
struct ProviderPrice {
  core::Exact hours;  ///< a year
  core::Exact cost_price;
  core::Exact fair_tariff;
  /// The same per unit of the tariff, where that is of a client or a minute; EUR, rounded.
  struct InUnit {
    core::Exact cost_price;
    core::Exact fair_tariff;
  };
  std::optional<InUnit> in_unit;
};

/// Equally large providers, so many of them. Units: EUR a year unless said otherwise.
struct EqualProviders {
  int providers = 0;
  ProviderPrice one;
  core::Exact municipality;  ///< what the municipality spends itself
  core::Exact total;         ///< with what it pays at the fair tariff
  core::Exact per_hour;      ///< EUR per hour
  core::Exact difference;    ///< of the total with that of the first number
  core::Exact one_more;      ///< what one provider more adds to the total
};

/// A provider of the market as it is.
struct ShareOutcome {
  core::Exact share;  ///< of the hours, %
  ProviderPrice price;
  std::optional<core::Zone> zone;  ///< of the tariff, where there is one
};
/// What all of them cost a year, each at its own fair tariff and all at that of the smallest.
struct SharesTotal {
  core::Exact own, smallest;
};

/// One lead provider with so many subcontractors. Units: EUR a year unless said otherwise.
struct LeadRow {
  int providers = 0;
  core::Exact tariff;  ///< EUR per hour, rounded
  core::Exact keeps;   ///< of what the municipality pays
  core::Exact spends;  ///< on contracts with subcontractors
  core::Exact total;   ///< with what the municipality spends on its one contract
  core::Exact direct;  ///< the total of as many contracts of its own
};
struct LeadOutcome {
  core::Exact fee;       ///< %
  core::Exact contract;  ///< EUR a year and subcontractor
  std::vector<LeadRow> rows;
  std::optional<int> equal_at;  ///< the smallest number at which the lead is not dearer
};

/// A market: what the number of its providers does to the price.
struct MarketResult {
  core::Exact volume;                   ///< hours a year of all of them
  std::optional<core::Exact> per_hour;  ///< of the tariff, where there is one
  std::vector<EqualProviders> rows;
  /// From which whole hours a year on the tariff covers the cost price of a provider; absent
  /// without a tariff, where none does, and where the cost may rise with the hours.
  std::optional<core::Exact> smallest_volume;
  bool cost_may_rise = false;
  std::optional<core::Exact> most_providers;  ///< equally large ones whose cost price it covers
  std::vector<ShareOutcome> shares;
  std::optional<SharesTotal> shares_total;
  std::optional<LeadOutcome> lead;
  /// Figures of [market] it rests on that are still to be filled in or confirmed.
  std::size_t provisional = 0;
  core::Diagnostics warnings;

  /// Whether the tariff leaves a provider of the market as it is below its cost price.
  bool sinks() const;
};

/// [market] of a case; where it has none, one in which nothing is stated.
const core::Market& market_of(const core::Case& subject);

/// Readies a case for its market: a provider has a part of the hours, whatever the contract states.
///
/// Errors: `given_market`, no volume, a tariff of a lump sum without the hours it is for, a lead
///         provider who keeps all.
core::Diagnostics ready_for_market(core::Case& subject);

/// Compares numbers of providers (billijk-model(7), "Market").
///
/// Requires: a case made ready for it; the tariff, where there is one, with the divisor it needs.
core::Checked<MarketResult> market(const core::Calculation& calculation,
                                   const std::optional<core::Tariff>& tariff);

}  // namespace billijk::analysis
