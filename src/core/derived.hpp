#pragma once

#include <optional>
#include <vector>

#include "core/bench.hpp"
#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "core/formula/evaluate.hpp"

namespace billijk::core {

/// A figure and what [rounding] makes of it. Units: EUR per hour.
struct RoundedFigure {
  Exact value;
  Exact rounded;
};

/// The boundary a price is derived from; nothing for the tariff.
std::optional<Total> total_of(DerivedBase of);

/// A derived price worked out.
struct DerivedFigure {
  DerivedPrice price;
  RoundedFigure base;   ///< what it is a share of
  RoundedFigure share;  ///< percent x rounded base
  std::optional<RoundedFigure> least;

  bool is_too_low() const { return least && share.rounded < least->rounded; }
};

/// What prices are derived from, not rounded.
struct DerivedBases {
  Boundaries boundaries;
  std::optional<Exact> tariff;  ///< per hour
};

/// Every derived price of a case whose base there is, in the order of the file.
///
/// Formula: round(percent x round(base)).
/// Requires: a case that has been computed, so that hours are left of its contract.
std::vector<DerivedFigure> derived_figures(const Case& subject, const Resolved& resolved,
                                           const DerivedBases& bases);

/// A warning of each price that is below what it must be at least.
Diagnostics warnings_of(const std::vector<DerivedFigure>& figures);

/// The wage at one place of the mix at the level of the period, 0 for an hourly wage.
template <class N>
EurosPerPaidHour<N> wage_at(const Numbers<N>& in, const Ways& ways, std::size_t place) {
  return day_weighted<N>(in.wages, [&](const auto& span) {
    return raised(ways.hourly ? in[Key::wage_hourly] : span.steps[place], span);
  });
}

/// What an hour of informal help costs at least, as the courts derive it for personal budgets.
///
/// `stated` are the figures of the case, as it states them.
/// Formula: highest wage of the mix x (1 + holiday allowance) x N / (N - leave), wages at the level
///          of the period; a step without hours counts for nothing.
template <class N>
EurosPerPaidHour<N> informal_floor(const Resolved& resolved, const Numbers<N>& stated,
                                   Recorder<N>& record) {
  const Ways& ways = resolved.ways;
  const Numbers<N> in =
      ways.is_indexed() ? indexed(stated, ways, index_factor_of(ways, record)) : stated;
  std::optional<EurosPerPaidHour<N>> highest;
  const std::size_t places = ways.hourly ? 1 : resolved.figures.mix.size();
  for (std::size_t place = 0; place < places; ++place) {
    if (!ways.hourly && resolved.figures.mix[place].value.is_zero()) continue;
    const EurosPerPaidHour<N> wage = wage_at(in, ways, place);
    highest = highest ? max(*highest, wage) : wage;
  }
  const PaidHours<N> contract = in.paid_hours(Key::contract_hours);
  return record.named("informal_floor", *highest * (whole<N>() + in.share(Key::holiday_allowance)) *
                                            contract / (contract - in.paid_hours(Key::leave)));
}

}  // namespace billijk::core
