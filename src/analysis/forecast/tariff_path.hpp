#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "core/case/case.hpp"
#include "core/number/exact.hpp"
#include "core/number/rounding.hpp"

namespace billijk::analysis {

/// What a year asks of a tariff, on one path.
struct YearCost {
  core::Exact least;   ///< the rounded cost price, or the wage floor above it; EUR per hour
  core::Exact cost;    ///< the rounded cost price
  core::Exact volume;  ///< of the whole year; 0: none stated
  core::Exact part;    ///< of the year that counts
};

/// What a contract says of its tariff beside the amount.
struct TariffTerms {
  core::TariffUnit unit = core::TariffUnit::hour;
  core::Exact norm_hours;
  core::Rounding step;  ///< to which it is set after each index
};
TariffTerms terms_of(const core::Case& subject);

/// How a tariff goes from year to year, and what an hour of it brings.
class TariffPath {
 public:
  TariffPath(TariffTerms terms, std::vector<YearCost> years)
      : terms_{std::move(terms)}, years_{std::move(years)} {}

  const core::Rounding& step() const { return terms_.step; }
  /// The tariff of each year: the first, then risen by each index, rounded to the contract's step;
  /// with an index of 0 it stays as it is.
  std::vector<core::Exact> tariffs(const core::Exact& first,
                                   const std::vector<core::Exact>& indexes) const;
  const core::Exact& volume(std::size_t year) const { return years_[year].volume; }
  core::Exact per_hour(const core::Exact& tariff, std::size_t year) const;
  /// EUR gained in a year, exact.
  core::Exact result(const core::Exact& tariff, std::size_t year) const;
  /// EUR gained over all years, exact; nothing without a volume.
  std::optional<core::Exact> total(const std::vector<core::Exact>& tariffs) const;
  /// The first year of which the tariff is below the cost price or the wage floor.
  std::optional<std::size_t> sinks_in(const std::vector<core::Exact>& tariffs) const;

  /// The smallest first tariff, in whole steps, of which `holds`; none of more digits than a tariff
  /// may have.
  ///
  /// Requires: one that holds of a tariff holds of every higher one.
  std::optional<core::Exact> least_start(
      const std::vector<core::Exact>& indexes,
      const std::function<bool(const std::vector<core::Exact>&)>& holds) const;
  /// The smallest percentage of hundredths up to 100 with which no year is below.
  std::optional<core::Exact> least_percent(const core::Exact& first) const;

 private:
  /// What the first tariff would have to be if nothing were rounded. Units: steps.
  std::int64_t unrounded_start(const std::vector<core::Exact>& indexes) const;

  TariffTerms terms_;
  std::vector<YearCost> years_;
};

}  // namespace billijk::analysis
