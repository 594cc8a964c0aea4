#include "core/formula/shown_lines.hpp"

#include "core/number/apportion.hpp"

namespace billijk::core {

std::vector<LineGroup> line_groups(const Ways& ways) {
  const std::vector<LineId> order = line_order(ways);
  LineGroup margin{.total = Total::fair_tariff, .less = Total::cost_price, .places = {}};
  LineGroup floor{.total = Total::wage_floor, .less = {}, .places = {}};
  LineGroup rest{.total = Total::cost_price, .less = Total::wage_floor, .places = {}};
  if (ways.is_indexed()) rest.less.reset();
  for (std::size_t place = 0; place < order.size(); ++place) {
    const bool is_margin = order[place] == index_of(Line::margin);
    const bool is_floor = !ways.is_indexed() && in_wage_floor(ways, order[place]);
    (is_margin ? margin : is_floor ? floor : rest).places.push_back(place);
  }
  std::vector<LineGroup> groups;
  for (LineGroup* group : {&margin, &floor, &rest}) {
    if (!group->places.empty()) groups.push_back(std::move(*group));
  }
  return groups;
}

std::vector<Exact> shown_lines(const Sheet<Exact>& sheet, const Ways& ways) {
  const std::vector<LineId> order = line_order(ways);
  const Exact step{ways.rounding.step};
  const auto steps = [&](Total total) {
    return round_to_steps(sheet.totals[index_of(total)].number(), ways.rounding);
  };
  std::vector<Exact> shown(order.size());
  for (const LineGroup& group : line_groups(ways)) {
    std::vector<Exact> parts;
    parts.reserve(group.places.size());
    for (const std::size_t place : group.places)
      parts.push_back(line_of(sheet.first, order[place]).number() / step);
    mpz_class target = steps(group.total);
    if (group.less) target -= steps(*group.less);
    const std::vector<mpz_class> whole = apportion(parts, target);
    for (std::size_t i = 0; i < whole.size(); ++i)
      shown[group.places[i]] = Exact{mpq_class{whole[i]}} * step;
  }
  return shown;
}

}  // namespace billijk::core
