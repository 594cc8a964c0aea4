#include "analysis/rows/batch_summary.hpp"

#include <algorithm>
#include <numeric>

namespace billijk::analysis {

void ExactSum::add(const Amount& amount) {
  core::Int128& sum = by_decimals_.at(static_cast<std::size_t>(amount.decimals));
  core::Int128 result = 0;
  if (__builtin_add_overflow(sum, amount.coefficient, &result)) {
    rest_ = rest_ + exact_of(amount);
  } else {
    sum = result;
  }
}

void ExactSum::add(const ExactSum& other) {
  for (std::size_t i = 0; i < by_decimals_.size(); ++i)
    add(Amount{other.by_decimals_[i], static_cast<int>(i)});
  rest_ = rest_ + other.rest_;
}

core::Exact ExactSum::value() const {
  core::Exact sum = rest_;
  for (std::size_t i = 0; i < by_decimals_.size(); ++i) {
    if (by_decimals_[i] != 0) sum = sum + exact_of({by_decimals_[i], static_cast<int>(i)});
  }
  return sum;
}

void Tally::add(const RowFigures& figures, const RowPlace& place, std::string_view label) {
  ++rows_;
  if (figures.exact) ++exact_;
  if (!figures.zone) return;
  ++zones_.at(static_cast<std::size_t>(*figures.zone));
  const std::optional<Amount> cents =
      figures.distance_cents ? figures.distance_cents
                             : quotient(figures[RowAmount::distance]->coefficient,
                                        power_of_ten(figures[RowAmount::distance]->decimals), 2);
  if (cents) ++cents_[cents->coefficient];
  add_imbalance(figures);
  if (figures[RowAmount::distance]->coefficient >= 0) return;
  if (worst_.size() == worst_kept &&
      !is_less(*figures[RowAmount::distance], worst_.back().distance))
    return;
  keep_worst({*figures[RowAmount::distance], place, std::string{label}, *figures.zone,
              *figures[RowAmount::tariff], *figures[core::Total::cost_price]});
}

void Tally::add_imbalance(const RowFigures& figures) {
  const bool above = *figures.zone == core::Zone::above_ceiling;
  if (!above && figures[RowAmount::distance]->coefficient >= 0) return;
  Yearly& yearly = above ? excess_ : shortfall_;
  if (figures.imbalance) yearly.sum.add(*figures.imbalance);
  if (figures.exact_imbalance) yearly.sum.add(*figures.exact_imbalance);
  ++(figures.imbalance || figures.exact_imbalance ? yearly.counted : yearly.unknown);
}

void Tally::Yearly::add(const Yearly& other) {
  sum.add(other.sum);
  counted += other.counted;
  unknown += other.unknown;
}

void Tally::keep_worst(WorstRow row) {
  const auto worse = [](const WorstRow& a, const WorstRow& b) {
    if (is_less(a.distance, b.distance)) return true;
    return !is_less(b.distance, a.distance) && a.place < b.place;
  };
  worst_.insert(std::ranges::upper_bound(worst_, row, worse), std::move(row));
  if (worst_.size() > worst_kept) worst_.pop_back();
}

void Tally::add(const Tally& other) {
  rows_ += other.rows_;
  failed_ += other.failed_;
  exact_ += other.exact_;
  for (std::size_t i = 0; i < zones_.size(); ++i) zones_[i] += other.zones_[i];
  for (const auto& [cents, count] : other.cents_) cents_[cents] += count;
  shortfall_.add(other.shortfall_);
  excess_.add(other.excess_);
  for (const WorstRow& row : other.worst_) keep_worst(row);
}

std::uint64_t Tally::judged() const {
  return std::accumulate(zones_.begin(), zones_.end(), std::uint64_t{0});
}

std::optional<Amount> Tally::quartile(unsigned quarters) const {
  if (cents_.empty()) return std::nullopt;
  std::vector<std::pair<core::Int128, std::uint64_t>> ordered(cents_.begin(), cents_.end());
  std::ranges::sort(ordered);
  std::uint64_t count = 0;
  for (const auto& [cents, rows] : ordered) count += rows;
  // The smallest rank that is not below quarters / 4 of the count, and the first for 0.
  const std::uint64_t rank = std::max<std::uint64_t>(1, (count * quarters + 3) / 4);
  std::uint64_t seen = 0;
  for (const auto& [cents, rows] : ordered) {
    seen += rows;
    if (seen >= rank) return Amount{cents, 2};
  }
  return Amount{ordered.back().first, 2};
}

void BatchSummary::add(const BatchSummary& other) {
  all.add(other.all);
  for (const auto& [name, tally] : other.groups) groups[name].add(tally);
}

}  // namespace billijk::analysis
