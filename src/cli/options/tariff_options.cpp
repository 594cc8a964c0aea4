#include "cli/options/tariff_options.hpp"

#include "cli/options/option_value.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {

void add_tariff_options(CLI::App& app, TariffOptions& options, report::Language language) {
  const auto help = [&](report::Message message) {
    return std::string{text_of(message, language)};
  };
  app.add_option("--tariff", options.amount, help(report::Message::help_tariff))
      ->type_name("AMOUNT");
  app.add_option("--unit", options.unit, help(report::Message::help_unit))->type_name("UNIT");
}

core::Diagnostics add_settings(const TariffOptions& options, std::vector<std::string>& settings) {
  if (options.amount) {
    const core::Checked<core::Decimal> amount = read_amount("--tariff", *options.amount);
    if (!amount) return amount.error();
    settings.push_back("contract.tariff=" + amount->text());
  }
  if (!options.unit) return {};
  constexpr auto& words = core::choice_words<core::TariffUnit>;
  const core::Checked<std::size_t> unit = read_word(
      {.option = "--unit", .words = {words.begin(), words.end()}, .example = "--unit month"},
      *options.unit);
  if (!unit) return unit.error();
  settings.push_back("contract.unit=" + *options.unit);
  return {};
}

core::Checked<core::Tariff> tariff_of(const core::Calculation& calculation,
                                      const std::string& example) {
  const core::Case& subject = calculation.subject;
  if (!subject.number(core::Key::tariff)) {
    return tl::unexpected{core::Diagnostics{{.code = core::Code::no_tariff,
                                             .at = {},
                                             .key = "contract.tariff",
                                             .arguments = {{"example", example}}}}};
  }
  const core::Tariff tariff{subject.value(core::Key::tariff),
                            subject.contract.unit.value_or(core::TariffUnit::hour)};
  if (const std::optional<core::Diagnostic> lacking = core::divisor_lacking(subject, tariff.unit)) {
    return tl::unexpected{core::Diagnostics{*lacking}};
  }
  return tariff;
}

}  // namespace billijk::cli
