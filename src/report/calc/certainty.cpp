#include "report/calc/certainty.hpp"

#include <algorithm>

#include "report/calc/grounds.hpp"
#include "report/calc/pays_for_table.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;
using core::Zone;

/// "Certainly too low: …", with what is open about the wage floor all the same; nothing where
/// neither side is certain.
std::string certain_side(const core::Calculation& calculation, const core::Verdict& verdict,
                         const Format& format) {
  const Language language = format.language();
  const auto at = [&](Total total, core::End end) {
    const core::Boundary& boundary = *calculation[total];
    return format.money(
        round(end == core::End::low ? *boundary.low : *boundary.high, calculation.ways().rounding),
        decimals_of(calculation.ways().rounding.step));
  };
  if (verdict.certain && verdict.judgement.zone == Zone::above_ceiling) {
    return say(Message::certainly_high, language,
               {{"boundary", at(Total::ceiling, core::End::high)}});
  }
  if (!verdict.is_certainly(core::Side::below, Total::cost_price)) return {};
  std::string text =
      say(Message::certainly_low, language, {{"boundary", at(Total::cost_price, core::End::low)}});
  const std::optional<core::BoundarySide>& floor = verdict[Total::wage_floor];
  if (!floor || floor->certain) return text;
  return text + ' ' +
         say(floor->could_cross.empty() ? Message::floor_together : Message::floor_alone, language,
             {{"low", at(Total::wage_floor, core::End::low)},
              {"high", at(Total::wage_floor, core::End::high)},
              {"keys", FigureNames{calculation.subject, language}.list(floor->could_cross)}});
}

/// Within what the cost price lies, and which figures change the verdict at once.
std::string together_sentence(const core::Calculation& calculation,
                              const analysis::Together& together, Zone zone, const Format& format) {
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const core::Boundary& cost = *calculation[Total::cost_price];
  const auto shown = [&](const Exact& value) {
    return format.money(round(value, calculation.ways().rounding), decimals);
  };
  const Language language = format.language();
  const FigureNames names{calculation.subject, language};
  std::vector<std::string> figures;
  figures.reserve(together.figures.size());
  for (const analysis::MovedFigure& figure : together.figures)
    figures.push_back(say(Message::moved_figure, language,
                          {{"name", names.name(figure.key)},
                           {"to", quantity(figure.to, figure.unit, format)},
                           {"from", format.shortest(Exact{figure.from})}}));
  const Message message = zone == Zone::fair            ? Message::together_not_enough
                          : zone == Zone::above_ceiling ? Message::together_within
                                                        : Message::together_enough;
  return say(Message::brief_between_ends, language,
             {{"low", shown(*cost.low)}, {"high", shown(*cost.high)}}) +
         ' ' +
         say(message, language,
             {{"figures", listed(std::move(figures), language)},
              {"boundary", word("the_" + std::string{key_of(together.boundary)}, language)},
              {"amount", shown(together.there)}});
}

}  // namespace

std::string money_shown(const Exact& value, const Format& format) {
  return format.money(value, visible_decimals(value, 2));
}

std::string tariff_stated(const core::Tariff& tariff, const Exact& hourly, const Format& format) {
  std::string per_hour = format.money(hourly, tariff_decimals(hourly)) + ' ' +
                         say(Message::unit_hour, format.language());
  if (tariff.unit == core::TariffUnit::hour) return per_hour;
  return format.money(Exact{tariff.value}, std::max(2, tariff.value.scale())) + ' ' +
         label_of(tariff.unit, format.language()) + " (" + per_hour + ')';
}

std::string subcontractor_sentence(const core::Calculation& calculation,
                                   const core::Judgement& judgement, const Format& format) {
  const Exact fee{calculation.subject.value(core::Key::subcontracting_fee)};
  const Total total = core::measured(judgement.zone);
  const Exact& distance = judgement.distances[index_of(total)]->per_hour;
  const Message message = judgement.zone == Zone::fair            ? Message::subcontractor_fair
                          : judgement.zone == Zone::above_ceiling ? Message::subcontractor_high
                                                                  : Message::subcontractor_low;
  return say(message, format.language(),
             {{"fee", format.shortest(fee)},
              {"amount", format.money(judgement.per_hour)},
              {"distance", money_shown(core::abs(distance), format)},
              {"boundary", word("the_" + std::string{key_of(total)}, format.language())}});
}

