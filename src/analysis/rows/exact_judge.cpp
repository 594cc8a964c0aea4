#include "analysis/rows/exact_judge.hpp"

#include "core/formula/shown_lines.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;

constexpr int most_decimals = core::Decimal::max_digits;

}  // namespace

void ExactJudge::take_boundaries(const core::Boundaries& rounded) {
  for (const Total total : core::all_totals)
    figures_[total] = rounded[total] ? amount(*rounded[total], decimals_) : std::nullopt;
}

void ExactJudge::take_lines(const core::Sheet<Exact>& sheet, const core::Ways& ways,
                            const std::vector<std::optional<std::size_t>>& places) {
  figures_.lines.clear();
  if (places.empty()) return;
  const std::vector<Exact> shown = shown_lines(sheet, ways);
  for (const std::optional<std::size_t>& place : places)
    figures_.lines.push_back(place ? amount(shown.at(*place), decimals_) : std::nullopt);
}

void ExactJudge::take_verdict(const Offer& offer, const core::Boundaries& rounded) {
  const std::optional<Exact> in_a_year =
      offer.volume.is_zero() ? std::nullopt : std::optional{offer.volume};
  const core::Judgement judgement = core::judge(offer.per_hour, rounded, in_a_year);
  figures_.zone = judgement.zone;
  figures_.certain = true;
  for (const Total total : judged_totals) {
    if (!rounded[total]) continue;
    figures_.sides[index_of(total)] =
        RowSide{.side = side_of(total, offer.per_hour, *rounded[total])};
  }
  if (const auto tariff = amount(offer.per_hour, most_decimals))
    figures_[RowAmount::tariff] = trimmed(*tariff, 2);
  if (offer.fee) take_subcontractor(offer, rounded);
  take_distance(judgement, offer.volume);
}

void ExactJudge::take_subcontractor(const Offer& offer, const core::Boundaries& rounded) {
  const Exact kept = offer.per_hour * (Exact{1} - *offer.fee);
  figures_.subcontractor_zone = zone_of(kept, rounded);
  if (const auto found = amount(kept, most_decimals))
    figures_[RowAmount::subcontractor] = trimmed(*found, 2);
}

void ExactJudge::take_distance(const core::Judgement& judgement, const Exact& volume) {
  const core::Distance& distance = *judgement.distances[index_of(Total::cost_price)];
  if (const auto found = amount(distance.per_hour, most_decimals))
    figures_[RowAmount::distance] = trimmed(*found, decimals_);
  figures_.distance_cents = amount(distance.per_hour, 2);
  if (distance.percent) figures_[RowAmount::distance_percent] = amount(*distance.percent, 2);
  if (distance.per_year) figures_[RowAmount::distance_year] = amount(*distance.per_year, 2);
  const bool above = judgement.zone == core::Zone::above_ceiling;
  if (volume.is_zero() || (!above && distance.per_hour.sign() >= 0)) return;
  figures_.exact_imbalance =
      (above ? judgement.distances[index_of(Total::ceiling)]->per_hour : distance.per_hour) *
      volume;
}

std::optional<Amount> ExactJudge::amount(const Exact& value, int decimals) {
  std::optional<Amount> result = amount_of(value, decimals);
  fits_ = fits_ && result;
  return result;
}

}  // namespace billijk::analysis
