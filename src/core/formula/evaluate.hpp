#pragma once

#include <algorithm>
#include <cstddef>

#include "core/formula/sheet.hpp"

namespace billijk::core {

/// A cost sheet: the lines as computed, indexation, and the boundaries of the verdict.
///
/// Hours, gross and labour, and lines a to f and b, are those of the first computation; margin and
/// totals those of the second, where the case's own euro figures are brought to the period.
template <class N>
struct Sheet {
  Pass<N> first;
  EurosPerBillableHour<N> margin;
  EurosPerBillableHour<N> indexation;
  Totals<N> totals;
};

/// The same sheet in numbers of type N, each as `value_of` makes it.
template <class N, class From, class ValueOf>
Sheet<N> sheet_by(const Sheet<From>& sheet, const ValueOf& value_of) {
  const auto of = [&]<int E, int P, int B>(const Quantity<From, E, P, B>& quantity) {
    return Quantity<N, E, P, B>{value_of(quantity.number())};
  };
  const auto all = [&](const auto& from, auto& to) {
    for (std::size_t i = 0; i < from.size(); ++i) to[i] = of(from[i]);
  };
  const Labour<From>& pay = sheet.first.labour;
  const YearHours<From>& year = sheet.first.hours;
  Sheet<N> result;
  result.first.labour = {of(pay.wage),           of(pay.irregular_hours), of(pay.holiday_allowance),
                         of(pay.year_end_bonus), of(pay.social),          of(pay.pension),
                         of(pay.gross),          of(pay.labour)};
  result.first.hours = {
#define BILLIJK_HOURS(id, sign) of(year.id),
#include "core/formula/hours.def"
#undef BILLIJK_HOURS
      of(year.attendance), of(year.travel), of(year.billable), of(year.travel_share)};
  result.first.own.resize(sheet.first.own.size());
  all(sheet.first.lines, result.first.lines);
  all(sheet.first.own, result.first.own);
  all(sheet.first.totals, result.first.totals);
  all(sheet.totals, result.totals);
  result.margin = of(sheet.margin);
  result.indexation = of(sheet.indexation);
  return result;
}

/// The figures with every euro amount of the case itself times the index.
template <class N>
Numbers<N> indexed(const Numbers<N>& in, const Ways& ways, const N& factor) {
  Numbers<N> result = in;
  for (std::size_t i = 0; i < key_count; ++i) {
    if (facts_of(key_at(i)).priced) result.value[i] = result.value[i] * factor;
  }
  for (std::size_t i = 0; i < ways.own.size(); ++i) {
    if (ways.own[i].per) result.own[i] = result.own[i] * factor;
  }
  for (WageSpan<N>& span : result.wages) {
    for (const std::size_t place : ways.own_wages) span.steps[place] = span.steps[place] * factor;
  }
  return result;
}

/// A figure by what it has grown, which where it has not is no step of a formula.
template <class N>
N times(const N& figure, const Exact& factor) {
  return factor == Exact{1} ? figure : figure * N{factor};
}

/// The figures of a later year: the case's own, its volume, and those of presets carried on.
template <class N>
Numbers<N> grown_by(const Numbers<N>& in, const Ways& ways, const Grown& grown) {
  Numbers<N> result = in;
  for (std::size_t i = 0; i < key_count; ++i) {
    if (facts_of(key_at(i)).priced) result.value[i] = times(in.value[i], grown.prices);
  }
  result[Key::volume] = times(in[Key::volume], grown.volume);
  for (std::size_t i = 0; i < ways.own.size(); ++i) {
    if (ways.own[i].per) result.own[i] = times(in.own[i], grown.prices);
  }
  for (std::size_t i = 0; i < result.wages.size(); ++i) {
    WageSpan<N>& span = result.wages[i];
    const Grown::Wages& by = grown.wages[i];
    for (std::size_t step = 0; step < span.steps.size(); ++step) {
      const bool own = std::ranges::find(ways.own_wages, step) != ways.own_wages.end();
      span.steps[step] = times(span.steps[step], own ? by.own : by.scale);
    }
    if (ways.hourly) span.hourly = times(in[Key::wage_hourly], by.own);
    if (span.minimum) span.minimum = times(*span.minimum, by.minimum);
  }
  for (std::size_t i = 0; i < result.charges.size(); ++i) {
    ChargeSpan<N>& span = result.charges[i];
    const Grown::Charges& by = grown.charges[i];
    span.max_wage = times(span.max_wage, by.social);
    span.franchise = times(span.franchise, by.pension);
    span.ap_franchise = times(span.ap_franchise, by.pension);
  }
  return result;
}

/// The index of a case, a constant but where a formula knows how it came about.
template <class N>
N index_factor_of(const Ways& ways, const Recorder<N>& /*record*/) {
  return N{ways.index_factor};
}
inline Symbol index_factor_of(const Ways& /*ways*/, const Recorder<Symbol>& record) {
  return record.known("index_factor");
}

/// The model at the figures of the year itself.
template <class N>
Trouble evaluate_year(const Numbers<N>& in, const Ways& ways, Recorder<N>& record,
                      Sheet<N>& sheet) {
  const Namer<N> namer{ways, record};
  Trouble trouble = SheetBuilder<N>{in, namer, sheet.first}.build();
  if (trouble != Trouble::none) return trouble;
  Pass<N>& first = sheet.first;
  if (!ways.is_indexed()) {
    sheet.totals = first.totals;
    sheet.margin = first[Line::margin];
    sheet.indexation = EurosPerBillableHour<N>{N{0}};
    first[Line::indexation] = sheet.indexation;
    return Trouble::none;
  }
  record.set_prefix("indexed.");
  Pass<N> second;
  const Numbers<N> raised = indexed(in, ways, index_factor_of(ways, record));
  trouble = SheetBuilder<N>{raised, namer, second}.build();
  record.set_prefix("");
  if (trouble != Trouble::none) return trouble;
  sheet.indexation =
      namer.named("indexation", second[Total::cost_price] - first[Total::cost_price]);
  sheet.totals = second.totals;
  sheet.margin = second[Line::margin];
  first[Line::indexation] = sheet.indexation;
  first[Line::margin] = sheet.margin;
  return Trouble::none;
}

/// The model, from resolved figures to every line and boundary; nothing is rounded that
/// [rounding] does not round as a line.
template <class N>
Trouble evaluate(const Numbers<N>& in, const Ways& ways, Recorder<N>& record, Sheet<N>& sheet) {
  if (!ways.grown) return evaluate_year(in, ways, record, sheet);
  return evaluate_year(grown_by(in, ways, *ways.grown), ways, record, sheet);
}

/// The lines of a case by their place: built-in ones below line_count, own ones from there on.
using LineId = std::size_t;

/// Every line in the order of the model: own a, c, d, f before overhead, own b before indexation.
std::vector<LineId> line_order(const Ways& ways);

template <class N>
const EurosPerBillableHour<N>& line_of(const Pass<N>& pass, LineId line) {
  return line < line_count ? pass.lines[line] : pass.own[line - line_count];
}
Element element_of(const Ways& ways, LineId line);
/// Whether the line is part of the wage floor: elements a, c, d but expenses too, and obligation
/// time.
bool in_wage_floor(const Ways& ways, LineId line);

}  // namespace billijk::core
