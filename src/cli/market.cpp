#include "analysis/market/market.hpp"

#include "cli/options/command.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/tariff_options.hpp"
#include "core/number/utf8.hpp"
#include "report/market/market_report.hpp"
#include "report/market/market_sections.hpp"

namespace billijk::cli {
namespace {

struct MarketArgs {
  CaseOptions subject;
  TariffOptions tariff;
  std::string providers;
};

/// "1,2,5" as the list it is in a case.
core::Diagnostics add_providers(const std::string& text, std::vector<io::KeyOption>& settings) {
  if (text.empty()) return {};
  std::string list;
  core::Diagnostics errors;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string one{core::without_blanks(std::string_view{text}.substr(begin, end - begin))};
    const core::Checked<std::uint64_t> number =
        read_count({.option = "--providers",
                    .lowest = static_cast<std::uint64_t>(core::providers_facts.lowest),
                    .highest = static_cast<std::uint64_t>(core::providers_facts.highest),
                    .example = "1,2,5,10"},
                   one);
    if (!number) errors.insert(errors.end(), number.error().begin(), number.error().end());
    if (number) list += (list.empty() ? "" : ", ") + std::to_string(*number);
    begin = end + 1;
  }
  if (errors.empty()) settings.push_back({"--providers", "market.providers", '[' + list + ']'});
  return errors;
}

Exit market(const MarketArgs& args, World& world) {
  CaseOptions options = args.subject;
  core::Diagnostics wrong = add_settings(args.tariff, options.key_options);
  const core::Diagnostics of_list = add_providers(args.providers, options.key_options);
  wrong.insert(wrong.end(), of_list.begin(), of_list.end());
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation =
      compute(world, options, analysis::ready_for_market);
  if (!calculation) return tell(world, calculation.error());
  std::optional<core::Tariff> tariff;
  if (calculation->subject.number(core::Key::tariff)) {
    const core::Checked<core::Tariff> stated = tariff_of(*calculation, "market", options.name);
    if (!stated) return tell(world, stated.error());
    tariff = *stated;
  }
  const core::Checked<analysis::MarketResult> found = analysis::market(*calculation, tariff);
  if (!found) return tell(world, found.error());
  const core::TariffUnit unit = calculation->subject.choices.chosen<core::TariffUnit>();
  const report::Compared compared{
      .calculation = *calculation,
      .result = *found,
      .tariff = tariff,
      .provisional = provisional_inputs(*calculation, unit).size() + found->provisional};
  const Forms forms{
      .document = [&](const report::Format& format) { return market_document(compared, format); },
      .sections =
          [&](report::Language language) {
            return market_sections(compared, world.program, language);
          }};
  return give(world, options.output, forms,
              judged(world, options, found->warnings, found->sinks() ? Exit::finding : Exit::done));
}

Options market_options(MarketArgs& args) {
  return joined({tariff_options(args.tariff),
                 {{"--providers", "LIST", report::Message::help_providers, &args.providers},
                  {"--strict", {}, report::Message::help_strict_rails, &args.subject.strict}},
                 plain_case_options(args.subject)});
}

}  // namespace

Command market_command() {
  return {.name = "market", .summary = report::Message::help_market, .usage = "CASE", .bind = [] {
            return bound(market_options, market);
          }};
}

}  // namespace billijk::cli
