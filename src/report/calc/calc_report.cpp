#include "report/calc/calc_report.hpp"

#include <algorithm>
#include <map>

#include "report/calc/certainty.hpp"
#include "report/calc/derived_table.hpp"
#include "report/calc/explain.hpp"
#include "report/calc/grounds.hpp"
#include "report/calc/ledger.hpp"
#include "report/calc/pays_for_table.hpp"
#include "report/calc/ruler.hpp"
#include "report/calc/sheet_report.hpp"
#include "report/calc/unit_report.hpp"
#include "report/words/case_title.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;
using core::Zone;

Headline headline_of(const core::Calculation& calculation, const core::Verdict& verdict,
                     const Format& format) {
  const core::Judgement& judgement = verdict.judgement;
  const Total total = core::measured(judgement.zone);
  const std::optional<core::Distance>& distance = judgement.distances[index_of(total)];
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const Arguments arguments{
      {"tariff", tariff_stated(verdict.tariff, verdict.judgement.per_hour, format)},
      {"distance", money_shown(core::abs(distance->per_hour), format)},
      {"boundary", format.money(calculation[total]->rounded, decimals)},
      {"ceiling", format.money(calculation[Total::ceiling]->rounded, decimals)}};
  const std::optional<Message> message =
      message_named("headline_" + std::string{key_of(judgement.zone)});
  const bool fair = judgement.zone == Zone::fair &&
                    (!verdict.subcontractor || verdict.subcontractor->zone == Zone::fair);
  return {fact_of(calculation, verdict, format.language()) + ". " +
              say(*message, format.language(), arguments),
          fair                                    ? Tone::good
          : judgement.zone == Zone::above_ceiling ? Tone::high
                                                  : Tone::low};
}

/// What the distance the headline measures is in a year; empty where no volume is known, or where
/// a tariff is fair.
std::string year_sentence(const core::Calculation& calculation, const core::Verdict& verdict,
                          const Format& format) {
  const core::Judgement& judgement = verdict.judgement;
  const std::optional<core::Distance>& distance =
      judgement.distances[index_of(core::measured(judgement.zone))];
  if (judgement.zone == Zone::fair || !distance->per_year) return {};
  return say(Message::a_year_of_it, format.language(),
             {{"year", format.money(core::abs(*distance->per_year), 0)},
              {"volume", format.shortest(Exact{calculation.subject.value(core::Key::volume)})}});
}

/// In percent of the boundary, half_up to two decimals unless that would show nothing.
Cell percent_of(const core::Distance& distance, const Exact& boundary) {
  const Exact percent = distance.per_hour / boundary * Exact{100};
  return Percent{percent, visible_decimals(percent, 2)};
}

