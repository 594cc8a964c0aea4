
#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "report/calc/calc_sections.hpp"

namespace billijk::cli {
namespace {

Exit calc(const CaseOptions& options, World& world) {
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const Forms forms{.document =
                        [&](const report::Format& format) {
                          return calc_document(*calculation, extras_of(options, *calculation),
                                               format);
                        },
                    .sections =
                        [&](report::Language language) {
                          return calc_sections(*calculation, world.program, language);
                        }};
  return give(world, options.output, forms,
              judged(world, options, calculation->warnings, Exit::done));
}

}  // namespace

Command calc_command() {
  return {.name = "calc", .summary = report::Message::help_calc, .usage = "CASE", .bind = [] {
            return bound(case_options, calc);
          }};
}

}  // namespace billijk::cli
