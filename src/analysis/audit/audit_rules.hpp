#pragma once

#include "analysis/audit/audit.hpp"

namespace billijk::analysis::rules {

// One function a rule of audit_rules.def; what each asks is said in billijk-audit(1), "Rules".
RuleAnswer wage_floor(const ContractView& contract, const AuditOptions& options);
RuleAnswer cost_price(const ContractView& contract, const AuditOptions& options);
RuleAnswer ceiling(const ContractView& contract, const AuditOptions& options);
RuleAnswer elements(const ContractView& contract, const AuditOptions& options);
RuleAnswer scale_step(const ContractView& contract, const AuditOptions& options);
RuleAnswer indexation(const ContractView& contract, const AuditOptions& options);
RuleAnswer index_basis(const ContractView& contract, const AuditOptions& options);
RuleAnswer subcontractor(const ContractView& contract, const AuditOptions& options);
RuleAnswer result_price(const ContractView& contract, const AuditOptions& options);
RuleAnswer norm_hours(const ContractView& contract, const AuditOptions& options);
RuleAnswer delivery(const ContractView& contract, const AuditOptions& options);
RuleAnswer sources(const ContractView& contract, const AuditOptions& options);
RuleAnswer freshness(const ContractView& contract, const AuditOptions& options);
RuleAnswer placeholders(const ContractView& contract, const AuditOptions& options);
RuleAnswer margin(const ContractView& contract, const AuditOptions& options);
RuleAnswer labour_share(const ContractView& contract, const AuditOptions& options);
RuleAnswer legal_minimum(const ContractView& contract, const AuditOptions& options);

/// The answer of a rule that lacks what these keys would say.
inline RuleAnswer unknown(std::vector<std::string> missing) {
  RuleAnswer answer;
  answer.answer = Answer::unknown;
  answer.keys = missing;
  answer.missing = std::move(missing);
  return answer;
}

inline RuleAnswer passed(Fact found, Fact required = {}) {
  RuleAnswer answer;
  answer.answer = Answer::pass;
  answer.found = std::move(found);
  answer.required = std::move(required);
  return answer;
}

inline RuleAnswer failed(Fact found, Fact required, Mend mend) {
  RuleAnswer answer;
  answer.answer = Answer::fail;
  answer.found = std::move(found);
  answer.required = std::move(required);
  answer.mend = std::move(mend);
  return answer;
}

/// An argument of a finding that is a text; empty where there is none of that name.
std::string text_argument(const core::Diagnostic& finding, std::string_view name);

/// Whether the contract rests on the figure: a minimum wage only where an hourly wage, which a row
/// may state, is below it.
bool binds(const ContractView& view, const core::UsedFigure& used);

/// What stands in the way of any figure: what presets or the case lack.
std::vector<std::string> lacking(const core::Diagnostics& troubles);

/// What a tariff per hour, or the boundary it is held to, lacks.
std::vector<std::string> lacking(const ContractView& contract);

}  // namespace billijk::analysis::rules
