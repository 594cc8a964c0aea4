#include "analysis/rows/row_figures.hpp"

#include <algorithm>

namespace billijk::analysis {
namespace {

using core::Int128;
using core::Total;
using core::Zone;

/// The verdict on one row: tariff and boundaries as whole numbers over the same denominator.
///
/// Whatever does not fit an Integer is noted, and then nothing that follows counts.
template <class Integer>
class Judge {
 public:
  Judge(const ContractNumbers& contract, RowFigures& figures)
      : contract_{contract}, figures_{figures}, decimals_{figures[Total::cost_price]->decimals} {}

  bool run() {
    take_tariff();
    for (const Total total : core::all_totals) {
      const std::optional<Amount>& rounded = figures_[total];
      steps_[index_of(total)] = rounded ? times(narrow(rounded->coefficient), boundary_factor_) : 0;
    }
    const Integer cost = steps(Total::cost_price);
    const Integer distance = minus(tariff_, cost);
    if (!fits_) return false;
    figures_.zone = zone();
    take_distance(distance);
    if (cost != 0) figures_[RowAmount::distance_percent] = ratio(times(distance, 100), cost, 2);
    take_year(distance);
    return fits_;
  }

 private:
  Integer narrow(Int128 wide) {
    const std::optional<Integer> result = narrowed<Integer>(wide);
    fits_ = fits_ && result;
    return result.value_or(0);
  }
  Integer power(int exponent) {
    const std::optional<Integer> result = narrow_power<Integer>(exponent);
    fits_ = fits_ && result;
    return result.value_or(1);
  }
  Integer times(Integer a, Integer b) {
    Integer result = 0;
    if (__builtin_mul_overflow(a, b, &result)) fits_ = false;
    return result;
  }
  Integer minus(Integer a, Integer b) {
    Integer result = 0;
    if (__builtin_sub_overflow(a, b, &result)) fits_ = false;
    return result;
  }
  std::optional<Amount> ratio(Integer numerator, Integer denominator, int decimals) {
    std::optional<Amount> result;
    if (fits_) result = quotient(numerator, denominator, decimals);
    fits_ = fits_ && result;
    return result;
  }
  Integer steps(Total total) const { return steps_[index_of(total)]; }

  /// The tariff per hour: a decimal, or a quotient that may never end.
  void take_tariff() {
    switch (contract_.unit) {
      case core::TariffUnit::four_weeks:
        return take_quotient(13, *contract_.norm_hours);
      case core::TariffUnit::month:
        return take_quotient(12, *contract_.norm_hours);
      case core::TariffUnit::year:
        return take_quotient(1, *contract_.norm_hours);
      case core::TariffUnit::lump_sum:
        return take_quotient(1, *contract_.volume);
      case core::TariffUnit::minute:
        return take_decimal(60);
      default:
        return take_decimal(1);
    }
  }
  void take_decimal(int factor) {
    const CellNumber& tariff = *contract_.tariff;
    const Integer coefficient = times(narrow(tariff.coefficient), factor);
    const int decimals = std::max(2, tariff.scale);
    figures_[RowAmount::tariff] =
        trimmed({times(coefficient, power(decimals - tariff.scale)), decimals}, 2);
    common_decimals_ = std::max(tariff.scale, decimals_);
    tariff_ = times(coefficient, power(common_decimals_ - tariff.scale));
    boundary_factor_ = power(common_decimals_ - decimals_);
    common_ = power(common_decimals_);
  }
  void take_quotient(int factor, const CellNumber& by) {
    const CellNumber& tariff = *contract_.tariff;
    const Integer numerator = times(times(narrow(tariff.coefficient), factor), power(by.scale));
    const Integer denominator = times(narrow(by.coefficient), power(tariff.scale));
    if (const auto amount = ratio(numerator, denominator, core::Decimal::max_digits))
      figures_[RowAmount::tariff] = trimmed(*amount, 2);
    ends_ = false;
    tariff_ = times(numerator, power(decimals_));
    boundary_factor_ = denominator;
    common_ = times(denominator, power(decimals_));
  }

  Zone zone() const {
    if (figures_[Total::wage_floor] && tariff_ < steps(Total::wage_floor))
      return Zone::below_wage_floor;
    if (tariff_ < steps(Total::cost_price)) return Zone::below_cost_price;
    return tariff_ > steps(Total::ceiling) ? Zone::above_ceiling : Zone::fair;
  }
  void take_distance(Integer distance) {
    if (ends_) {
      figures_[RowAmount::distance] = trimmed({distance, common_decimals_}, decimals_);
    } else if (const auto amount = ratio(distance, common_, core::Decimal::max_digits)) {
      figures_[RowAmount::distance] = trimmed(*amount, decimals_);
      figures_.distance_cents = ratio(distance, common_, 2);
    }
  }
  void take_year(Integer distance) {
    if (!contract_.volume || contract_.volume->coefficient == 0) return;
    const Integer volume = narrow(contract_.volume->coefficient);
    figures_[RowAmount::distance_year] =
        ratio(times(distance, volume), times(common_, power(contract_.volume->scale)), 2);
    const bool above = figures_.zone == Zone::above_ceiling;
    if (!above && distance >= 0) return;
    const Integer imbalance =
        times(above ? minus(tariff_, steps(Total::ceiling)) : distance, volume);
    if (!fits_) return;
    if (ends_) {
      figures_.imbalance = Amount{imbalance, common_decimals_ + contract_.volume->scale};
    } else {
      figures_.exact_imbalance =
          exact_of({imbalance, contract_.volume->scale}) / exact_of({common_, 0});
    }
  }

  const ContractNumbers& contract_;
  RowFigures& figures_;
  int decimals_;  ///< of the boundaries
  int common_decimals_ = 0;
  bool ends_ = true;
  bool fits_ = true;
  Integer tariff_ = 0;
  Integer boundary_factor_ = 1;
  Integer common_ = 1;  ///< the denominator
  std::array<Integer, core::total_count> steps_;
};

}  // namespace

core::Decimal decimal_of(const CellNumber& number) {
  return core::Decimal::of(number.coefficient, number.scale);
}

std::optional<CellNumber> cell_number_of(const core::Decimal& decimal) {
  const Int128 limit = power_of_ten(18);
  if (decimal.coefficient() >= limit || decimal.coefficient() <= -limit) return std::nullopt;
  return CellNumber{static_cast<std::int64_t>(decimal.coefficient()), decimal.scale()};
}

bool judge(const ContractNumbers& contract, RowFigures& figures) {
  return Judge<std::int64_t>{contract, figures}.run() || Judge<Int128>{contract, figures}.run();
}

}  // namespace billijk::analysis
