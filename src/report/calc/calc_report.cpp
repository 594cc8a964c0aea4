#include "report/calc/calc_report.hpp"

#include <algorithm>
#include <map>

#include "report/calc/derived_table.hpp"
#include "report/calc/explain.hpp"
#include "report/calc/ledger.hpp"
#include "report/calc/pays_for_table.hpp"
#include "report/calc/ruler.hpp"
#include "report/calc/sheet_report.hpp"
#include "report/words/case_title.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;
using core::Zone;

/// The boundary the headline measures against.
Total measured(Zone zone) {
  if (zone == Zone::below_wage_floor) return Total::wage_floor;
  return zone == Zone::above_ceiling ? Total::ceiling : Total::cost_price;
}

std::string money_shown(const Exact& value, const Format& format) {
  return format.money(value, visible_decimals(value, 2));
}

/// "€ 38.50 per hour", or per another unit with what that is per hour.
std::string tariff_stated(const core::Verdict& verdict, const Format& format) {
  const core::Tariff& tariff = verdict.tariff;
  const Exact& hourly = verdict.judgement.per_hour;
  std::string per_hour = format.money(hourly, tariff_decimals(hourly)) + ' ' +
                         say(Message::unit_hour, format.language());
  if (tariff.unit == core::TariffUnit::hour) return per_hour;
  return format.money(Exact{tariff.value}, std::max(2, tariff.value.scale())) + ' ' +
         label_of(tariff.unit, format.language()) + " (" + per_hour + ')';
}

/// What reaches the one who delivers the hour, and how far that is from the boundary it misses.
std::string subcontractor_sentence(const core::Calculation& calculation,
                                   const core::Judgement& judgement, const Format& format) {
  const Exact fee{calculation.subject.value(core::Key::subcontracting_fee)};
  const Total total = measured(judgement.zone);
  const Exact& distance = judgement.distances[index_of(total)]->per_hour;
  const Message message = judgement.zone == Zone::fair            ? Message::subcontractor_fair
                          : judgement.zone == Zone::above_ceiling ? Message::subcontractor_high
                                                                  : Message::subcontractor_low;
  return say(message, format.language(),
             {{"fee", format.shortest(fee)},
              {"amount", format.money(judgement.per_hour, tariff_decimals(judgement.per_hour))},
              {"distance", money_shown(core::abs(distance), format)},
              {"boundary", word("the_" + std::string{key_of(total)}, format.language())}});
}

Headline headline_of(const core::Calculation& calculation, const core::Verdict& verdict,
                     const Format& format) {
  const core::Judgement& judgement = verdict.judgement;
  const Total total = measured(judgement.zone);
  const std::optional<core::Distance>& distance = judgement.distances[index_of(total)];
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const Arguments arguments{
      {"tariff", tariff_stated(verdict, format)},
      {"distance", money_shown(core::abs(distance->per_hour), format)},
      {"boundary", format.money(calculation[total]->rounded, decimals)},
      {"ceiling", format.money(calculation[Total::ceiling]->rounded, decimals)}};
  const std::optional<Message> message =
      message_named("headline_" + std::string{key_of(judgement.zone)});
  Headline headline{say(*message, format.language(), arguments),
                    judgement.zone == Zone::fair ? Tone::good : Tone::bad};
  if (verdict.subcontractor) {
    headline.text += ' ' + subcontractor_sentence(calculation, *verdict.subcontractor, format);
    if (verdict.subcontractor->zone != Zone::fair) headline.tone = Tone::bad;
  }
  return headline;
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
  Table table;
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
    Row row{{label_of(total, language), Money{boundary->rounded, decimals}}};
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

/// "2026", or the two days.
std::string period_text(const core::Period& period, const Format& format) {
  const int year = core::year_of(period.from);
  using std::chrono::year_month_day;
  const bool whole = year_month_day{period.from} == std::chrono::year{year} / 1 / 1 &&
                     year_month_day{period.to} == std::chrono::year{year} / 12 / 31;
  if (whole) return std::to_string(year);
  return say(Message::term_days, format.language(),
             {{"from", format.date(period.from)}, {"to", format.date(period.to)}});
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
  document.add(Paragraph{
      say(message, format.language(),
          {{"period", period_text(subject.period, format)}, {"end", format.date(*contract.end)}})});
}

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
              {"keys", joined(floor->could_cross)}});
}

}  // namespace

std::string certainty_of(const core::Calculation& calculation, const core::Verdict& verdict,
                         const Format& format) {
  const Language language = format.language();
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
  } else if (verdict.could_change.empty()) {
    add(Message::uncertain_together);
  } else if (verdict.could_change == verdict.could_be_fair) {
    add(Message::uncertain_fair, {{"keys", joined(verdict.could_be_fair)}});
    text = say(Message::uncertain_prefix, language) + ' ' + text;
  } else {
    add(Message::uncertain_alone, {{"keys", joined(verdict.could_change)}});
    if (!verdict.could_be_fair.empty())
      add(Message::uncertain_fair, {{"keys", joined(verdict.could_be_fair)}});
  }
  if (!verdict.provisional.empty()) {
    add(Message::provisional, {{"count", std::to_string(verdict.provisional.size())}});
    std::vector<std::string> unknown;
    std::vector<std::string> changing;
    for (const std::size_t place : verdict.provisional) {
      const core::UsedInput& input = calculation.inputs.at(place);
      if (!input.low && !input.high) unknown.push_back(input.key);
      if (std::ranges::find(verdict.could_change, input.key) != verdict.could_change.end())
        changing.push_back(input.key);
    }
    if (!changing.empty()) add(Message::provisional_change, {{"keys", joined(changing)}});
    if (!unknown.empty()) add(Message::provisional_unknown, {{"keys", joined(unknown)}});
  }
  return text;
}

namespace {

void add_outruns(Document& document, const core::Calculation& calculation, const Format& format) {
  for (std::string& text :
       outrun_texts(calculation.resolution.outruns, calculation.subject.period, format))
    document.add(Paragraph{std::move(text)});
}

}  // namespace

void add_opening(Document& document, const core::Calculation& calculation,
                 const core::Diagnostics& of_tariff, const Format& format) {
  document.add(Paragraph{title_of(calculation, format)});
  add_rails(document, of_tariff, format.language());
  add_rails(document, calculation.warnings, format.language());
  add_outruns(document, calculation, format);
  add_term_beyond(document, calculation.subject, format);
}

void add_rest(Document& document, const Reported& reported, const Extras& extras,
              const Format& format) {
  if (extras.explain) add_explanation(document, reported, format);
  if (extras.ledger) add_ledger(document, reported, format);
  add_grounds(document, reported, format);
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
                          {{"preset", outrun.preset->name},
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
  document.add(Paragraph{title_of(calculation, format)});
  add_rails(document, calculation.warnings, format.language());
  add_outruns(document, calculation, format);
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
  add_opening(document, calculation, verdict.warnings, format);
  document.add(ruler(calculation, verdict.judgement, format.language()));
  document.add(distance_table(calculation, verdict.judgement, format));
  document.add(Paragraph{certainty_of(calculation, verdict, format)});
  const Reported reported{calculation, &verdict};
  add_derived(document, reported, format);
  if (!checkup.pays_for.empty())
    document.add(pays_for_table(calculation, checkup.pays_for, format));
  add_sheet(document, calculation, format);
  add_rest(document, reported, extras, format);
  return document;
}

}  // namespace billijk::report
