#include "report/calc/pays_for_table.hpp"
#include "report/lever/solve_report.hpp"
#include "report/words/json_head.hpp"

namespace billijk::report {
namespace {

using core::Exact;

void write(JsonWriter& json, const Solved& solved, const analysis::Solution& solution) {
  json.begin_object();
  json.member("key", solution.key);
  json.member_or_null("unit", std::string{core::unit_name(solution.unit)});
  json.member("goal", key_of(solution.goal));
  json.member("own", solution.own);
  json.member("value", solution.value);
  json.member("grid", solution.grid);
  json.member("in_range", solution.is_in_range());
  json.member("found", key_of(solution.found));
  json.member_or_null("side", solution.value ? solution.is_highest ? "highest" : "lowest" : "");
  json.member("boundary", solution.boundary);
  json.member("beyond", solution.beyond);
  json.member("next_boundary", solution.next_boundary);
  json.member("tariff", solution.tariff);
  json.member("next_tariff", solution.next_tariff);
  if (solution.key == path_of(core::Key::wage_hourly)) {
    const auto in_sheet = [&](const auto& wage) {
      return wage ? std::optional{analysis::sheet_wage(solved.calculation, Exact{*wage})}
                  : std::nullopt;
    };
    const std::optional<Exact> paid = in_sheet(solution.value);
    const auto steps = paid ? analysis::steps_around(solved.calculation, *paid) : std::nullopt;
    json.member_or_null("step", steps && steps->at_most ? steps->at_most->step : "");
    json.member("own_in_sheet", in_sheet(solution.own));
    json.member("value_in_sheet", paid);
  }
  json.end_object();
}

}  // namespace

std::string solve_json(const Solved& solved, const Program& program) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "billijk/solve/1");
  write_program_and_case(json, program, solved.calculation.subject);
  json.member("goal", key_of(solved.question.goal));
  json.member("boundary", solved.calculation[solved.question.goal]->rounded);
  write_tariff(json, solved.question.tariff, solved.per_hour());
  json.key("solutions");
  json.begin_array();
  for (const analysis::Solution& solution : solved.solutions) write(json, solved, solution);
  json.end_array();
  json.end_object();
  return json.take();
}

CsvTable solve_csv(const Solved& solved, Language language) {
  CsvTable table;
  table.header = {"key",      "label", "unit", "goal",     "own",    "value",        "grid",
                  "in_range", "found", "side", "boundary", "beyond", "next_boundary"};
  for (const analysis::Solution& solution : solved.solutions) {
    const std::string side = solution.value ? solution.is_highest ? "highest" : "lowest" : "";
    table.records.push_back(
        {solution.key, label_of(solution, solved.calculation.ways(), language),
         std::string{core::unit_name(solution.unit)}, std::string{key_of(solution.goal)},
         field_of(solution.own), field_of(solution.value), Exact{solution.grid},
         solution.is_in_range() ? "true" : "false", std::string{key_of(solution.found)}, side,
         field_of(solution.boundary), field_of(solution.beyond), field_of(solution.next_boundary)});
  }
  return table;
}

}  // namespace billijk::report
