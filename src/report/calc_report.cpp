#include "report/calc_report.hpp"

#include <algorithm>

#include "report/explain.hpp"
#include "report/labels.hpp"
#include "report/ledger.hpp"
#include "report/ruler.hpp"
#include "report/sheet_report.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;
using core::Zone;

std::string title_of(const core::Calculation& calculation, const Format& format) {
  const core::Case& subject = calculation.subject;
  const std::string period = say(Message::period_of, format.language(),
                                 {{"from", format.date(subject.period.from)}, {"to", format.date(subject.period.to)}});
  std::string title = subject.title.empty() ? subject.file : subject.title;
  for (const std::string& part : {subject.contract.municipality, subject.contract.provider, subject.contract.product}) {
    if (!part.empty()) title += ", " + part;
  }
  return title + ". " + period + '.';
}

/// The boundary the headline measures against.
Total measured(Zone zone) {
  if (zone == Zone::below_wage_floor) return Total::wage_floor;
  return zone == Zone::above_ceiling ? Total::ceiling : Total::cost_price;
}

std::string money_shown(const Exact& value, const Format& format) {
  return format.money(value, visible_decimals(value, 2));
}

Headline headline_of(const core::Calculation& calculation, const core::Verdict& verdict, const Format& format) {
  const core::Judgement& judgement = verdict.judgement;
  const Total total = measured(judgement.zone);
  const std::optional<core::Distance>& distance = judgement.distances[index_of(total)];
  const int decimals = decimals_of(calculation.basis().rounding.step);
  const Arguments arguments{
      {"tariff", format.money(judgement.per_hour, visible_decimals(judgement.per_hour, 2))},
      {"unit", say(Message::unit_hour, format.language())},
      {"distance", money_shown(core::abs(distance->per_hour), format)},
      {"boundary", format.money(calculation[total]->rounded, decimals)},
      {"ceiling", format.money(calculation[Total::ceiling]->rounded, decimals)}};
  const std::optional<Message> message = message_named("headline_" + std::string{key_of(judgement.zone)});
  return {say(*message, format.language(), arguments), judgement.zone == Zone::fair ? Tone::good : Tone::bad};
}

/// The tariff as stated, where that is not per hour.
std::string unit_sentence(const core::Verdict& verdict, const Format& format) {
  const core::Tariff& tariff = verdict.tariff;
  if (tariff.unit == core::TariffUnit::hour) return {};
  const Exact value{tariff.value};
  return ' ' + say(Message::is_per_hour, format.language(),
                   {{"tariff", format.money(value, std::max(2, tariff.value.scale()))},
                    {"unit", label_of(tariff.unit, format.language())},
                    {"per_hour", format.money(verdict.judgement.per_hour, visible_decimals(verdict.judgement.per_hour, 2))}});
}

