#include "report/compare/agreement.hpp"

#include <algorithm>

#include "report/words/catalogue.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;

int most_decimals(const analysis::Comparison& comparison) {
  int decimals = 2;
  for (const core::Calculation* calculation : comparison.cases)
    decimals = std::max(decimals, decimals_of(calculation->ways().rounding.step));
  return decimals;
}

/// The tariff of a case per hour, where it states one.
std::optional<Mark> tariff_of(const core::Calculation& calculation, const Format& format) {
  const core::Case& subject = calculation.subject;
  const auto unit = subject.choices.chosen<core::TariffUnit>();
  if (!subject.number(core::Key::tariff) || divisor_lacking(subject, unit)) return std::nullopt;
  const Exact hourly = per_hour(Exact{subject.value(core::Key::tariff)}, unit,
                                Exact{subject.value(core::Key::norm_hours)},
                                Exact{subject.value(core::Key::volume)});
  return Mark{.name = say(Message::tariff, format.language()),
              .amount = {hourly, visible_decimals(hourly, 2)}};
}

bool is_pair(const analysis::Comparison& comparison) { return comparison.cases.size() == 2; }
const Exact& from_of(const analysis::Comparison& comparison) {
  return (*comparison.cases.at(1))[Total::cost_price]->rounded;
}
const Exact& to_of(const analysis::Comparison& comparison) {
  return comparison.first()[Total::ceiling]->rounded;
}

}  // namespace

std::string agreement_text(const analysis::Comparison& comparison,
                           const std::vector<std::string>& names, const Format& format) {
  const int decimals = most_decimals(comparison);
  const Exact& from = from_of(comparison);
  const Exact& to = to_of(comparison);
  return say(from <= to ? Message::live_zone : Message::live_no_zone, format.language(),
             {{"a", names.at(0)},
              {"b", names.at(1)},
              {"from", format.money(from, decimals)},
              {"to", format.money(to, decimals)},
              {"amount", format.money(core::abs(to - from), decimals)}});
}

Figure agreement(const analysis::Comparison& comparison, const std::vector<std::string>& names,
                 const Format& format) {
  const Language language = format.language();
  const int decimals = most_decimals(comparison);
  Spans spans;
  Table table{{{""},
               {say(Message::column_cost_price, language), Align::decimal},
               {label_of(Total::ceiling, language), Align::decimal}},
              {}};
  for (std::size_t i = 0; i < comparison.cases.size(); ++i) {
    const core::Calculation& calculation = *comparison.cases[i];
    const Money from{calculation[Total::cost_price]->rounded, decimals};
    const Money to{calculation[Total::ceiling]->rounded, decimals};
    spans.spans.push_back({.name = capital(names[i]),
                           .from = from,
                           .to = to,
                           .mark = tariff_of(calculation, format)});
    table.rows.push_back({{capital(names[i]), from, to}});
  }
  std::string sentence = say(Message::chart_agreement_says, language);
  if (is_pair(comparison)) {
    spans.common = Spans::Span{.name = say(Message::chart_agreement_room, language),
                               .from = {from_of(comparison), decimals},
                               .to = {to_of(comparison), decimals}};
    sentence += ' ' + agreement_text(comparison, names, format);
  }
  return {.chart = std::move(spans),
          .title = say(Message::chart_agreement, language),
          .sentence = std::move(sentence),
          .table = std::move(table),
          .seen_only = true};
}

std::vector<std::string> names_of_cases(const analysis::Comparison& comparison, Language language) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < comparison.cases.size(); ++i)
    names.push_back(say(Message::live_side, language, {{"name", analysis::letter_of_case(i)}}));
  return names;
}

std::vector<std::string> names_of_parties(Language language) {
  return {say(Message::live_municipality, language), say(Message::live_provider, language)};
}

}  // namespace billijk::report
