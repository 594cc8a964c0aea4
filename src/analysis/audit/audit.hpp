#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "analysis/audit/audit_rule.hpp"
#include "analysis/forecast/row_forecast.hpp"
#include "analysis/rows/row_model.hpp"
#include "core/calculation.hpp"

namespace billijk::analysis {

/// What was found or required: a figure in the rule's unit, words of a case file, or keys of one.
using Fact = std::variant<std::monostate, core::Exact, std::string, std::vector<std::string>>;

/// A figure in a sentence.
struct Quantity {
  core::Exact value;
  core::Unit unit = core::Unit::none;
};
/// A tariff in a sentence. Units: EUR per `unit`.
struct TariffAmount {
  core::Exact value;
  core::TariffUnit unit = core::TariffUnit::hour;
};

/// What would mend a rule: a message of the catalogue, without its "audit_mend_".
struct Mend {
  std::string_view message;
  std::vector<std::pair<std::string_view, std::variant<std::string, std::vector<std::string>,
                                                       Quantity, TariffAmount>>>
      arguments;
};

/// A rule's answer about one contract, and what it rests on.
struct RuleAnswer {
  Answer answer = Answer::not_applicable;
  Fact found;
  Fact required;
  std::optional<Mend> mend;          ///< of what failed
  std::vector<std::string> missing;  ///< of what is unknown: keys, "nl/minimum-wage 2014-01-01"
  std::vector<std::string> keys;     ///< of evidence: the inputs that make it weak
  std::vector<std::string> remarks;  ///< what is told and counts for nothing
  bool weightless = false;           ///< unknown because the cost price is given: it weighs nothing
};

/// The figures of a contract that rules compare. Units: EUR per hour.
struct ContractFigures {
  std::optional<core::Exact> tariff;                                     ///< not rounded
  std::array<std::optional<core::Exact>, core::total_count> boundaries;  ///< rounded
  std::optional<core::Exact> labour_percent;  ///< of the tariff, half_up to 2 decimals
  std::array<bool, 6> elements{};             ///< a to f: whether a line is not zero
  std::vector<std::string> unsourced;         ///< inputs that matter and have no source
  std::optional<core::Zone> zone;

  const std::optional<core::Exact>& operator[](core::Total total) const {
    return boundaries[index_of(total)];
  }
};

/// One contract as the rules see it. All it points to must outlive it.
struct ContractView {
  const core::Case& subject;
  const core::Contract& contract;
  const core::Presets& presets;
  const core::Calculation* calculation = nullptr;  ///< absent where nothing can be computed
  const core::Diagnostics& troubles;               ///< why
  std::span<const core::RowCell> cells;            ///< numbers of a row, in the place of the case's
  ContractFigures figures;
  std::optional<RowOutlook> outlook = {};          ///< over its years, where it was asked
  std::vector<std::string> missing_of_years = {};  ///< or why there is none

  /// Whether the case or the row states the number, and what it is.
  bool states(core::Key key) const;
  core::Decimal value(core::Key key) const;
  /// The same above zero, for what is divided by.
  std::optional<core::Exact> divisor(core::Key key) const;
};

/// Asks one rule.
RuleAnswer ask(Rule rule, const ContractView& contract, const AuditOptions& options);

/// One contract audited.
struct AuditedContract {
  std::string id;
  bool is_numbered = false;  ///< whether that is no more than the number of a row
  std::string municipality;
  std::string provider;
  std::string region;
  Standing standing = Standing::not_judged;
  std::optional<EvidenceGrade>
      evidence;              ///< absent where no rule of it was asked, or nothing computed
  bool provisional = false;  ///< whether what it rests on is not final
  core::Period period;
  std::vector<core::Outrun> outruns;  ///< presets its period runs past; they must outlive it
  ContractFigures figures;
  std::optional<core::TariffUnit> unit;  ///< absent where the contract could not be read
  std::optional<core::Exact> distance;   ///< tariff less cost price; EUR per hour, exact
  std::optional<core::Exact> volume;     ///< Units: hours per year
  std::optional<core::Exact>
      mending;  ///< where it is too low: the least tariff, in its own unit, that is not
  std::array<RuleAnswer, rule_count> rules;
  core::Diagnostics troubles;
  core::Diagnostics rails;  ///< figures that are probably not meant

  const RuleAnswer& operator[](Rule rule) const { return rules[index_of(rule)]; }
  /// What the tariff falls short of the cost price; nothing when either is absent, zero when it
  /// does not.
  std::optional<core::Exact> shortfall() const;
  /// The same times the volume, not rounded.
  std::optional<core::Exact> shortfall_year() const;
  /// In % of the cost price, not rounded; nothing when that is zero.
  std::optional<core::Exact> shortfall_share() const;
  /// The same half_up to 2 decimals.
  std::optional<core::Exact> shortfall_percent() const;
};

/// Where the answers put a contract (billijk-audit(1), "Classes").
Standing standing_of(const std::array<RuleAnswer, rule_count>& rules,
                     const ContractFigures& figures, const AuditOptions& options);

/// The rules that make the evidence of a contract weak: of evidence weight, not passed.
std::vector<Rule> weak_rules(const std::array<RuleAnswer, rule_count>& rules,
                             const AuditOptions& options);
/// Strong where there are none; nothing where no rule of evidence was asked.
std::optional<EvidenceGrade> evidence_of(const std::array<RuleAnswer, rule_count>& rules,
                                         const AuditOptions& options);

/// Whether an answer keeps a contract from being judged: of a red rule, unknown, and it counts.
bool keeps_from_judging(const RuleAnswer& answer, Weight weight);

/// A tariff per hour in the unit of a contract, to cents, up or down. Requires: the divisor is
/// stated.
std::optional<core::Exact> in_unit_of(const ContractView& contract, const core::Exact& per_hour,
                                      core::RoundingMode mode);

/// The least tariff per hour that passes wage-floor, cost-price and subcontractor.
std::optional<core::Exact> least_tariff(const ContractView& contract, const AuditOptions& options);

}  // namespace billijk::analysis