std::string fact_of(const core::Calculation& calculation, const core::Verdict& verdict,
                    Language language) {
  const Zone zone = verdict.judgement.zone;
  const bool low = zone == Zone::below_wage_floor || zone == Zone::below_cost_price;
  const std::string fact =
      zone == Zone::fair ? say(Message::fact_fair, language) : label_of(zone, language);
  if (!calculation.has_ranges()) return capital(fact);
  const std::optional<core::BoundarySide>& floor = verdict[Total::wage_floor];
  if (zone == Zone::below_wage_floor && floor && !floor->certain &&
      verdict.is_certainly(core::Side::below, Total::cost_price))
    return say(Message::fact_certain_low, language);
  const bool certain =
      low ? verdict.is_certainly(core::Side::below, Total::cost_price) : verdict.certain;
  return say(certain ? Message::fact_certain : Message::fact_open, language, {{"fact", fact}});
}

std::string certainty_of_ranges(const core::Calculation& calculation, const core::Verdict& verdict,
                                const std::optional<analysis::Together>& together,
                                const Format& format) {
  const Language language = format.language();
  const FigureNames names{calculation.subject, language};
  std::string text;
  const auto add = [&](Message message, const Arguments& arguments = {}) {
    text += (text.empty() ? "" : " ") + say(message, language, arguments);
  };
  if (!calculation.has_ranges()) {
    add(Message::certain_no_ranges);
  } else if (std::string sure = certain_side(calculation, verdict, format); !sure.empty()) {
    text = std::move(sure);
  } else if (verdict.certain) {
    add(Message::certain);
  } else if (verdict.could_change.empty() && together) {
    text = together_sentence(calculation, *together, verdict.judgement.zone, format);
  } else if (verdict.could_change.empty()) {
    add(Message::uncertain_together);
  } else if (verdict.could_change == verdict.could_be_fair) {
    add(verdict.could_be_fair.size() == 1 ? Message::uncertain_fair_one : Message::uncertain_fair,
        {{"keys", names.list(verdict.could_be_fair)}});
    text = say(Message::uncertain_prefix, language) + ' ' + text;
  } else {
    add(verdict.could_change.size() == 1 ? Message::uncertain_alone_one : Message::uncertain_alone,
        {{"keys", names.list(verdict.could_change)}});
    if (!verdict.could_be_fair.empty())
      add(verdict.could_be_fair.size() == 1 ? Message::uncertain_fair_one : Message::uncertain_fair,
          {{"keys", names.list(verdict.could_be_fair)}});
  }
  return text;
}

std::vector<std::string> without_range(const core::Calculation& calculation,
                                       const core::Verdict& verdict, Language language) {
  const FigureNames names{calculation.subject, language};
  std::vector<std::string> found;
  for (const std::size_t place : verdict.provisional) {
    const core::UsedInput& input = calculation.inputs.at(place);
    if (!input.low && !input.high) add_once(found, ground_of(calculation, input, names, language));
  }
  return found;
}

std::string certainty_of(const core::Calculation& calculation, const core::Verdict& verdict,
                         const std::optional<analysis::Together>& together, const Format& format) {
  const Language language = format.language();
  const FigureNames names{calculation.subject, language};
  std::string text = certainty_of_ranges(calculation, verdict, together, format);
  const auto add = [&](Message message, const Arguments& arguments) {
    text += ' ' + say(message, language, arguments);
  };
  if (verdict.provisional.empty()) return text;
  add(Message::provisional, {{"count", std::to_string(verdict.provisional.size())}});
  std::vector<std::string> changing;
  for (const std::size_t place : verdict.provisional) {
    const std::string& key = calculation.inputs.at(place).key;
    if (std::ranges::find(verdict.could_change, key) != verdict.could_change.end())
      changing.push_back(key);
  }
  if (!changing.empty() && changing != verdict.could_change)
    add(Message::provisional_change, {{"keys", names.list(changing)}});
  if (auto unknown = without_range(calculation, verdict, language); !unknown.empty())
    add(Message::provisional_unknown, {{"keys", listed(std::move(unknown), language)}});
  return text;
}

}  // namespace billijk::report
