#include "core/unit_prices.hpp"

namespace billijk::core {
namespace {

class Pricing {
 public:
  Pricing(const Calculation& calculation, TariffUnit unit, const std::optional<Decimal>& tariff)
      : calculation_{calculation}, unit_{unit}, tariff_{tariff} {}

  UnitPrices run() const {
    const Case& subject = calculation_.subject;
    const bool by_client = divisor_of(unit_) == Key::norm_hours;
    const Exact norm_hours{subject.value(Key::norm_hours)};
    UnitPrices prices{.unit = unit_, .mix = price(norm_hours), .profiles = {}, .derived = {}};
    take_derived(prices);
    if (!by_client || !subject.result) return prices;
    for (const Profile& profile : subject.result->profiles) {
      prices.profiles.push_back(price(profile.norm_hours));
      prices.profiles.back().profile = &profile;
    }
    return prices;
  }

 private:
  UnitPrice price(const Exact& norm_hours) const {
    const Exact volume{calculation_.subject.value(Key::volume)};
    UnitPrice result;
    if (divisor_of(unit_) == Key::norm_hours) result.norm_hours = norm_hours;
    Boundaries hourly;
    for (const Total total : all_totals) {
      if (!calculation_[total]) continue;
      hourly[total] = calculation_[total]->rounded;
      result.totals[total] = round(per_unit(calculation_[total]->value, unit_, norm_hours, volume),
                                   calculation_.ways().rounding);
    }
    if (!tariff_) return result;
    const Exact of_hour = per_hour(Exact{*tariff_}, unit_, norm_hours, volume);
    result.tariff = UnitPrice::Hourly{.value = of_hour, .zone = zone_of(of_hour, hourly)};
    return result;
  }

  void take_derived(UnitPrices& prices) const {
    const Rounding& rounding = calculation_.ways().rounding;
    for (const DerivedPrice& price : calculation_.subject.derived) {
      const std::optional<Total> of = total_of(price.of);
      std::optional<Exact> base;
      if (of) base = prices.mix.totals[*of];
      if (!of && tariff_) base = round(Exact{*tariff_}, rounding);
      if (!base) continue;
      const Exact share = Exact{price.percent.value, shift_of(Unit::percent)} * *base;
      prices.derived.push_back({.price = &price,
                                .base = std::move(*base),
                                .share = {.value = share, .rounded = round(share, rounding)}});
    }
  }

  const Calculation& calculation_;
  TariffUnit unit_;
  const std::optional<Decimal>& tariff_;
};

}  // namespace

UnitPrices unit_prices(const Calculation& calculation, TariffUnit unit,
                       const std::optional<Decimal>& tariff) {
  return Pricing{calculation, unit, tariff}.run();
}

}  // namespace billijk::core
