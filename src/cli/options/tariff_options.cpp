#include "cli/options/tariff_options.hpp"

#include <algorithm>

#include "cli/options/option_value.hpp"
#include "core/number/rounding.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {

Options tariff_options(TariffOptions& options) {
  return {{"--tariff", "AMOUNT", report::Message::help_tariff, &options.amount},
          {"--unit", "UNIT", report::Message::help_unit, &options.unit}};
}

Options tariff_options(TariffListOptions& options) {
  return {{"--tariff", "AMOUNT", report::Message::help_tariffs, &options.amounts},
          {"--unit", "UNIT", report::Message::help_unit, &options.unit}};
}

namespace {

constexpr std::size_t most_tariffs = 1000;

bool is_series(const std::string& text) { return text.find(':') != std::string::npos; }

/// Every amount of "38:44:0.50".
core::Checked<std::vector<core::Decimal>> read_series(const std::string& text) {
  std::vector<core::Exact> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(':', begin), text.size());
    const core::Checked<core::Decimal> part =
        read_amount("--tariff", text.substr(begin, end - begin));
    if (!part) return tl::unexpected{part.error()};
    parts.emplace_back(*part);
    begin = end + 1;
  }
  const auto refused = [&] {
    return core::refused(
        wrong_value("--tariff", text, core::Phrase::series_of_amounts, "--tariff 38:44:0.50"));
  };
  if (parts.size() != 3 || parts[2].sign() <= 0 || parts[1] < parts[0]) return refused();
  const mpz_class steps = core::floor_of((parts[1] - parts[0]) / parts[2]);
  if (steps >= mpz_class{static_cast<unsigned long>(most_tariffs)}) return refused();
  std::vector<core::Decimal> amounts;
  for (long step = 0; step <= steps.get_si(); ++step) {
    const core::Exact amount = parts[0] + parts[2] * core::Exact{static_cast<int>(step)};
    amounts.push_back(*core::parse_decimal(core::shortest(amount)).value);
  }
  return amounts;
}

core::Checked<std::vector<core::Decimal>> read_amounts(const std::vector<std::string>& texts) {
  std::vector<core::Decimal> amounts;
  core::Diagnostics errors;
  const auto take = [&](core::Checked<std::vector<core::Decimal>> read) {
    if (!read) {
      errors.insert(errors.end(), read.error().begin(), read.error().end());
      return;
    }
    for (const core::Decimal& amount : *read) {
      // The same amount twice is one tariff.
      if (std::ranges::find(amounts, amount) == amounts.end()) amounts.push_back(amount);
    }
  };
  for (const std::string& text : texts) {
    if (is_series(text)) {
      take(read_series(text));
    } else {
      take(read_amount("--tariff", text).map([](const core::Decimal& amount) {
        return std::vector{amount};
      }));
    }
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return amounts;
}

}  // namespace

core::Checked<TariffList> add_settings(const TariffListOptions& options,
                                       std::vector<io::KeyOption>& settings) {
  core::Checked<std::vector<core::Decimal>> amounts = read_amounts(options.amounts);
  core::Diagnostics errors = amounts ? core::Diagnostics{} : amounts.error();
  if (amounts && !amounts->empty())
    settings.push_back({"--tariff", "contract.tariff", amounts->front().text()});
  const core::Diagnostics of_unit =
      add_settings(TariffOptions{.amount = {}, .unit = options.unit}, settings);
  errors.insert(errors.end(), of_unit.begin(), of_unit.end());
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  const bool is_list = options.amounts.size() > 1 ||
                       (options.amounts.size() == 1 && is_series(options.amounts.front()));
  return TariffList{.amounts = std::move(*amounts), .is_list = is_list};
}

core::Diagnostics add_settings(const TariffOptions& options, std::vector<io::KeyOption>& settings) {
  if (options.amount) {
    const core::Checked<core::Decimal> amount = read_amount("--tariff", *options.amount);
    if (!amount) return amount.error();
    settings.push_back({"--tariff", "contract.tariff", amount->text()});
  }
  if (!options.unit) return {};
  constexpr auto& words = core::choice_words<core::TariffUnit>;
  const core::Checked<std::size_t> unit = read_word(
      {.option = "--unit", .words = {words.begin(), words.end()}, .example = "--unit month"},
      *options.unit);
  if (!unit) return unit.error();
  settings.push_back({"--unit", "contract.unit", *options.unit});
  return {};
}

core::Checked<core::Tariff> tariff_of(const core::Calculation& calculation,
                                      std::string_view command, const std::string& name) {
  const core::Case& subject = calculation.subject;
  if (!subject.number(core::Key::tariff)) {
    return core::refused(core::finding(core::Code::no_tariff, {}, "contract.tariff",
                                       {{"command", std::string{command}},
                                        {"case", name},
                                        {"example", core::Phrase::example_tariff_of_case}}));
  }
  const core::Tariff tariff{subject.value(core::Key::tariff),
                            subject.choices.chosen<core::TariffUnit>()};
  if (const std::optional<core::Diagnostic> lacking = core::divisor_lacking(subject, tariff.unit)) {
    return core::refused(*lacking);
  }
  return tariff;
}

}  // namespace billijk::cli
