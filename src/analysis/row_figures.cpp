#include "analysis/row_figures.hpp"

#include <algorithm>

namespace billijk::analysis {
namespace {

using core::Int128;
using core::Total;
using core::Zone;

/// A whole number that remembers whether it has outgrown its bits.
template <class Integer>
class Whole {
 public:
  Whole(int value) : value_{value} {}  // NOLINT(google-explicit-constructor): 60 * tariff reads as written
  static Whole of(Int128 wide) {
    const std::optional<Integer> value = narrowed<Integer>(wide);
    if (!value) return unfit();
    Whole result{0};
    result.value_ = *value;
    return result;
  }
  static Whole unfit() {
    Whole result{0};
    result.fits_ = false;
    return result;
  }

  bool fits() const { return fits_; }
  Integer value() const { return value_; }
  friend Whole operator*(const Whole& a, const Whole& b) {
    Whole result{0};
    result.fits_ = !__builtin_mul_overflow(a.value_, b.value_, &result.value_) && a.fits_ && b.fits_;
    return result;
  }
  friend Whole operator-(const Whole& a, const Whole& b) {
    Whole result{0};
    result.fits_ = !__builtin_sub_overflow(a.value_, b.value_, &result.value_) && a.fits_ && b.fits_;
    return result;
  }

 private:
  Integer value_;
  bool fits_ = true;
};

/// A tariff per hour as numerator / denominator; the denominator of a decimal is a power of ten.
template <class Integer>
struct HourlyTariff {
  Whole<Integer> numerator;
  Whole<Integer> denominator;
  int decimals = 0;  ///< of a decimal
  bool ends = true;
};

template <class Integer>
HourlyTariff<Integer> hourly(const ContractNumbers& contract) {
  using Number = Whole<Integer>;
  const CellNumber& tariff = *contract.tariff;
  const Number coefficient = Number::of(tariff.coefficient);
  const auto power = [](int exponent) { return Number::of(power_of_ten(exponent)); };
  const auto divided = [&](int factor, const CellNumber& by) {
    return HourlyTariff<Integer>{.numerator = coefficient * factor * power(by.scale),
                                 .denominator = Number::of(by.coefficient) * power(tariff.scale),
                                 .ends = false};
  };
  switch (contract.unit) {
    case core::TariffUnit::four_weeks:
      return divided(13, *contract.norm_hours);
    case core::TariffUnit::month:
      return divided(12, *contract.norm_hours);
    case core::TariffUnit::year:
      return divided(1, *contract.norm_hours);
    case core::TariffUnit::lump_sum:
      return divided(1, *contract.volume);
    default:
      break;
  }
  const int factor = contract.unit == core::TariffUnit::minute ? 60 : 1;
  return {.numerator = coefficient * factor, .denominator = power(tariff.scale), .decimals = tariff.scale};
}

/// The verdict on one row, every figure over the same denominator.
template <class Integer>
class Judge {
  using Number = Whole<Integer>;
 public:
  Judge(const ContractNumbers& contract, RowFigures& figures)
      : contract_{contract},
        figures_{figures},
        tariff_{hourly<Integer>(contract)},
        decimals_{figures.rounded[index_of(Total::cost_price)]->decimals} {
    if (tariff_.ends) {
      common_decimals_ = std::max(tariff_.decimals, decimals_);
      tariff_steps_ = tariff_.numerator * power(common_decimals_ - tariff_.decimals);
      boundary_factor_ = power(common_decimals_ - decimals_);
      common_ = power(common_decimals_);
    } else {
      tariff_steps_ = tariff_.numerator * power(decimals_);
      boundary_factor_ = tariff_.denominator;
      common_ = tariff_.denominator * power(decimals_);
    }
  }

  bool run() {
    take_tariff();
    if (!take_zone()) return false;
    const Number cost = steps(Total::cost_price);
    const Number distance = tariff_steps_ - cost;
    if (!distance.fits() || !common_.fits()) return false;
    take_distance(distance);
    if (cost.value() != 0) figures_.distance_percent = ratio(distance * 100, cost, 2);
    take_year(distance);
    return fits_;
  }

