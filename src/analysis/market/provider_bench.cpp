#include "analysis/market/provider_bench.hpp"

#include <algorithm>

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::MarketFigure;

constexpr int root_decimals = 6;

bool may_rise(const core::Case& subject, const core::Market& market) {
  const bool travels = market.travel == core::MarketTravel::square_root;
  return std::ranges::any_of(subject.lines, [&](const core::OwnLine& line) {
    if (!line.per || line.figure.value >= core::Decimal{}) return false;
    return *line.per == core::LinePer::contract_year ||
           (travels && *line.per != core::LinePer::billable_hour);
  });
}

}  // namespace

ProviderBench::ProviderBench(const core::Calculation& calculation, const core::Market& market)
    : market_{market},
      volume_{calculation.subject.value(Key::volume)},
      minutes_{calculation.ways().by_visit ? Key::minutes_between : Key::travel_minutes},
      of_minutes_{calculation.subject.value(minutes_)},
      of_kilometres_{calculation.subject.value(Key::kilometres)},
      cost_may_rise_{may_rise(calculation.subject, market)},
      bench_{calculation.resolution.resolved} {
  if (market[MarketFigure::volume]) volume_ = Exact{market.value(MarketFigure::volume)};
  bench_.set(Key::obligation_annual, Exact{calculation.subject.value(Key::obligation_annual)} +
                                         Exact{market.value(MarketFigure::provider_contract)});
}

void ProviderBench::spread_travel(const Exact& share) {
  if (market_.travel == core::MarketTravel::none) return;
  const Exact apart =
      core::root_half_up(Exact{1} / (Exact{market_.reference_providers} * share), root_decimals);
  bench_.set(minutes_, of_minutes_ * apart);
  bench_.set(Key::kilometres, of_kilometres_ * apart);
}

const ProviderBench::Boundaries& ProviderBench::at(const Exact& share) {
  const auto [known, is_new] = known_.try_emplace(share);
  Boundaries& found = known->second;
  if (!is_new) return found;
  bench_.set(Key::volume, volume_ * share);
  spread_travel(share);
  const core::Trouble trouble = bench_.compute();
  if (trouble != core::Trouble::none) {
    trouble_ = trouble;
    found.exact.value.fill(Exact{});
  } else {
    found.exact = boundaries_of(bench_.sheet(), bench_.ways());
  }
  found.rounded = rounded(found.exact, bench_.ways().rounding);
  return found;
}

}  // namespace billijk::analysis
