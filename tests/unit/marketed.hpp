#pragma once

#include "analysis/market/market.hpp"
#include "unit/presets.hpp"

namespace billijk::tests {

/// The round case as a market of 12000 hours a year, in which a contract costs a provider 10000 and
/// the municipality 600 a year, and 1200 whatever their number.
///
/// With n providers an hour costs 40.50 + 10000 x 1.20 / (12000 / n) = 40.50 + n.
inline const std::string contract_costs =
    "volume = 12000\nprovider_contract = 10000\nmunicipality_contract = 600\n"
    "municipality_fixed = 1200\nproviders = [1, 2, 5]";
inline CaseText marketable(const std::string& more = "", const std::string& contract = "") {
  CaseText text = CaseText{}.with("market", contract_costs + '\n' + more);
  return contract.empty() ? text : text.with("contract", contract);
}

/// The market of a case at the tariff of its contract, or what stands in its way.
struct Marketed {
  explicit Marketed(const CaseText& text) : subject{made_ready(text)} {
    const core::Case& stated = subject->subject;
    if (const std::optional<core::Input>& amount = stated.number(core::Key::tariff))
      tariff = {.value = amount->value, .unit = stated.choices.chosen<core::TariffUnit>()};
    result = analysis::market(*subject, tariff);
  }
  const analysis::MarketResult& operator*() const {
    if (!result) throw std::runtime_error{summary(result.error())};
    return *result;
  }
  const analysis::MarketResult* operator->() const { return &**this; }
  core::Diagnostics errors() const { return result ? core::Diagnostics{} : result.error(); }

  Computed subject;
  std::optional<core::Tariff> tariff;
  core::Checked<analysis::MarketResult> result;

 private:
  static Computed made_ready(const CaseText& text) {
    core::Checked<io::LoadedCase> loaded = load(text.text());
    if (!loaded) throw std::runtime_error{summary(loaded.error())};
    const core::Diagnostics wrong = analysis::ready_for_market(loaded->subject);
    if (!wrong.empty()) throw std::runtime_error{summary(wrong)};
    return compute(std::move(*loaded));
  }
};

}  // namespace billijk::tests
