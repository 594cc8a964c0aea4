#include "report/calc/ruler.hpp"

#include "report/format/format.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {

using core::Total;

Ruler ruler(const core::Calculation& calculation, const core::Judgement& judgement,
            Language language) {
  Ruler ruler;
  const int decimals = decimals_of(calculation.ways().rounding.step);
  for (const Total total : {Total::wage_floor, Total::cost_price, Total::ceiling}) {
    if (calculation[total])
      ruler.boundaries.push_back(
          {label_of(total, language), Money{calculation[total]->rounded, decimals}});
  }
  // Up to the cost price a tariff is too low, and fair from there to the ceiling.
  ruler.zones.assign(ruler.boundaries.size() - 1, say(Message::zone_short_low, language));
  ruler.zones.push_back(say(Message::zone_short_fair, language));
  ruler.zones.push_back(say(Message::zone_short_high, language));
  ruler.tariff = {say(Message::tariff, language),
                  Money{judgement.per_hour, visible_decimals(judgement.per_hour, 2)}};
  return ruler;
}

}  // namespace billijk::report
