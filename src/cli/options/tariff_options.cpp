#include "cli/options/tariff_options.hpp"

#include "cli/options/option_value.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {

Options tariff_options(TariffOptions& options) {
  return {{"--tariff", "AMOUNT", report::Message::help_tariff, &options.amount},
          {"--unit", "UNIT", report::Message::help_unit, &options.unit}};
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
    return core::refused(
        core::finding(core::Code::no_tariff, {}, "contract.tariff", {{"example", example}}));
  }
  const core::Tariff tariff{subject.value(core::Key::tariff),
                            subject.contract.unit.value_or(core::TariffUnit::hour)};
  if (const std::optional<core::Diagnostic> lacking = core::divisor_lacking(subject, tariff.unit)) {
    return core::refused(*lacking);
  }
  return tariff;
}

}  // namespace billijk::cli
