#include "core/recording.hpp"

#include <optional>

#include "core/formula/play.hpp"
#include "core/verdict.hpp"

namespace billijk::core {

Recording::Recording(const Resolved& resolved, std::span<const IndexYear> index_years) {
  std::optional<Symbol> factor;
  for (const IndexYear& year : index_years) {
    std::vector<Symbol> percents;
    for (const FormulaInput& figure : year.formula.inputs())
      percents.push_back(input(figure.name, figure.unit, year.percents[percents.size()]));
    std::vector<Symbol> played;
    core::play<Symbol>(year.formula, percents, played);
    const Symbol index = record_.keep(year.formula.steps().back().name, Unit::none, played.back());
    const Symbol times = Symbol{1} + index;
    factor = factor ? *factor * times : times;
  }
  if (factor || resolved.ways.is_indexed()) {
    record_.keep("index_factor", Unit::none, factor.value_or(Symbol{resolved.ways.index_factor}));
  }
  numbers = numbers_by<Symbol>(resolved.figures, [this](const Figure& figure) {
    // What the case has no place for has no name.
    return figure.name.empty() ? Symbol{} : input(figure.name, figure.unit, figure.value);
  });
  evaluate(numbers, resolved.ways, record_, sheet);
}

Symbol Recording::input(const std::string& name, Unit unit, const Decimal& figure) {
  Symbol symbol = Symbol::input(formula, name, unit);
  if (figures.size() < formula.inputs().size()) figures.push_back(figure);
  return symbol;
}

Symbol Recording::rounded_total(const Resolved& resolved, Total total) {
  const std::string name = "rounded." + std::string{key_of(total)};
  return record_.keep(name, Unit::eur_per_hour,
                      round(sheet.totals[index_of(total)].number(), resolved.ways.rounding));
}

void Recording::add_rounded(const Resolved& resolved) {
  for (const Total total : all_totals) {
    if (!resolved.ways.given || total != Total::wage_floor) rounded_total(resolved, total);
  }
}

void Recording::add_verdict(const Resolved& resolved, TariffUnit unit) {
  const Symbol hourly = record_.keep(
      "tariff_per_hour", Unit::eur_per_hour,
      per_hour(numbers[Key::tariff], unit, numbers[Key::norm_hours], numbers[Key::volume]));
  BoundaryNumbers<Symbol> boundaries;
  for (const Total total : all_totals) {
    if (resolved.ways.given && total == Total::wage_floor) continue;
    const std::string key{key_of(total)};
    const Symbol boundary = rounded_total(resolved, total);
    boundaries[index_of(total)] = boundary;
    const Symbol distance = record_.keep("distance." + key, Unit::eur_per_hour, hourly - boundary);
    // Of a boundary that is nothing there is no percentage.
    const Symbol is_some = less(Symbol{0}, boundary) + less(boundary, Symbol{0});
    record_.keep("distance_percent." + key, Unit::none,
                 distance_percent(choose(is_some, distance, Symbol{0}),
                                  choose(is_some, boundary, Symbol{1})));
    record_.keep("distance_year." + key, Unit::eur_per_year,
                 distance_year(distance, numbers[Key::volume]));
    record_.keep((total == Total::ceiling ? "above." : "below.") + key, Unit::none,
                 is_beyond(total, hourly, boundary));
  }
  record_.keep("zone", Unit::none, zone_place(hourly, boundaries));
}

void Recording::add_derived(const Resolved& resolved, const std::vector<DerivedFigure>& prices) {
  bool with_floor = false;
  for (const DerivedFigure& figure : prices) {
    const DerivedPrice& price = figure.price;
    const std::string base = "rounded." + std::string{word_of(price.of)};
    if (price.of == DerivedBase::tariff) {
      record_.keep(base, Unit::eur_per_hour, Symbol{figure.base.rounded});
    } else {
      add_rounded(resolved);
    }
    const Symbol share =
        input(price.percent_key(), Unit::percent, price.percent.value) * record_.known(base);
    record_.keep("derived." + price.key, Unit::eur_per_hour, round(share, resolved.ways.rounding));
    with_floor = with_floor || figure.least;
  }
  if (with_floor) informal_floor(resolved, numbers, record_);
}

bool Recording::play() {
  std::vector<Exact> shares;
  for (std::size_t i = 0; i < figures.size(); ++i)
    shares.emplace_back(figures[i], shift_of(formula.inputs()[i].unit));
  return core::play<Exact>(formula, shares, values);
}

Sheet<Exact> Recording::sheet_played() const {
  return sheet_by<Exact>(sheet, [&](const Symbol& symbol) { return symbol.value_in(values); });
}

}  // namespace billijk::core
