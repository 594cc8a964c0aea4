
#include "analysis/lever/pays_for.hpp"
#include "cli/options/command.hpp"
#include "cli/options/lever_option.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/tariff_options.hpp"
#include "report/lever/solve_report.hpp"

namespace billijk::cli {
namespace {

struct SolveArgs {
  CaseOptions subject;
  TariffOptions tariff;
  std::optional<std::string> key;
  std::string goal = "cost_price";
  std::optional<std::string> grid;
};

/// The step of the grid, with a decimal point or a decimal comma.
core::Checked<std::optional<core::Decimal>> read_grid(const SolveArgs& args) {
  if (!args.grid) return std::optional<core::Decimal>{};
  if (!args.key) {
    return core::refused(core::finding(core::Code::grid_without_key, {}, "--grid"));
  }
  const std::optional<core::Decimal> grid = read_number(*args.grid);
  if (!grid || *grid <= core::Decimal{})
    return core::refused(
        wrong_value("--grid", *args.grid, core::Phrase::number_above_zero, "--grid 0.1"));
  return grid;
}

core::Checked<std::vector<analysis::Solution>> find(const SolveArgs& args,
                                                    const core::Calculation& calculation,
                                                    const analysis::Question& question) {
  if (!args.key) return pays_for(calculation, question);
  const core::Checked<analysis::LeveredCase> subject = find_lever(calculation, *args.key);
  if (!subject) return tl::unexpected{subject.error()};
  return std::vector{solve(*subject, question)};
}

Exit solve_case(const SolveArgs& args, World& world) {
  CaseOptions options = args.subject;
  core::Diagnostics wrong = add_settings(args.tariff, options.key_options);
  const core::Checked<core::Total> goal = read_total("--goal", args.goal);
  const core::Checked<std::optional<core::Decimal>> grid = read_grid(args);
  if (!goal) wrong.insert(wrong.end(), goal.error().begin(), goal.error().end());
  if (!grid) wrong.insert(wrong.end(), grid.error().begin(), grid.error().end());
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const core::Checked<core::Tariff> tariff = tariff_of(*calculation, "solve", options.name);
  if (!tariff) return tell(world, tariff.error());
  if (const std::optional<core::Diagnostic> absent = absent_total(*calculation, "--goal", *goal))
    return tell(world, {*absent});
  const analysis::Question question{.goal = *goal, .tariff = *tariff, .grid = *grid};
  const core::Checked<std::vector<analysis::Solution>> solutions =
      find(args, *calculation, question);
  if (!solutions) return tell(world, solutions.error());
  tell_doubts(world, *calculation);
  const report::Solved solved{.calculation = *calculation,
                              .question = question,
                              .solutions = *solutions,
                              .one_key = args.key.has_value()};
  const Forms forms{
      .document = [&](const report::Format& format) { return solve_document(solved, format); },
      .sections =
          [&](report::Language language) {
            return solve_sections(solved, world.program, language);
          }};
  const bool nothing = solved.one_key && !solutions->front().is_in_range();
  return give(world, options.output, forms, nothing ? Exit::no_solution : Exit::done);
}

Options solve_options(SolveArgs& args) {
  return joined({tariff_options(args.tariff),
                 {{"--for", "KEY", report::Message::help_for, &args.key},
                  {"--goal", "BOUNDARY", report::Message::help_goal, &args.goal},
                  {"--grid", "STEP", report::Message::help_grid, &args.grid}},
                 plain_case_options(args.subject)});
}

}  // namespace

Command solve_command() {
  return {.name = "solve", .summary = report::Message::help_solve, .usage = "CASE", .bind = [] {
            return bound(solve_options, solve_case);
          }};
}

}  // namespace billijk::cli
