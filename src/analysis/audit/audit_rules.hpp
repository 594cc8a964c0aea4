#pragma once

#include "analysis/audit/audit.hpp"

namespace billijk::analysis::rules {

// One function a rule of audit_rules.def; what each asks is said in billijk-audit(1), "Rules".
#define BILLIJK_RULE(id, ...) \
  RuleAnswer id(const ContractView& contract, const AuditOptions& options);
#include "analysis/audit/audit_rules.def"
#undef BILLIJK_RULE

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

/// An argument of a finding as it stands in data, a day or a number in the form of every language;
/// empty where there is none of that name.
std::string text_argument(const core::Diagnostic& finding, std::string_view name);

/// Whether the contract rests on the figure: a minimum wage only where an hourly wage, which a row
/// may state, is below it.
bool binds(const ContractView& view, const core::UsedFigure& used);

/// What stands in the way of any figure: what presets or the case lack.
std::vector<std::string> lacking(const core::Diagnostics& troubles);

/// What a tariff per hour, or the boundary it is held to, lacks.
std::vector<std::string> lacking(const ContractView& contract);

}  // namespace billijk::analysis::rules
