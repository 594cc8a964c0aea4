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
  Judge(const ContractNumbers& contract, const RowAsked& asked, RowFigures& figures)
      : contract_{contract},
        asked_{asked},
        figures_{figures},
        decimals_{figures[Total::cost_price]->decimals} {}

  bool run() {
    take_tariff();
    for (const Total total : core::all_totals) {
      const std::optional<Amount>& rounded = figures_[total];
      steps_[index_of(total)] = rounded ? times(narrow(rounded->coefficient), boundary_factor_) : 0;
    }
    const Integer cost = steps(Total::cost_price);
    const Integer distance = minus(tariff_, cost);
    if (!fits_) return false;
    figures_.zone = zone(tariff_, steps_);
    take_sides();
    if (contract_.fee) take_subcontractor();
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
    const int factor = core::tariff_factor(contract_.unit);
    const std::optional<core::Key> divisor = core::divisor_of(contract_.unit);
    if (!divisor) return take_decimal(factor);
    take_quotient(factor,
                  *divisor == core::Key::volume ? *contract_.volume : *contract_.norm_hours);
  }
  void take_decimal(int factor) {
    const core::CellNumber& tariff = *contract_.tariff;
    const Integer coefficient = times(narrow(tariff.coefficient), factor);
    const int decimals = std::max(2, tariff.scale);
    figures_[RowAmount::tariff] =
        trimmed({times(coefficient, power(decimals - tariff.scale)), decimals}, 2);
    common_decimals_ = std::max(tariff.scale, decimals_);
    tariff_ = times(coefficient, power(common_decimals_ - tariff.scale));
    boundary_factor_ = power(common_decimals_ - decimals_);
    common_ = power(common_decimals_);
  }
  void take_quotient(int factor, const core::CellNumber& by) {
    const core::CellNumber& tariff = *contract_.tariff;
    const Integer numerator = times(times(narrow(tariff.coefficient), factor), power(by.scale));
    const Integer denominator = times(narrow(by.coefficient), power(tariff.scale));
    if (const auto amount = ratio(numerator, denominator, core::Decimal::max_digits))
      figures_[RowAmount::tariff] = trimmed(*amount, 2);
    ends_there_ = false;
    tariff_ = times(numerator, power(decimals_));
    boundary_factor_ = denominator;
    common_ = times(denominator, power(decimals_));
  }

  using Boundaries = std::array<Integer, core::total_count>;

  Zone zone(Integer tariff, const Boundaries& at) const {
    if (figures_[Total::wage_floor] && tariff < at[index_of(Total::wage_floor)])
      return Zone::below_wage_floor;
    if (tariff < at[index_of(Total::cost_price)]) return Zone::below_cost_price;
    return tariff > at[index_of(Total::ceiling)] ? Zone::above_ceiling : Zone::fair;
  }
  core::Side side(Total total, const Boundaries& at) const {
    const Integer boundary = at[index_of(total)];
    const bool below = total == Total::ceiling ? tariff_ <= boundary : tariff_ < boundary;
    return below ? core::Side::below : core::Side::above;
  }
  void take_sides() {
    figures_.certain = true;
    for (const Total total : judged_totals) {
      if (asked_.sides && figures_[total])
        figures_.sides[index_of(total)] = RowSide{.side = side(total, steps_), .certain = true};
    }
    if (asked_.ends == nullptr) return;
    for (const std::array<std::int64_t, core::total_count>& end : *asked_.ends) {
      Boundaries moved{};
      for (const Total total : judged_totals)
        moved[index_of(total)] = times(narrow(end[index_of(total)]), boundary_factor_);
      if (zone(tariff_, moved) != figures_.zone) figures_.certain = false;
      if (!asked_.sides) continue;
      for (const Total total : judged_totals) {
        std::optional<RowSide>& of = figures_.sides[index_of(total)];
        if (of && side(total, moved) != of->side) of->certain = false;
      }
    }
  }
  /// What the fee leaves of the tariff, over a denominator that is 100 times that of the fee.
  void take_subcontractor() {
    const Integer whole = power(contract_.fee->scale + 2);
    const Integer kept = times(tariff_, minus(whole, narrow(contract_.fee->coefficient)));
    Boundaries finer{};
    for (const Total total : judged_totals) finer[index_of(total)] = times(steps(total), whole);
    if (!fits_) return;
    figures_.subcontractor_zone = zone(kept, finer);
    std::optional<Amount>& amount = figures_[RowAmount::subcontractor];
    const int decimals = common_decimals_ + contract_.fee->scale + 2;
    if (ends_there_ && decimals <= core::Decimal::max_digits) {
      amount = trimmed({kept, decimals}, 2);
    } else if (const auto cut = ratio(kept, times(common_, whole), core::Decimal::max_digits)) {
      amount = trimmed(*cut, 2);
    }
  }
  void take_distance(Integer distance) {
    if (ends_there_) {
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
    if (ends_there_) {
      figures_.imbalance = Amount{imbalance, common_decimals_ + contract_.volume->scale};
    } else {
      figures_.exact_imbalance =
          exact_of({imbalance, contract_.volume->scale}) / exact_of({common_, 0});
    }
  }

  const ContractNumbers& contract_;
  const RowAsked& asked_;
  RowFigures& figures_;
  int decimals_;  ///< of the boundaries
  int common_decimals_ = 0;
  bool ends_there_ = true;  ///< the tariff per hour is a decimal
  bool fits_ = true;
  Integer tariff_ = 0;
  Integer boundary_factor_ = 1;
  Integer common_ = 1;  ///< the denominator
  std::array<Integer, core::total_count> steps_;
};

}  // namespace

void RowFigures::clear() {
  for (std::optional<Amount>& amount : amounts) amount.reset();
  zone.reset();
  subcontractor_zone.reset();
  certain.reset();
  provisional.reset();
  sinks_in.reset();
  warnings.reset();
  for (std::optional<RowSide>& side : sides) side.reset();
  distance_cents.reset();
  imbalance.reset();
  exact_imbalance.reset();
  exact = false;
}

bool judge(const ContractNumbers& contract, const RowAsked& asked, RowFigures& figures) {
  return Judge<std::int64_t>{contract, asked, figures}.run() ||
         Judge<Int128>{contract, asked, figures}.run();
}

}  // namespace billijk::analysis
