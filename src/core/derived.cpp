#include "core/derived.hpp"

namespace billijk::core {
std::optional<Total> total_of(DerivedBase of) {
  switch (of) {
    case DerivedBase::fair_tariff:
      return Total::fair_tariff;
    case DerivedBase::cost_price:
      return Total::cost_price;
    case DerivedBase::wage_floor:
      return Total::wage_floor;
    case DerivedBase::tariff:
      break;
  }
  return std::nullopt;
}

std::vector<DerivedFigure> derived_figures(const Case& subject, const Resolved& resolved,
                                           const DerivedBases& bases) {
  const auto figure = [&](Exact value) {
    Exact rounded = round(value, resolved.ways.rounding);
    return RoundedFigure{std::move(value), std::move(rounded)};
  };
  std::vector<DerivedFigure> figures;
  for (const DerivedPrice& price : subject.derived) {
    const std::optional<Total> total = total_of(price.of);
    const std::optional<Exact>& base = total ? bases.boundaries[*total] : bases.tariff;
    if (!base) continue;
    DerivedFigure derived{.price = price, .base = figure(*base), .share = {}, .least = {}};
    derived.share =
        figure(Exact{price.percent.value, shift_of(Unit::percent)} * derived.base.rounded);
    if (price.at_least) {
      Recorder<Exact> record;
      derived.least =
          figure(informal_floor(resolved, numbers_of<Exact>(resolved.figures), record).number());
    }
    figures.push_back(std::move(derived));
  }
  return figures;
}

Diagnostics warnings_of(const std::vector<DerivedFigure>& figures) {
  Diagnostics warnings;
  for (const DerivedFigure& figure : figures) {
    if (!figure.is_too_low()) continue;
    const std::string key = figure.price.percent_key();
    warnings.push_back(finding(Code::below_informal_floor, figure.price.percent.at, key,
                               {{"key", figure.price.label},
                                {"price", EuroAmount{figure.share.rounded}},
                                {"least", EuroAmount{figure.least->rounded}}}));
  }
  return warnings;
}

}  // namespace billijk::core
