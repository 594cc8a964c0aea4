#include <memory>

#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "report/calc/calc_json.hpp"

namespace billijk::cli {
namespace {

Exit calc(const CaseOptions& options, World& world) {
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const Forms forms{
      .document =
          [&](const report::Format& format) {
            return calc_document(*calculation, options.extras(), format);
          },
      .json =
          [&](report::Language language) {
            return calc_json(*calculation, world.program, language);
          },
      .csv = [&](report::Language language) { return calc_csv(*calculation, language); }};
  return give(world, options.output, forms, Exit::done);
}

}  // namespace

Command calc_command() {
  return {.name = "calc",
          .summary = report::Message::help_calc,
          .usage = "CASE",
          .example = "billijk calc preset:cases/hbh-2026",
          .bind = [](CLI::App& app, report::Language language) {
            const auto options = std::make_shared<CaseOptions>();
            add_case_options(app, *options, language);
            return [options](World& world) { return calc(*options, world); };
          }};
}

}  // namespace billijk::cli
