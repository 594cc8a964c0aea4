#include "core/derived.hpp"

namespace billijk::core {
namespace {

std::optional<Exact> base_of(DerivedBase of, const DerivedBases& bases) {
  switch (of) {
    case DerivedBase::fair_tariff:
      return bases.boundaries[Total::fair_tariff];
    case DerivedBase::cost_price:
      return bases.boundaries[Total::cost_price];
    case DerivedBase::wage_floor:
      return bases.boundaries[Total::wage_floor];
    case DerivedBase::tariff:
      break;
  }
  return bases.tariff;
}

}  // namespace

std::vector<DerivedFigure> derived_figures(const Case& subject, const Resolved& resolved,
                                           const DerivedBases& bases) {
  const auto figure = [&](Exact value) {
    Exact rounded = round(value, resolved.ways.rounding);
    return RoundedFigure{std::move(value), std::move(rounded)};
  };
  std::vector<DerivedFigure> figures;
  for (const DerivedPrice& price : subject.derived) {
    const std::optional<Exact> base = base_of(price.of, bases);
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
