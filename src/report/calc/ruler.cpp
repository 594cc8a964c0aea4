#include "report/calc/ruler.hpp"

#include "report/format/text.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Total;

Mark mark_of(const core::Calculation& calculation, Total total, Language language) {
  const core::Boundary& boundary = *calculation[total];
  Mark mark{.name = label_of(total, language),
            .amount = {boundary.rounded, decimals_of(calculation.ways().rounding.step)},
            .key = std::string{key_of(total)}};
  if (boundary.low) mark.low = round(*boundary.low, calculation.ways().rounding);
  if (boundary.high) mark.high = round(*boundary.high, calculation.ways().rounding);
  return mark;
}

Ruler ruler_of(const core::Calculation& calculation, const core::Judgement& judgement,
               Language language) {
  Ruler ruler;
  for (const Total total : {Total::wage_floor, Total::cost_price, Total::ceiling}) {
    if (calculation[total]) ruler.boundaries.push_back(mark_of(calculation, total, language));
  }
  ruler.beside = mark_of(calculation, Total::fair_tariff, language);
  if (calculation[Total::wage_floor])
    ruler.zones.push_back(say(Message::zone_short_floor, language));
  for (const Message zone :
       {Message::zone_short_cost, Message::zone_short_fair, Message::zone_short_high})
    ruler.zones.push_back(say(zone, language));
  ruler.tariff = {.name = say(Message::tariff, language),
                  .amount = {judgement.per_hour, visible_decimals(judgement.per_hour, 2)},
                  .key = "tariff"};
  return ruler;
}

/// Where a zone stands among those of a ruler.
std::size_t zone_place(const core::Calculation& calculation, core::Zone zone) {
  return static_cast<std::size_t>(zone) - (calculation[Total::wage_floor] ? 0 : 1);
}

}  // namespace

Figure ruler(const core::Calculation& calculation, const core::Judgement& judgement,
             const Format& format) {
  const Language language = format.language();
  Ruler ruler = ruler_of(calculation, judgement, language);
  std::string sentence = say(Message::chart_ruler_says, language,
                             {{"tariff", cell_text(ruler.tariff.amount, format)},
                              {"zone", ruler.zones[zone_place(calculation, judgement.zone)]}});
  if (calculation.has_ranges()) sentence += ' ' + say(Message::chart_ruler_ranges, language);
  return {.chart = std::move(ruler),
          .title = say(Message::chart_ruler, language),
          .sentence = std::move(sentence)};
}

}  // namespace billijk::report
