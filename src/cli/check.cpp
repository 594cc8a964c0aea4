#include <memory>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "io/nearest.hpp"
#include "report/calc_json.hpp"

namespace billijk::cli {
namespace {

using core::Zone;

struct Args {
  CaseOptions subject;
  std::optional<std::string> tariff;
  std::optional<std::string> unit;
};

/// The tariff and unit of the command line as settings of the case: the nearest of all.
core::Diagnostics add_tariff(const Args& args, std::vector<std::string>& settings) {
  if (args.tariff) {
    const core::Checked<core::Decimal> amount = read_amount("--tariff", *args.tariff);
    if (!amount) return amount.error();
    settings.push_back("contract.tariff=" + amount->text());
  }
  if (!args.unit) return {};
  if (core::choice_of<core::TariffUnit>(*args.unit)) {
    settings.push_back("contract.unit=" + *args.unit);
    return {};
  }
  constexpr auto& words = core::choice_words<core::TariffUnit>;
  std::string allowed;
  for (const std::string_view word : words) allowed += (allowed.empty() ? "" : ", ") + std::string{word};
  core::Diagnostic wrong{.code = core::Code::option_value,
                         .at = {},
                         .key = "--unit",
                         .arguments = {{"option", "--unit"}, {"found", *args.unit}, {"allowed", allowed}, {"example", "--unit month"}}};
  const std::string near = io::nearest(*args.unit, {words.begin(), words.end()});
  if (!near.empty()) wrong.arguments.emplace_back("nearest", near);
  return {std::move(wrong)};
}

Exit check(const Args& args, World& world) {
  CaseOptions options = args.subject;
  core::Diagnostics wrong = add_tariff(args, options.settings);
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const core::Case& subject = calculation->subject;
  if (!subject.number(core::Key::tariff)) {
    return tell(world, {{.code = core::Code::no_tariff,
                         .at = {},
                         .key = "contract.tariff",
                         .arguments = {{"example", "billijk check " + options.name + " --tariff 38.50"}}}});
  }
  const core::Tariff tariff{subject.value(core::Key::tariff), subject.contract.unit.value_or(core::TariffUnit::hour)};
  const core::Checked<core::Verdict> verdict = give_verdict(*calculation, tariff);
  if (!verdict) return tell(world, verdict.error());
  const bool fair = verdict->judgement.zone == Zone::fair &&
                    (!verdict->subcontractor || verdict->subcontractor->zone == Zone::fair);
  const Forms forms{
      .document = [&](const report::Format& format) { return check_document(*calculation, *verdict, options.extras(), format); },
      .json = [&](report::Language language) { return check_json(*calculation, *verdict, world.program, language); },
      .csv = [&](report::Language language) { return check_csv(*calculation, *verdict, language); }};
  return give(world, options.output, forms, fair ? Exit::done : Exit::finding);
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .summary = report::Message::help_check,
          .usage = "CASE",
          .example = "billijk check preset:cases/hbh-2026 --tariff 38.50",
          .bind = [](CLI::App& app, report::Language language) {
            const auto args = std::make_shared<Args>();
            app.add_option("--tariff", args->tariff, std::string{text_of(report::Message::help_tariff, language)})->type_name("AMOUNT");
            app.add_option("--unit", args->unit, std::string{text_of(report::Message::help_unit, language)})->type_name("UNIT");
            add_case_options(app, args->subject, language);
            return [args](World& world) { return check(*args, world); };
          }};
}

}  // namespace billijk::cli
