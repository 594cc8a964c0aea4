#include "analysis/forecast/tariff_path.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "core/verdict.hpp"

namespace billijk::analysis {

using core::Exact;
using core::Key;

namespace {

/// The smallest number above `low` and up to `high` that holds; nothing when `high` does not.
///
/// Requires: `low` does not hold.
template <class Holds>
std::optional<std::int64_t> least_between(std::int64_t low, std::int64_t high, const Holds& holds) {
  if (!holds(high)) return std::nullopt;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace

TariffTerms terms_of(const core::Case& subject) {
  TariffTerms terms{.unit = subject.choices.chosen<core::TariffUnit>(),
                    .norm_hours = Exact{subject.value(Key::norm_hours)},
                    .step = subject.rounding()};
  if (subject.number(Key::tariff_step)) terms.step.step = subject.value(Key::tariff_step);
  return terms;
}

std::vector<Exact> TariffPath::tariffs(const Exact& first,
                                       const std::vector<Exact>& indexes) const {
  std::vector<Exact> result{first};
  for (std::size_t year = 1; year < indexes.size(); ++year) {
    const Exact& index = indexes[year];
    const Exact& before = result.back();
    result.push_back(index.is_zero() ? before : round(before * (Exact{1} + index), terms_.step));
  }
  return result;
}

Exact TariffPath::per_hour(const Exact& tariff, std::size_t year) const {
  return core::per_hour(tariff, terms_.unit, terms_.norm_hours, years_[year].volume);
}

Exact TariffPath::result(const Exact& tariff, std::size_t year) const {
  const YearCost& of = years_[year];
  return (per_hour(tariff, year) - of.cost) * of.volume * of.part;
}

std::optional<Exact> TariffPath::total(const std::vector<Exact>& tariffs) const {
  if (years_.front().volume.is_zero()) return std::nullopt;
  Exact sum;
  for (std::size_t year = 0; year < tariffs.size(); ++year) sum = sum + result(tariffs[year], year);
  return sum;
}

std::optional<std::size_t> TariffPath::sinks_in(const std::vector<Exact>& tariffs) const {
  for (std::size_t year = 0; year < tariffs.size(); ++year) {
    if (per_hour(tariffs[year], year) < years_[year].least) return year;
  }
  return std::nullopt;
}

std::optional<Exact> TariffPath::least_start(
    const std::vector<Exact>& indexes,
    const std::function<bool(const std::vector<Exact>&)>& holds) const {
  const auto start = [&](std::int64_t steps) {
    return Exact{core::Decimal{steps}} * Exact{terms_.step.step};
  };
  const auto holds_at = [&](std::int64_t steps) { return holds(tariffs(start(steps), indexes)); };
  const mpz_class most =
      core::floor_of(Exact{core::Decimal{facts_of(Key::tariff).highest}} / Exact{terms_.step.step});
  constexpr std::int64_t countable = std::int64_t{1} << 62;
  const std::int64_t most_steps =
      most.fits_slong_p() ? std::min(most.get_si(), countable) : countable;
  // Rounded each year, what is needed lies within a few steps of what it is unrounded.
  const std::int64_t guess = std::min(unrounded_start(indexes), most_steps);
  std::int64_t low = guess;
  std::int64_t high = guess;
  std::int64_t reach = 1;
  while (holds_at(low)) {
    if (low == 0) return Exact{};
    high = low;
    low = std::max<std::int64_t>(0, low - reach);
    reach *= 2;
  }
  for (; high <= low || !holds_at(high); reach *= 2) {
    if (high >= most_steps) return std::nullopt;
    low = std::max(low, high);
    high = low + reach;
  }
  const std::optional<std::int64_t> least = least_between(low, high, holds_at);
  return least ? std::optional{start(*least)} : std::nullopt;
}

std::int64_t TariffPath::unrounded_start(const std::vector<Exact>& indexes) const {
  Exact grown{1};
  Exact most;
  for (std::size_t year = 0; year < indexes.size(); ++year) {
    grown = grown * (Exact{1} + indexes[year]);
    const Exact brings = per_hour(grown, year);
    if (brings.sign() > 0) most = core::max(most, years_[year].least / brings);
  }
  const mpz_class steps = core::floor_of(most / Exact{terms_.step.step});
  return steps.fits_slong_p() ? steps.get_si() : std::numeric_limits<std::int64_t>::max();
}

std::optional<Exact> TariffPath::least_percent(const Exact& first) const {
  const auto percent = [](std::int64_t hundredths) {
    return Exact{core::Decimal::of(hundredths, 2)};
  };
  const auto holds = [&](std::int64_t hundredths) {
    const Exact index = percent(hundredths) / Exact{100};
    return !sinks_in(tariffs(first, std::vector<Exact>(years_.size(), index)));
  };
  if (holds(0)) return Exact{};
  constexpr std::int64_t most = 10'000;
  const std::optional<std::int64_t> least = least_between(0, most, holds);
  return least ? std::optional{percent(*least)} : std::nullopt;
}

}  // namespace billijk::analysis