Table distance_table(const core::Calculation& calculation, const core::Judgement& judgement, const Format& format) {
  const Language language = format.language();
  const int decimals = decimals_of(calculation.basis().rounding.step);
  const bool ranges = calculation.has_ranges();
  const bool volume = judgement.distances[index_of(Total::cost_price)]->per_year.has_value();
  Table table;
  table.columns = {{say(Message::column_boundary, language), Align::left}, {say(Message::column_amount, language), Align::decimal}};
  if (ranges) {
    table.columns.push_back({say(Message::column_low, language), Align::decimal});
    table.columns.push_back({say(Message::column_high, language), Align::decimal});
  }
  table.columns.push_back({say(Message::column_distance, language), Align::decimal});
  table.columns.push_back({say(Message::column_percent, language), Align::decimal});
  if (volume) table.columns.push_back({say(Message::column_year, language), Align::decimal});
  for (const Total total : core::all_totals) {
    const std::optional<core::Boundary>& boundary = calculation[total];
    if (!boundary) continue;
    const core::Distance& distance = *judgement.distances[index_of(total)];
    Row row{{label_of(total, language), Money{boundary->rounded, decimals}}};
    if (ranges) {
      row.cells.emplace_back(Number{round(*boundary->low, calculation.basis().rounding), decimals});
      row.cells.emplace_back(Number{round(*boundary->high, calculation.basis().rounding), decimals});
    }
    row.cells.emplace_back(Number{distance.per_hour, visible_decimals(distance.per_hour, 2)});
    row.cells.push_back(distance.percent ? Cell{Percent{*distance.percent, 2}} : Cell{});
    if (volume) row.cells.emplace_back(Number{*distance.per_year, 2});
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_certainty(Document& document, const core::Calculation& calculation, const core::Verdict& verdict, Language language) {
  std::string text;
  const auto add = [&](Message message, const Arguments& arguments = {}) {
    text += (text.empty() ? "" : " ") + say(message, language, arguments);
  };
  if (!calculation.has_ranges()) {
    add(Message::certain_no_ranges);
  } else if (verdict.certain) {
    add(Message::certain);
  } else if (verdict.could_change.empty()) {
    add(Message::uncertain_together);
  } else if (verdict.could_change == verdict.could_be_fair) {
    add(Message::uncertain_fair, {{"keys", joined(verdict.could_be_fair)}});
    text = say(Message::uncertain_prefix, language) + ' ' + text;
  } else {
    add(Message::uncertain_alone, {{"keys", joined(verdict.could_change)}});
    if (!verdict.could_be_fair.empty()) add(Message::uncertain_fair, {{"keys", joined(verdict.could_be_fair)}});
  }
  if (!verdict.provisional.empty()) {
    add(Message::provisional, {{"count", std::to_string(verdict.provisional.size())}});
    std::vector<std::string> unknown;
    std::vector<std::string> changing;
    for (const core::UsedInput* input : verdict.provisional) {
      if (!input->low && !input->high) unknown.push_back(input->key);
      if (std::ranges::find(verdict.could_change, input->key) != verdict.could_change.end()) changing.push_back(input->key);
    }
    if (!changing.empty()) add(Message::provisional_change, {{"keys", joined(changing)}});
    if (!unknown.empty()) add(Message::provisional_unknown, {{"keys", joined(unknown)}});
  }
  document.add(Paragraph{text});
}

void add_rest(Document& document, const core::Calculation& calculation, const Extras& extras, const Format& format) {
  add_sheet(document, calculation, format);
  if (extras.explain) add_explanation(document, calculation, format);
  if (extras.ledger) add_ledger(document, calculation, format);
  add_grounds(document, calculation, format);
}

}  // namespace

Document calc_document(const core::Calculation& calculation, const Extras& extras, const Format& format) {
  const int decimals = decimals_of(calculation.basis().rounding.step);
  const auto money = [&](Total total) { return format.money(calculation[total]->rounded, decimals); };
  Document document;
  const Exact margin = calculation[Total::fair_tariff]->rounded - calculation[Total::cost_price]->rounded;
  document.add(Headline{say(Message::headline_calc, format.language(),
                            {{"fair_tariff", money(Total::fair_tariff)},
                             {"cost_price", money(Total::cost_price)},
                             {"margin", format.money(margin, decimals)}})});
  document.add(Paragraph{title_of(calculation, format)});
  add_rest(document, calculation, extras, format);
  return document;
}

Document check_document(const core::Calculation& calculation, const core::Verdict& verdict, const Extras& extras,
                        const Format& format) {
  const Language language = format.language();
  Document document;
  document.add(headline_of(calculation, verdict, format));
  document.add(Paragraph{title_of(calculation, format) + unit_sentence(verdict, format)});
  document.add(ruler(calculation, verdict.judgement, format));
  document.add(distance_table(calculation, verdict.judgement, format));
  if (verdict.subcontractor) {
    const Exact fee{calculation.subject.value(core::Key::subcontracting_fee)};
    document.add(Paragraph{say(Message::subcontractor_line, language,
                               {{"fee", format.shortest(fee)},
                                {"amount", format.money(verdict.subcontractor->per_hour)},
                                {"zone", label_of(verdict.subcontractor->zone, language)}})});
  }
  add_certainty(document, calculation, verdict, language);
  add_rest(document, calculation, extras, format);
  return document;
}

}  // namespace billijk::report
