
#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "cli/options/tariff_options.hpp"
#include "report/calc/calc_sections.hpp"

namespace billijk::cli {
namespace {

struct CalcArgs {
  CaseOptions subject;
  std::optional<std::string> unit;
};

Exit calc(const CalcArgs& args, World& world) {
  CaseOptions options = args.subject;
  const core::Diagnostics wrong =
      add_settings(TariffOptions{.amount = {}, .unit = args.unit}, options.key_options);
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  std::optional<core::TariffUnit> unit;
  if (args.unit) {
    unit = calculation->subject.choices.chosen<core::TariffUnit>();
    if (const auto lacking = divisor_lacking(calculation->subject, *unit))
      return tell(world, {*lacking});
  }
  const Forms forms{.document =
                        [&](const report::Format& format) {
                          report::Extras extras = extras_of(options, *calculation);
                          extras.unit = unit;
                          report::Document document = calc_document(*calculation, extras, format);
                          document.live = live_of(options, *calculation, extras.effects, "calc",
                                                  format.language());
                          return document;
                        },
                    .sections =
                        [&](report::Language language) {
                          return calc_sections(*calculation, unit, world.program, language);
                        }};
  return give(world, options.output, forms,
              judged(world, options, calculation->warnings, Exit::done));
}

Options calc_options(CalcArgs& args) {
  return joined({{{"--unit", "UNIT", report::Message::help_calc_unit, &args.unit}},
                 case_options(args.subject)});
}

}  // namespace

Command calc_command() {
  return {.name = "calc", .summary = report::Message::help_calc, .usage = "CASE", .bind = [] {
            return bound(calc_options, calc);
          }};
}

}  // namespace billijk::cli