 private:
  static Number power(int exponent) { return Number::of(power_of_ten(exponent)); }
  /// A boundary over the common denominator.
  const Number& steps(Total total) const { return steps_[index_of(total)]; }
  std::optional<Amount> ratio(const Number& numerator, const Number& denominator, int decimals) {
    std::optional<Amount> result;
    if (numerator.fits() && denominator.fits()) result = quotient(numerator.value(), denominator.value(), decimals);
    fits_ = fits_ && result;
    return result;
  }

  void take_tariff() {
    if (tariff_.ends) {
      const std::optional<Amount> cents = with_decimals({tariff_.numerator.value(), tariff_.decimals}, std::max(2, tariff_.decimals));
      fits_ = fits_ && cents;
      if (cents) figures_.tariff = trimmed(*cents, 2);
    } else if (const auto amount = ratio(tariff_.numerator, tariff_.denominator, core::Decimal::max_digits)) {
      figures_.tariff = trimmed(*amount, 2);
    }
  }
  bool take_zone() {
    bool fits = tariff_steps_.fits();
    for (const Total total : core::all_totals) {
      if (const auto& rounded = figures_.rounded[index_of(total)]) {
        steps_[index_of(total)] = Number::of(rounded->coefficient) * boundary_factor_;
        fits = fits && steps(total).fits();
      }
    }
    if (!fits) return false;
    const auto below = [&](Total total) { return tariff_steps_.value() < steps(total).value(); };
    if (figures_.rounded[index_of(Total::wage_floor)] && below(Total::wage_floor)) {
      figures_.zone = Zone::below_wage_floor;
    } else if (below(Total::cost_price)) {
      figures_.zone = Zone::below_cost_price;
    } else {
      figures_.zone = tariff_steps_.value() > steps(Total::ceiling).value() ? Zone::above_ceiling : Zone::fair;
    }
    return true;
  }
  void take_distance(const Number& distance) {
    if (tariff_.ends) {
      figures_.distance = trimmed({distance.value(), common_decimals_}, decimals_);
    } else if (const auto amount = ratio(distance, common_, core::Decimal::max_digits)) {
      figures_.distance = trimmed(*amount, decimals_);
      figures_.distance_cents = ratio(distance, common_, 2);
    }
  }
  void take_year(const Number& distance) {
    if (!contract_.volume || contract_.volume->coefficient == 0) return;
    const Number volume = Number::of(contract_.volume->coefficient);
    const Number scale = power(contract_.volume->scale);
    figures_.distance_year = ratio(distance * volume, common_ * scale, 2);
    const bool above = figures_.zone == Zone::above_ceiling;
    if (!above && distance.value() >= 0) return;
    const Number imbalance = (above ? tariff_steps_ - steps(Total::ceiling) : distance) * volume;
    fits_ = fits_ && imbalance.fits();
    if (!fits_) return;
    if (tariff_.ends) {
      figures_.imbalance = Amount{imbalance.value(), common_decimals_ + contract_.volume->scale};
    } else {
      figures_.exact_imbalance = exact_of({imbalance.value(), contract_.volume->scale}) / exact_of({common_.value(), 0});
    }
  }

  const ContractNumbers& contract_;
  RowFigures& figures_;
  HourlyTariff<Integer> tariff_;
  int decimals_;
  int common_decimals_ = 0;
  Number tariff_steps_{0};
  std::array<Number, core::total_count> steps_{0, 0, 0, 0};
  Number boundary_factor_{1};
  Number common_{1};
  bool fits_ = true;
};

}  // namespace

core::Decimal decimal_of(const CellNumber& number) { return core::Decimal::of(number.coefficient, number.scale); }

std::optional<CellNumber> cell_number_of(const core::Decimal& decimal) {
  const Int128 limit = power_of_ten(18);
  if (decimal.coefficient() >= limit || decimal.coefficient() <= -limit) return std::nullopt;
  return CellNumber{static_cast<std::int64_t>(decimal.coefficient()), decimal.scale()};
}

bool judge(const ContractNumbers& contract, RowFigures& figures) {
  return Judge<std::int64_t>{contract, figures}.run() || Judge<Int128>{contract, figures}.run();
}

}  // namespace billijk::analysis
