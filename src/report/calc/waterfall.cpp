#include "report/calc/certainty.hpp"
#include "report/calc/sheet_report.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Element;
using core::Exact;
using core::Total;

/// What is left of a tariff when the cost price is paid, in words.
std::string difference_text(const Exact& distance, const Format& format) {
  const Message message = distance.sign() < 0   ? Message::chart_paid_short
                          : distance.sign() > 0 ? Message::chart_paid_over
                                                : Message::chart_paid_even;
  return say(message, format.language(), {{"amount", money_shown(core::abs(distance), format)}});
}

void add_elements(Waterfall& waterfall, const core::Calculation& calculation, Language language,
                  int decimals) {
  for (const Element element : elements_in_order) {
    if (element == Element::none) continue;
    Exact rounded;
    for (const core::SheetLine& line : calculation.lines) {
      if (line.element != element) continue;
      rounded = rounded + line.rounded;
    }
    const std::string letter{letter_of(element)};
    if (!rounded.is_zero())
      waterfall.steps.push_back({.name = letter + "  " + label_of(element, language),
                                 .amount = {rounded, decimals},
                                 .key = "element." + letter});
  }
}

}  // namespace

Figure waterfall(const core::Calculation& calculation, const core::Verdict* verdict,
                 const Format& format) {
  const Language language = format.language();
  const int decimals = decimals_of(calculation.ways().rounding.step);
  Waterfall waterfall;
  if (!calculation.ways().given) add_elements(waterfall, calculation, language, decimals);
  const auto total = [&](Total of) {
    waterfall.steps.push_back({.name = label_of(of, language),
                               .amount = {calculation[of]->rounded, decimals},
                               .is_total = true,
                               .key = std::string{key_of(of)}});
  };
  total(Total::cost_price);
  const Exact margin =
      calculation[Total::fair_tariff]->rounded - calculation[Total::cost_price]->rounded;
  waterfall.steps.push_back(
      {.name = label_of(Element::none, language), .amount = {margin, decimals}, .key = "margin"});
  total(Total::fair_tariff);
  if (verdict != nullptr) {
    const core::Judgement& judgement = verdict->judgement;
    waterfall.paid = Mark{.name = say(Message::chart_paid, language),
                          .amount = {judgement.per_hour, visible_decimals(judgement.per_hour, 2)},
                          .key = "tariff"};
    waterfall.difference =
        difference_text(judgement.distances[index_of(Total::cost_price)]->per_hour, format);
  }
  return {.chart = std::move(waterfall),
          .title = say(Message::chart_waterfall, language),
          .sentence = say(Message::chart_waterfall_says, language),
          .seen_only = true};
}

}  // namespace billijk::report