Table distance_table(const core::Calculation& calculation, const core::Judgement& judgement,
                     const Format& format) {
  const Language language = format.language();
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const bool ranges = calculation.has_ranges();
  const bool volume = judgement.distances[index_of(Total::cost_price)]->per_year.has_value();
  Table table{.role = "boundaries"};
  table.columns = {{say(Message::column_boundary, language), Align::left},
                   {say(Message::column_amount, language), Align::decimal}};
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
    Row row{.cells = {label_of(total, language), Money{boundary->rounded, decimals}},
            .key = std::string{key_of(total)}};
    if (ranges) {
      row.cells.emplace_back(Number{round(*boundary->low, calculation.ways().rounding), decimals});
      row.cells.emplace_back(Number{round(*boundary->high, calculation.ways().rounding), decimals});
    }
    row.cells.emplace_back(Number{distance.per_hour, visible_decimals(distance.per_hour, 2)});
    row.cells.push_back(distance.percent ? percent_of(distance, boundary->rounded) : Cell{});
    if (volume) {
      const Exact year = distance.per_hour * Exact{calculation.subject.value(core::Key::volume)};
      row.cells.emplace_back(Number{year, visible_decimals(year, 2)});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// "CAO wages", "social charges".
std::string figures_of(core::PresetKind kind, Language language) {
  return word("outrun_" + std::string{word_of(kind)}, language);
}

/// That a contract goes on after the days the verdict is about, and on which terms.
void add_term_beyond(Document& document, const core::Case& subject, const Format& format) {
  const core::Contract& contract = subject.contract;
  if (!contract.end || *contract.end <= subject.period.to) return;
  // Of a contract that has not begun it is said that the verdict is about other days.
  if (contract.start && *contract.start > subject.period.to) return;
  const std::optional<core::IndexClause>& clause = contract.indexation;
  const Message message = !clause        ? Message::term_beyond_silent
                          : clause->none ? Message::term_beyond_none
                                         : Message::term_beyond_indexed;
  std::string command = "billijk forecast";
  if (subject.file.find(' ') != std::string::npos) {
    command += " \"" + subject.file + '"';
  } else if (subject.file != "-") {
    command += ' ' + subject.file;
  }
  document.add(Paragraph{
      say(message, format.language(),
          {{"period", period_text(subject.period, format)}, {"end", format.date(*contract.end)}}) +
      ' ' + say(Message::term_beyond_forecast, format.language(), {{"command", command}})});
}

void add_outruns(Document& document, const core::Calculation& calculation, const Format& format) {
  for (std::string& text :
       outrun_texts(calculation.resolution.outruns, calculation.subject.period, format))
    document.add(Paragraph{std::move(text)});
}

}  // namespace

void add_opening(Document& document, const core::Calculation& calculation,
                 const core::Diagnostics& of_tariff, const Format& format) {
  add_outruns(document, calculation, format);
  add_term_beyond(document, calculation.subject, format);
  add_rails(document, of_tariff, format.language());
  add_rails(document, calculation.warnings, format.language());
  document.add(Paragraph{parties_of(calculation, format)});
}

void add_doubts(Document& document, const Reported& reported, const Extras& extras,
                const Format& format) {
  add_warnings(document, reported.warnings(), format.language());
  add_to_fill(document, reported.calculation, extras.effects, format);
}

void add_rest(Document& document, const Reported& reported, const Extras& extras,
              const Format& format) {
  if (extras.explain) add_explanation(document, reported, format);
  if (extras.ledger) add_ledger(document, reported, format);
  add_grounds(document, reported.calculation, format);
  add_sources(document, reported.calculation, format);
}

std::vector<std::string> outrun_texts(const std::vector<core::Outrun>& outruns,
                                      const core::Period& period, const Format& format) {
  const Language language = format.language();
  std::vector<std::string> texts;
  std::map<int, std::vector<std::string>> kinds;  // that end with a year
  for (const core::Outrun& outrun : outruns) {
    if (outrun.last_year) {
      kinds[*outrun.last_year].push_back(figures_of(outrun.preset->kind, language));
    } else {
      texts.push_back(say(Message::outrun_day, language,
                          {{"preset", text_of(outrun.preset->title, language)},
                           {"day", format.date(*outrun.confirmed_until)},
                           {"to", format.date(period.to)}}));
    }
  }
  for (const auto& [last, words] : kinds) {
    const std::string first = std::to_string(std::max(last + 1, core::year_of(period.from)));
    const std::string to = std::to_string(core::year_of(period.to));
    const std::string years =
        first == to ? first
                    : say(Message::outrun_years, language, {{"first", first}, {"last", to}});
    texts.push_back(say(
        Message::outrun_year, language,
        {{"years", years}, {"kinds", listed(words, language)}, {"last", std::to_string(last)}}));
  }
  return texts;
}

Document calc_document(const core::Calculation& calculation, const Extras& extras,
                       const Format& format) {
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const auto money = [&](Total total) {
    return format.money(calculation[total]->rounded, decimals);
  };
  Document document;
  const Exact margin =
      calculation[Total::fair_tariff]->rounded - calculation[Total::cost_price]->rounded;
  document.add(Headline{say(Message::headline_calc, format.language(),
                            {{"fair_tariff", money(Total::fair_tariff)},
                             {"cost_price", money(Total::cost_price)},
                             {"margin", format.money(margin, decimals)}})});
  add_outruns(document, calculation, format);
  add_rails(document, calculation.warnings, format.language());
  document.add(Paragraph{parties_of(calculation, format)});
  document.add(waterfall(calculation, nullptr, format));
  if (extras.unit)
    add_unit_prices(document, unit_prices(calculation, *extras.unit, std::nullopt), format);
  add_doubts(document, calculation, extras, format);
  add_sheet(document, calculation, format);
  add_derived(document, calculation, format);
  add_rest(document, calculation, extras, format);
  return document;
}

Document check_document(const core::Calculation& calculation, const Checkup& checkup,
                        const Extras& extras, const Format& format) {
  const core::Verdict& verdict = checkup.verdict;
  Document document;
  document.add(headline_of(calculation, verdict, format));
  if (const std::string year = year_sentence(calculation, verdict, format); !year.empty())
    document.add(Paragraph{.text = year, .role = "as-computed"});
  if (verdict.subcontractor)
    document.add(
        Paragraph{.text = subcontractor_sentence(calculation, *verdict.subcontractor, format),
                  .role = "as-computed"});
  add_opening(document, calculation, verdict.warnings, format);
  document.add(ruler(calculation, verdict.judgement, format));
  document.add(distance_table(calculation, verdict.judgement, format));
  document.add(Paragraph{.text = certainty_of(calculation, verdict, checkup.together, format),
                         .role = "certainty"});
  document.add(waterfall(calculation, &verdict, format));
  add_unit_prices(document, calculation, verdict, format);
  const Reported reported{calculation, &verdict};
  add_doubts(document, reported, extras, format);
  add_sheet(document, calculation, format);
  add_derived(document, reported, format);
  if (!checkup.pays_for.empty()) {
    document.add(pays_for_table(calculation, checkup.pays_for, format));
    if (checkup.pays_for.size() > 1)
      document.add(Paragraph{say(Message::pays_note, format.language())});
  }
  add_rest(document, reported, extras, format);
  return document;
}

}  // namespace billijk::report
