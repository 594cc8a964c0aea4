
#include "analysis/lever/pays_for.hpp"
#include "cli/options/command.hpp"
#include "cli/options/tariff_options.hpp"
#include "report/calc/calc_json.hpp"

namespace billijk::cli {
namespace {

using core::Zone;

struct CheckArgs {
  CaseOptions subject;
  TariffOptions tariff;
};

Exit check(const CheckArgs& args, World& world) {
  CaseOptions options = args.subject;
  const core::Diagnostics wrong = add_settings(args.tariff, options.settings);
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const core::Checked<core::Tariff> tariff =
      tariff_of(*calculation, "billijk check " + options.name + " --tariff 38.50");
  if (!tariff) return tell(world, tariff.error());
  const core::Checked<core::Verdict> verdict = give_verdict(*calculation, *tariff);
  if (!verdict) return tell(world, verdict.error());
  const bool fair = verdict->judgement.zone == Zone::fair &&
                    (!verdict->subcontractor || verdict->subcontractor->zone == Zone::fair);
  const Forms forms{
      .document =
          [&](const report::Format& format) {
            const std::vector<analysis::Solution> pays = analysis::pays_for(
                *calculation, {.goal = core::Total::cost_price, .tariff = *tariff, .grid = {}});
            return check_document(*calculation, {.verdict = *verdict, .pays_for = pays},
                                  options.extras(), format);
          },
      .json =
          [&](report::Language language) {
            return check_json(*calculation, *verdict, world.program, language);
          },
      .csv =
          [&](report::Language language) { return check_csv(*calculation, *verdict, language); }};
  core::Diagnostics warnings = verdict->warnings;
  warnings.insert(warnings.end(), calculation->warnings.begin(), calculation->warnings.end());
  return give(world, options.output, forms,
              judged(world, options, warnings, fair ? Exit::done : Exit::finding));
}

Options check_options(CheckArgs& args) {
  return joined({tariff_options(args.tariff), case_options(args.subject)});
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .summary = report::Message::help_check,
          .usage = "CASE",
          .example = "billijk check preset:cases/hbh-2026 --tariff 38.50",
          .bind = [] { return bound(check_options, check); }};
}

}  // namespace billijk::cli
