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
  if (calculation[Total::wage_floor])
    ruler.zones.push_back(say(Message::zone_short_floor, language));
  for (const Message zone :
       {Message::zone_short_cost, Message::zone_short_fair, Message::zone_short_high})
    ruler.zones.push_back(say(zone, language));
  ruler.tariff = {say(Message::tariff, language),
                  Money{judgement.per_hour, visible_decimals(judgement.per_hour, 2)}};
  return ruler;
}

}  // namespace billijk::report
