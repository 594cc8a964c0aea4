#include "report/calc/check_many.hpp"

#include <algorithm>

#include "report/calc/derived_table.hpp"
#include "report/calc/sheet_report.hpp"
#include "report/calc/unit_report.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;
using core::Verdict;
using core::Zone;

bool is_fair(const Verdict& verdict) { return verdict.judgement.zone == Zone::fair; }

Headline headline_of(const core::Calculation& calculation, const std::vector<Verdict>& verdicts,
                     const Format& format) {
  const auto fair = static_cast<std::size_t>(std::ranges::count_if(verdicts, is_fair));
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const auto money = [&](Total total) {
    return format.money(calculation[total]->rounded, decimals);
  };
  const auto after_fee =
      static_cast<std::size_t>(std::ranges::count_if(verdicts, is_fair_after_fee));
  const bool has_fee = verdicts.front().subcontractor.has_value();
  return {say(has_fee ? Message::headline_many_fee : Message::headline_many, format.language(),
              {{"cost_price", money(Total::cost_price)},
               {"ceiling", money(Total::ceiling)},
               {"fair", std::to_string(fair)},
               {"after_fee", std::to_string(after_fee)},
               {"count", std::to_string(verdicts.size())}}),
          after_fee == verdicts.size() ? Tone::good : Tone::bad};
}

std::string zone_of(const core::Judgement& judgement, Language language) {
  return word("summary_zone_" + std::string{key_of(judgement.zone)}, language);
}

Money tariff_cell(const Verdict& verdict) {
  return {Exact{verdict.tariff.value}, std::max(2, verdict.tariff.value.scale())};
}

/// A row for each tariff: where it lies, how sure that is, and how far from the cost price.
Table verdict_table(const core::Calculation& calculation, const std::vector<Verdict>& verdicts,
                    const Format& format) {
  const Language language = format.language();
  const Verdict& first = verdicts.front();
  const bool by_hour = first.tariff.unit == core::TariffUnit::hour;
  const bool in_a_year =
      first.judgement.distances[index_of(Total::cost_price)]->per_year.has_value();
  Table table;
  const auto column = [&](Message title, Align align) {
    table.columns.push_back({say(title, language), align});
  };
  table.columns.push_back({say(Message::column_tariff, language), Align::decimal});
  if (!by_hour) column(Message::column_amount, Align::decimal);
  column(Message::column_verdict, Align::left);
  if (calculation.has_ranges()) column(Message::column_certain, Align::left);
  column(Message::column_to_cost, Align::decimal);
  if (in_a_year) column(Message::column_year, Align::decimal);
  for (const Verdict& verdict : verdicts) {
    const core::Judgement& judgement = verdict.judgement;
    const core::Distance& distance = *judgement.distances[index_of(Total::cost_price)];
    Row row{{tariff_cell(verdict)}};
    if (!by_hour)
      row.cells.emplace_back(Money{judgement.per_hour, tariff_decimals(judgement.per_hour)});
    row.cells.emplace_back(zone_of(judgement, language));
    if (calculation.has_ranges()) {
      const bool low = verdict.is_certainly(core::Side::below, Total::cost_price);
      row.cells.emplace_back(say(verdict.certain ? Message::yes
                                 : low           ? Message::certainly_too_low
                                                 : Message::no,
                                 language));
    }
    row.cells.emplace_back(Number{distance.per_hour, visible_decimals(distance.per_hour, 2), true});
    if (in_a_year) {
      const Exact year = distance.per_hour * Exact{calculation.subject.value(core::Key::volume)};
      row.cells.emplace_back(Number{year, visible_decimals(year, 2), true});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What the fee leaves of each tariff, per hour.
Table fee_table(const std::vector<Verdict>& verdicts, Language language) {
  Table table{{{say(Message::column_tariff, language), Align::decimal},
               {say(Message::column_reaches, language), Align::decimal},
               {say(Message::column_verdict_on_that, language), Align::left}},
              {}};
  for (const Verdict& verdict : verdicts) {
    const core::Judgement& reaches = *verdict.subcontractor;
    table.rows.push_back(
        {{tariff_cell(verdict), Money{reaches.per_hour, tariff_decimals(reaches.per_hour)},
          zone_of(reaches, language)}});
  }
  return table;
}

}  // namespace

Document check_many_document(const core::Calculation& calculation,
                             const std::vector<Verdict>& verdicts, const Extras& extras,
                             const Format& format) {
  Document document;
  document.add(headline_of(calculation, verdicts, format));
  const core::Diagnostics of_tariffs = told_once(verdicts);
  add_opening(document, calculation, of_tariffs, format);
  document.add(verdict_table(calculation, verdicts, format));
  if (verdicts.front().subcontractor) document.add(fee_table(verdicts, format.language()));
  const core::TariffUnit unit = verdicts.front().tariff.unit;
  if (unit != core::TariffUnit::hour)
    add_unit_prices(document, unit_prices(calculation, unit, std::nullopt), format);
  const Reported reported{calculation, of_tariffs};
  add_doubts(document, reported, extras, format);
  add_sheet(document, calculation, format);
  add_derived(document, calculation, format);
  add_rest(document, reported, extras, format);
  return document;
}

bool is_fair_after_fee(const Verdict& verdict) {
  return is_fair(verdict) && (!verdict.subcontractor || verdict.subcontractor->zone == Zone::fair);
}

core::Diagnostics told_once(const std::vector<Verdict>& verdicts) {
  core::Diagnostics told;
  for (const Verdict& verdict : verdicts) {
    for (const core::Diagnostic& warning : verdict.warnings) {
      const bool is_told = std::ranges::any_of(told, [&](const core::Diagnostic& other) {
        return other.code == warning.code && other.key == warning.key;
      });
      if (!is_told) told.push_back(warning);
    }
  }
  return told;
}

}  // namespace billijk::report
