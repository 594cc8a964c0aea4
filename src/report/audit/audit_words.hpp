#pragma once

#include <string>
#include <string_view>

#include "analysis/audit/audit.hpp"
#include "report/format/format.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {

/// Who a contract is between: "Velsen, Zorg A"; empty where nobody is named.
template <class Contract>
std::string parties_of(const Contract& contract) {
  std::string parties;
  for (const std::string* party : {&contract.municipality, &contract.provider}) {
    if (!party->empty()) (parties += parties.empty() ? "" : ", ") += *party;
  }
  return parties;
}

/// The id; of what has none, its row in words of the language: "row 5", "rij 5".
template <class Contract>
std::string id_of(const Contract& contract, Language language) {
  if (!contract.is_numbered) return contract.id;
  return say(Message::audit_row_name, language,
             {{"row", contract.id.substr(contract.id.rfind(' ') + 1)}});
}

/// The parties with the id, where it is more than the number of a row: "Velsen, Zorg A (33)"; of a
/// path its last part.
template <class Contract>
std::string name_of(const Contract& contract, Language language) {
  std::string parties = parties_of(contract);
  if (parties.empty() || parties == contract.id) return id_of(contract, language);
  if (contract.is_numbered) return parties;
  return parties + " (" + contract.id.substr(contract.id.rfind('/') + 1) + ')';
}

/// What the rules of an audit say, in a language's own words and figures.
class AuditWords {
 public:
  AuditWords(const analysis::AuditOptions& options, const Format& format)
      : options_{options}, format_{format} {}

  Language language() const { return format_.language(); }
  analysis::Weight weight(analysis::Rule rule) const { return options_[rule].weight; }
  std::string question(analysis::Rule rule) const;
  /// Empty where no rule of law stands behind it.
  const std::string& reference(analysis::Rule rule) const;
  /// "loonvloer"; where one has to type it with its key: "loonvloer (wage-floor)".
  std::string name(analysis::Rule rule) const;
  std::string name_with_key(analysis::Rule rule) const;
  /// What people call the figures that lack, or that are weak.
  std::string figures(const std::vector<std::string>& keys) const;
  std::string figure(std::string_view told) const;
  std::string label(analysis::Answer answer) const {
    return labelled("audit_answer_", word_of(answer));
  }
  std::string label(analysis::EvidenceGrade grade) const {
    return labelled("audit_grade_", word_of(grade));
  }
  std::string label(analysis::Weight weight) const {
    return labelled("audit_weight_", word_of(weight));
  }
  std::string label(analysis::Standing standing) const {
    return labelled("audit_class_", word_of(standing));
  }
  /// "red: a red rule fails".
  std::string described(analysis::Standing standing) const;
  /// A fact in the rule's unit; empty for none.
  std::string text(const analysis::Fact& fact, analysis::Rule rule) const;
  /// The same where there is little room: the count of a list.
  std::string brief(const analysis::Fact& fact, analysis::Rule rule) const;
  std::string text(const analysis::Mend& mend) const;
  /// What is wrong with a contract, in half a sentence.
  std::string text(const core::Diagnostics& troubles) const;
  std::string text(const analysis::TariffAmount& tariff) const;
  std::string text(const analysis::Quantity& quantity) const;
  /// All that the answer says: found, required, missing, what would mend it.
  std::string evidence(analysis::Rule rule, const analysis::RuleAnswer& answer) const;
  /// What makes the evidence of a contract weak: "sources: hours.leave; freshness: hours.sickness".
  std::string weakness(const analysis::AuditedContract& contract) const;
  /// The grade of its evidence in a sentence, and why; empty where none was asked.
  std::string founded(const analysis::AuditedContract& contract) const;
  /// Rules that are not as they come, as sentences; empty when all are.
  std::string changes() const;

 private:
  std::string labelled(std::string_view prefix, std::string_view word) const;

  const analysis::AuditOptions& options_;
  const Format& format_;
};

}  // namespace billijk::report
