
#include <algorithm>

#include "analysis/lever/pays_for.hpp"
#include "cli/options/command.hpp"
#include "cli/options/tariff_options.hpp"
#include "report/calc/calc_sections.hpp"
#include "report/calc/check_many.hpp"

namespace billijk::cli {
namespace {

struct CheckArgs {
  CaseOptions subject;
  TariffListOptions tariffs;
};

Exit judged(World& world, const CaseOptions& options, const core::Calculation& calculation,
            const std::vector<core::Verdict>& verdicts) {
  core::Diagnostics warnings = report::told_once(verdicts);
  warnings.insert(warnings.end(), calculation.warnings.begin(), calculation.warnings.end());
  const bool fair = std::ranges::all_of(verdicts, report::is_fair_after_fee);
  return judged(world, options, warnings, fair ? Exit::done : Exit::finding);
}

Forms forms_of_one(World& world, const CaseOptions& options, const core::Calculation& calculation,
                   const core::Verdict& verdict) {
  return {.document =
              [&](const report::Format& format) {
                const std::vector<analysis::Solution> pays = analysis::pays_for(
                    calculation,
                    {.goal = core::Total::cost_price, .tariff = verdict.tariff, .grid = {}});
                return check_document(calculation, {.verdict = verdict, .pays_for = pays},
                                      options.extras(), format);
              },
          .sections =
              [&](report::Language language) {
                return check_sections(calculation, verdict, world.program, language);
              }};
}

Forms forms_of_many(World& world, const CaseOptions& options, const core::Calculation& calculation,
                    const std::vector<core::Verdict>& verdicts) {
  return {.document =
              [&](const report::Format& format) {
                return check_many_document(calculation, verdicts, options.extras(), format);
              },
          .sections =
              [&](report::Language language) {
                return check_many_sections(calculation, verdicts, world.program, language);
              }};
}

Exit check(const CheckArgs& args, World& world) {
  CaseOptions options = args.subject;
  const core::Checked<TariffList> tariffs = add_settings(args.tariffs, options.key_options);
  if (!tariffs) return tell(world, tariffs.error());
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const core::Checked<core::Tariff> tariff =
      tariff_of(*calculation, "billijk check " + options.name + " --tariff 38.50");
  if (!tariff) return tell(world, tariff.error());
  std::vector<core::Verdict> verdicts;
  for (const core::Decimal& amount :
       tariffs->amounts.empty() ? std::vector{tariff->value} : tariffs->amounts) {
    core::Checked<core::Verdict> verdict =
        give_verdict(*calculation, {.value = amount, .unit = tariff->unit});
    if (!verdict) return tell(world, verdict.error());
    // Among several amounts the place of one says nothing.
    for (core::Diagnostic& warning : verdict->warnings) {
      if (tariffs->is_list && warning.key == path_of(core::Key::tariff)) warning.at = {};
    }
    verdicts.push_back(std::move(*verdict));
  }
  const Forms forms = tariffs->is_list
                          ? forms_of_many(world, options, *calculation, verdicts)
                          : forms_of_one(world, options, *calculation, verdicts.front());
  return give(world, options.output, forms, judged(world, options, *calculation, verdicts));
}

Options check_options(CheckArgs& args) {
  return joined({tariff_options(args.tariffs), case_options(args.subject)});
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
