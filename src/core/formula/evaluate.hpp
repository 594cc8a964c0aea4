#pragma once

#include <cstddef>
#include <utility>

#include "core/formula/sheet.hpp"

namespace billijk::core {

/// A cost sheet: the lines as computed, indexation, and the boundaries of the verdict.
///
/// Hours, gross and labour, and lines a to f and b, are those of the first computation; margin and
/// totals those of the second, where the case's own euro figures are brought to the period.
template <class N>
struct Sheet {
  Pass<N> written;
  EurosPerHour<N> margin;
  EurosPerHour<N> indexation;
  Totals<N> totals;
};

/// The figures with every euro amount of the case itself times the index.
template <class N>
Numbers<N> indexed(const Numbers<N>& in, const Basis& basis, const N& factor) {
  Numbers<N> result = in;
  for (std::size_t i = 0; i < key_count; ++i) {
    if (facts_of(key_at(i)).priced) result.value[i] = result.value[i] * factor;
  }
  for (std::size_t i = 0; i < basis.own.size(); ++i) {
    if (basis.own[i].per) result.own[i] = result.own[i] * factor;
  }
  return result;
}

template <class N>
N index_factor_of(const Basis& basis) {
  return N{basis.index_factor};
}
template <>
inline Trace index_factor_of<Trace>(const Basis& basis) {
  return Trace::result("index_factor", basis.index_factor, Unit::none);
}
inline void begin_second_pass(Recorder<Trace>& record) { record.set_prefix("indexed."); }
inline void end_second_pass(Recorder<Trace>& record) { record.set_prefix(""); }
template <class N>
void begin_second_pass(Recorder<N>& /*record*/) {}
template <class N>
void end_second_pass(Recorder<N>& /*record*/) {}

/// The model, from resolved figures to every line and boundary; nothing is rounded that
/// [rounding] does not round as a line.
template <class N>
Trouble evaluate(const Numbers<N>& in, const Basis& basis, Recorder<N>& record, Sheet<N>& sheet) {
  const Settle<N> settle{basis, record};
  Trouble trouble = SheetBuilder<N>{in, settle, sheet.written}.build();
  if (trouble != Trouble::none) return trouble;
  Pass<N>& written = sheet.written;
  if (!basis.is_indexed()) {
    sheet.totals = written.totals;
    sheet.margin = written[Line::margin];
    sheet.indexation = EurosPerHour<N>{N{0}};
    written[Line::indexation] = sheet.indexation;
    return Trouble::none;
  }
  begin_second_pass(record);
  Pass<N> second;
  const Numbers<N> raised = indexed(in, basis, index_factor_of<N>(basis));
  trouble = SheetBuilder<N>{raised, settle, second}.build();
  end_second_pass(record);
  if (trouble != Trouble::none) return trouble;
  sheet.indexation =
      settle.named("indexation", second[Total::cost_price] - written[Total::cost_price]);
  sheet.totals = second.totals;
  sheet.margin = second[Line::margin];
  written[Line::indexation] = sheet.indexation;
  written[Line::margin] = sheet.margin;
  return Trouble::none;
}

/// The lines of a case by their place: built-in ones below line_count, own ones from there on.
using LineId = std::size_t;

/// Every line in the order of the model: own a, c, d, f before overhead, own b before indexation.
std::vector<LineId> line_order(const Basis& basis);

template <class N>
const EurosPerHour<N>& line_of(const Pass<N>& pass, LineId line) {
  return line < line_count ? pass.lines[line] : pass.own[line - line_count];
}
Element element_of(const Basis& basis, LineId line);
/// Whether the line is part of the wage floor: elements a, c, d but expenses too, and obligation
/// time.
bool in_wage_floor(const Basis& basis, LineId line);

}  // namespace billijk::core
