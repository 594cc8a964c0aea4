#include <algorithm>

#include "analysis/audit/audit_rules.hpp"
#include "analysis/audit/outlooks.hpp"

namespace billijk::analysis::rules {
namespace {

using core::Exact;
using core::Key;
using core::Total;

Mend mend_with_tariff(std::string_view message, const ContractView& contract, const Exact& per_hour,
                      core::RoundingMode mode) {
  const core::TariffUnit unit = contract.subject.choices.chosen<core::TariffUnit>();
  Mend mend{message, {}};
  if (const std::optional<Exact> tariff = in_unit_of(contract, per_hour, mode)) {
    mend.arguments.emplace_back("tariff", TariffAmount{*tariff, unit});
  }
  return mend;
}

/// Whether a price per hour reaches a boundary.
RuleAnswer reaches(const ContractView& contract, const std::optional<Exact>& price, Total total,
                   std::string_view mend) {
  const std::optional<Exact>& boundary = contract.figures[total];
  if (!price || !boundary) return unknown(lacking(contract));
  if (*price >= *boundary) return passed(*price, *boundary);
  return failed(*price, *boundary,
                mend_with_tariff(mend, contract, *boundary, core::RoundingMode::up));
}

Exact share_of_percent(const core::Decimal& percent) { return Exact{percent, 2}; }

/// Whether a file could not be read for what it is, so that no key of it is what lacks.
bool is_about_text(const core::Diagnostic& trouble) {
  switch (trouble.code) {
    case core::Code::syntax:
    case core::Code::decimal_comma:
    case core::Code::duplicate_key:
    case core::Code::not_closed:
    case core::Code::unknown_key:
    case core::Code::wrong_schema:
      return true;
    default:
      return false;
  }
}

std::string file_of(const core::Diagnostic& trouble) {
  return trouble.at.source == nullptr ? std::string{} : trouble.at.source->name;
}

}  // namespace

std::string text_argument(const core::Diagnostic& finding, std::string_view name) {
  struct Text {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(core::Date day) const { return core::iso(day); }
    std::string operator()(const Exact& number) const { return core::shortest(number); }
    std::string operator()(const core::EuroAmount& amount) const {
      return core::shortest(amount.value);
    }
    std::string operator()(core::Phrase /*phrase*/) const { return {}; }
    std::string operator()(const core::Subtraction& /*subtraction*/) const { return {}; }
    std::string operator()(core::SystemError /*error*/) const { return {}; }
  };
  const auto found = std::ranges::find(finding.arguments, name,
                                       [](const auto& one) { return std::string_view{one.first}; });
  return found == finding.arguments.end() ? std::string{} : std::visit(Text{}, found->second);
}

std::vector<std::string> lacking(const core::Diagnostics& troubles) {
  std::vector<std::string> result;
  for (const core::Diagnostic& trouble : troubles) {
    const auto argument = [&](std::string_view name) { return text_argument(trouble, name); };
    std::string what = trouble.key;
    if (is_about_text(trouble) || what.empty()) what = file_of(trouble);
    if (what.empty()) what = argument("file");
    if (what.empty()) what = name_of(trouble.code);
    if (trouble.code == core::Code::no_row_in_force)
      what = argument("preset") + ' ' + argument("day");
    if (trouble.code == core::Code::unknown_step)
      what = argument("preset") + " steps." + argument("step") + ' ' + argument("day");
    if (trouble.code == core::Code::index_missing)
      what = argument("preset") + ' ' + argument("figure") + ' ' + argument("year");
    if (std::ranges::find(result, what) == result.end()) result.push_back(std::move(what));
  }
  return result;
}

std::vector<std::string> lacking(const ContractView& contract) {
  std::vector<std::string> result = lacking(contract.troubles);
  const auto add = [&](Key key) {
    const std::string path{path_of(key)};
    if (std::ranges::find(result, path) == result.end()) result.push_back(path);
  };
  if (!contract.states(Key::tariff)) add(Key::tariff);
  const std::optional<Key> divisor =
      core::divisor_of(contract.subject.choices.chosen<core::TariffUnit>());
  if (divisor && !contract.divisor(*divisor)) add(*divisor);
  return result;
}

RuleAnswer wage_floor(const ContractView& contract, const AuditOptions& /*options*/) {
  return reaches(contract, contract.figures.tariff, Total::wage_floor, "wage_floor");
}

RuleAnswer cost_price(const ContractView& contract, const AuditOptions& /*options*/) {
  return reaches(contract, contract.figures.tariff, Total::cost_price, "cost_price");
}

RuleAnswer ceiling(const ContractView& contract, const AuditOptions& /*options*/) {
  const ContractFigures& figures = contract.figures;
  if (!figures.tariff || !figures[Total::ceiling]) return unknown(lacking(contract));
  const Exact& most = *figures[Total::ceiling];
  if (*figures.tariff <= most) return passed(*figures.tariff, most);
  return failed(*figures.tariff, most,
                mend_with_tariff("ceiling", contract, most, core::RoundingMode::down));
}

RuleAnswer subcontractor(const ContractView& contract, const AuditOptions& /*options*/) {
  if (!contract.states(Key::subcontracting_fee)) return {};
  const ContractFigures& figures = contract.figures;
  const Exact kept = share_of_percent(contract.value(Key::subcontracting_fee));
  std::optional<Exact> reaching;
  if (figures.tariff) reaching = *figures.tariff * (Exact{1} - kept);
  RuleAnswer answer = reaches(contract, reaching, Total::cost_price, "subcontractor");
  if (answer.answer != Answer::fail) return answer;
  const Exact& cost = *figures[Total::cost_price];
  if (*figures.tariff < cost) {
    // No fee helps below the cost price itself.
    answer.mend = Mend{"subcontractor_none", {}};
    if (kept < Exact{1})
      answer.mend = mend_with_tariff("subcontractor_tariff", contract, cost / (Exact{1} - kept),
                                     core::RoundingMode::up);
    return answer;
  }
  const Exact most = (Exact{1} - cost / *figures.tariff) * Exact{100};
  const core::Rounding hundredths{.step = core::Decimal::of(1, 2),
                                  .mode = core::RoundingMode::down,
                                  .at = core::RoundingAt::end};
  answer.mend->arguments.clear();
  answer.mend->arguments.emplace_back("fee",
                                      Quantity{core::round(most, hundredths), core::Unit::percent});
  return answer;
}

RuleAnswer result_price(const ContractView& contract, const AuditOptions& /*options*/) {
  const std::optional<Key> divisor =
      core::divisor_of(contract.subject.choices.chosen<core::TariffUnit>());
  if (!divisor) return {};
  if (!contract.divisor(*divisor)) {
    return failed(
        {},
        contract.figures[Total::cost_price] ? Fact{*contract.figures[Total::cost_price]} : Fact{},
        {"result_price_unstated", {{"key", std::string{path_of(*divisor)}}}});
  }
  return reaches(contract, contract.figures.tariff, Total::cost_price, "result_price");
}

RuleAnswer margin(const ContractView& contract, const AuditOptions& options) {
  const Exact margin = share_of_percent(contract.value(Key::margin_percent));
  const bool of_tariff =
      contract.subject.choices.chosen<core::MarginBase>() == core::MarginBase::tariff;
  const core::Decimal band =
      contract.states(Key::band_ceiling) ? contract.value(Key::band_ceiling) : core::Decimal{10};
  const Exact most{options[Rule::margin].threshold.value_or(band)};
  if (of_tariff && margin >= Exact{1}) return unknown({std::string{path_of(Key::margin_percent)}});
  const Exact found = (of_tariff ? margin / (Exact{1} - margin) : margin) * Exact{100};
  if (found <= most) return passed(found, most);
  return failed(found, most, {"margin", {{"percent", Quantity{most, core::Unit::percent}}}});
}

RuleAnswer holds_to_the_end(const ContractView& view, const AuditOptions& /*options*/) {
  if (!outlasts_its_year(view)) return {};
  if (!view.missing_of_years.empty()) return unknown(view.missing_of_years);
  if (!view.outlook) return unknown(lacking(view));
  const RowOutlook& outlook = *view.outlook;
  if (!outlook.sinks_in) return passed(outlook.per_hour, outlook.cost);
  const std::string year = std::to_string(*outlook.sinks_in);
  const Quantity shortfall{outlook.cost - outlook.per_hour, core::Unit::eur_per_hour};
  if (!outlook.least_start) {
    return failed(outlook.per_hour, outlook.cost,
                  {"holds_to_the_end_none", {{"year", year}, {"shortfall", shortfall}}});
  }
  const TariffAmount start{*outlook.least_start, view.subject.choices.chosen<core::TariffUnit>()};
  return failed(
      outlook.per_hour, outlook.cost,
      {"holds_to_the_end", {{"year", year}, {"shortfall", shortfall}, {"tariff", start}}});
}

RuleAnswer labour_share(const ContractView& contract, const AuditOptions& options) {
  const std::optional<core::Decimal>& least = options[Rule::labour_share].threshold;
  const std::optional<Exact>& found = contract.figures.labour_percent;
  if (!found) return unknown(lacking(contract));
  if (!least) {
    RuleAnswer answer;
    answer.found = *found;
    return answer;
  }
  if (*found >= Exact{*least}) return passed(*found, Exact{*least});
  return failed(*found, Exact{*least},
                {"labour_share", {{"percent", Quantity{Exact{*least}, core::Unit::percent}}}});
}

}  // namespace billijk::analysis::rules
