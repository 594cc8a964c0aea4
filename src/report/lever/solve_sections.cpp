#include "report/calc/pays_for_table.hpp"
#include "report/lever/solve_report.hpp"
#include "report/words/head.hpp"

namespace billijk::report {
namespace {

using core::Exact;

/// The step of the pay scale, and what wages are in the cost sheet.
Record wage_of(const Solved& solved, const analysis::Solution& solution) {
  const auto in_sheet = [&](const auto& wage) {
    return wage ? std::optional{analysis::sheet_wage(solved.calculation, Exact{*wage})}
                : std::nullopt;
  };
  const std::optional<Exact> paid = in_sheet(solution.value);
  const auto steps = paid ? analysis::steps_around(solved.calculation, *paid) : std::nullopt;
  return {{"step", text_or_absent(steps && steps->at_most ? steps->at_most->step : "")},
          {"own_in_sheet", in_sheet(solution.own)},
          {"value_in_sheet", paid}};
}

Record record_of(const Solved& solved, const analysis::Solution& solution) {
  Record record{{"key", solution.key},
                {"unit", text_or_absent(core::unit_name(solution.unit))},
                {"goal", key_of(solution.goal)},
                {"own", solution.own},
                {"value", solution.value},
                {"grid", solution.grid},
                {"in_range", solution.is_in_range()},
                {"found", key_of(solution.found)},
                {"side", solution.value ? solution.is_highest ? "highest" : "lowest" : Value{}},
                {"boundary", solution.boundary},
                {"beyond", solution.beyond},
                {"next_boundary", solution.next_boundary},
                {"tariff", solution.tariff},
                {"next_tariff", solution.next_tariff}};
  if (solution.key != path_of(core::Key::wage_hourly)) return record;
  append(record, wage_of(solved, solution));
  return record;
}

}  // namespace

Sections solve_sections(const Solved& solved, const Program& program, Language language) {
  Sections sections{
      .members = head_of("billijk/solve/1", program, solved.calculation.subject, language),
      .rows = {.header = {"key", "label", "unit", "goal", "own", "value", "grid", "in_range",
                          "found", "side", "boundary", "beyond", "next_boundary"},
               .records = {}}};
  const core::Total goal = solved.question.goal;
  sections.members.push_back({"goal", key_of(goal)});
  sections.members.push_back({"boundary", solved.calculation[goal]->rounded});
  sections.members.push_back({"tariff", tariff_of(solved.question.tariff, solved.per_hour())});
  sections.members.push_back(
      {"solutions", list_of(solved.solutions, [&](const analysis::Solution& solution) {
         Record record = record_of(solved, solution);
         sections.rows.add(record,
                           {{"label", label_of(solution, solved.calculation.ways(), language)}});
         return record;
       })});
  return sections;
}

}  // namespace billijk::report
