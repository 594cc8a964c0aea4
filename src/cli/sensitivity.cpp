
#include "cli/options/command.hpp"
#include "cli/options/lever_option.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/options.hpp"
#include "cli/options/sweep_option.hpp"
#include "report/lever/sensitivity_report.hpp"

namespace billijk::cli {
namespace {

using core::Exact;

struct SensitivityArgs {
  CaseOptions subject;
  std::string boundary = "cost_price";
  std::optional<std::string> by;
  std::vector<std::string> sweeps;
};

/// "10%", "10" or "7,5%" as a share.
core::Checked<std::optional<Exact>> read_by(const std::optional<std::string>& text) {
  if (!text) return std::optional<Exact>{};
  std::string number = *text;
  if (number.ends_with('%')) number.pop_back();
  while (number.ends_with(' ')) number.pop_back();
  const std::optional<core::Decimal> percent = read_number(number);
  if (percent && *percent > core::Decimal{} && *percent <= core::Decimal{100})
    return std::optional{Exact{*percent, 2}};
  return core::refused(wrong_value("--by", *text, core::Phrase::a_percentage, "--by 10%"));
}

Exit sensitivity(const SensitivityArgs& args, World& world) {
  core::Diagnostics wrong;
  const auto keep = [&](const auto& read) {
    if (!read) wrong.insert(wrong.end(), read.error().begin(), read.error().end());
  };
  const core::Checked<core::Total> boundary = read_total("--boundary", args.boundary);
  const core::Checked<std::optional<Exact>> by = read_by(args.by);
  keep(boundary);
  keep(by);
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation = compute(world, args.subject);
  if (!calculation) return tell(world, calculation.error());
  if (const std::optional<core::Diagnostic> absent =
          absent_total(*calculation, "--boundary", *boundary))
    return tell(world, {*absent});
  const core::Checked<std::vector<analysis::SweepAxis>> axes =
      read_sweeps(*calculation, args.sweeps);
  if (!axes) return tell(world, axes.error());
  tell_doubts(world, *calculation);
  const analysis::Sensitivity found = analysis::sensitivity_of(*calculation, *boundary, *by);
  const std::vector<analysis::SweepPoint> points =
      axes->empty() ? std::vector<analysis::SweepPoint>{} : analysis::sweep(*calculation, *axes);
  const report::Sensed sensed{.calculation = *calculation,
                              .sensitivity = found,
                              .by = *by,
                              .axes = *axes,
                              .points = points};
  const Forms forms{
      .document =
          [&](const report::Format& format) { return sensitivity_document(sensed, format); },
      .sections =
          [&](report::Language language) {
            return sensitivity_sections(sensed, world.program, language);
          }};
  return give(world, args.subject.output, forms, Exit::done);
}

Options sensitivity_options(SensitivityArgs& args) {
  return joined({{{"--boundary", "BOUNDARY", report::Message::help_boundary, &args.boundary},
                  {.names = "--by",
                   .type = "PERCENT",
                   .help = report::Message::help_by,
                   .into = &args.by,
                   .excludes = {"--sweep"}},
                  {"--sweep", "KEY=FROM:TO:STEP", report::Message::help_sweep, &args.sweeps},
                  year_option(args.subject)},
                 plain_case_options(args.subject)});
}

}  // namespace

Command sensitivity_command() {
  return {.name = "sensitivity",
          .summary = report::Message::help_sensitivity,
          .usage = "CASE",
          .bind = [] { return bound(sensitivity_options, sensitivity); }};
}

}  // namespace billijk::cli
