
#include <algorithm>

#include "analysis/lever/pays_for.hpp"
#include "cli/options/command.hpp"
#include "cli/options/tariff_options.hpp"
#include "report/calc/calc_sections.hpp"
#include "report/calc/check_brief.hpp"
#include "report/calc/check_many.hpp"

namespace billijk::cli {
namespace {

struct CheckArgs {
  CaseOptions subject;
  TariffListOptions tariffs;
  bool brief = false;
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
                const report::Extras extras = extras_of(options, calculation);
                report::Document document = check_document(
                    calculation,
                    {.verdict = verdict,
                     .pays_for = pays,
                     .together = analysis::changes_together(calculation, verdict, extras.effects)},
                    extras, format);
                document.live =
                    live_of(options, calculation, extras.effects, "check", format.language());
                return document;
              },
          .sections =
              [&](report::Language language) {
                return check_sections(calculation, verdict, world.program, language);
              }};
}

Forms forms_of_brief(World& world, const core::Calculation& calculation,
                     const core::Verdict& verdict) {
  return {.document =
              [&](const report::Format& format) {
                const std::vector<analysis::Effect> effects =
                    analysis::sensitivity_of(calculation, core::Total::cost_price, std::nullopt)
                        .effects;
                return check_brief_document(
                    {.calculation = calculation,
                     .verdict = verdict,
                     .effects = effects,
                     .together = analysis::changes_together(calculation, verdict, effects)},
                    format);
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
                return check_many_document(calculation, verdicts, extras_of(options, calculation),
                                           format);
              },
          .sections =
              [&](report::Language language) {
                return check_many_sections(calculation, verdicts, world.program, language);
              }};
}

Exit check(const CheckArgs& args, World& world) {
  CaseOptions options = args.subject;
  if (args.brief) {
    const core::Checked<const report::Form*> form = form_of(options.output);
    if (!form) return tell(world, form.error());
    if ((*form)->of_sections != nullptr)
      return tell(world, {core::finding(core::Code::option_beside,
                                        {{"option", "--brief"},
                                         {"other", "--format " + std::string{(*form)->word}}})});
  }
  const core::Checked<TariffList> tariffs = add_settings(args.tariffs, options.key_options);
  if (!tariffs) return tell(world, tariffs.error());
  if (args.brief && tariffs->amounts.size() > 1)
    return tell(world, {core::finding(core::Code::brief_of_tariffs,
                                      {{"found", std::to_string(tariffs->amounts.size())}})});
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const core::Checked<core::Tariff> tariff = tariff_of(*calculation, "check", options.name);
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
  const Forms forms = tariffs->is_list && !args.brief
                          ? forms_of_many(world, options, *calculation, verdicts)
                      : args.brief ? forms_of_brief(world, *calculation, verdicts.front())
                                   : forms_of_one(world, options, *calculation, verdicts.front());
  return give(world, options.output, forms, judged(world, options, *calculation, verdicts));
}

Options check_options(CheckArgs& args) {
  return joined({tariff_options(args.tariffs),
                 {{.names = "--brief",
                   .type = {},
                   .help = report::Message::help_check_brief,
                   .into = &args.brief,
                   .excludes = {"--explain", "--rounding-ledger"}}},
                 case_options(args.subject)});
}

}  // namespace

Command check_command() {
  return {.name = "check", .summary = report::Message::help_check, .usage = "CASE", .bind = [] {
            return bound(check_options, check);
          }};
}

}  // namespace billijk::cli
