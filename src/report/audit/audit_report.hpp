#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/audit/audit_summary.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// A preset an audit used, as its report names it.
struct AuditPreset {
  std::string name;
  core::Text title;
  std::string sha256;  ///< of its bytes, in hexadecimal
  bool built_in = true;
  std::optional<core::Date>
      checked;  ///< the last day a row that was used was compared with its source
};

struct AuditPage;

/// A whole audit, ready to be reported.
struct Audit {
  const analysis::AuditOptions& options;
  const analysis::AuditSummary& summary;
  const std::vector<AuditPreset>& presets;
  const std::vector<analysis::AuditedContract>&
      details;                               ///< contracts shown one by one; may be empty
  const std::vector<std::string>& settings;  ///< of --set
  std::size_t shown = 20;                    ///< rows of a table of groups; 0 for all
  const AuditPage* page = nullptr;           ///< null for what is no page
};

/// The headline, counts per rule, the league, regions and providers, and what could not be judged.
Document audit_document(const Audit& audit, const Format& format);

/// The first of it: headline, day, the contracts of each class and how well they are founded.
void add_outcome(Document& document, const Audit& audit, const Format& format);

/// Units: %, not rounded; 0 of none.
core::Exact percent_of(std::uint64_t part, std::uint64_t whole);

/// A rule a bullet: answer, evidence and reference; the passed ones too when `all`.
void add_rules(Document& document, const analysis::AuditedContract& contract,
               const analysis::AuditOptions& options, const Format& format, bool all);

/// "billijk/audit/1" but for its last member, the list of contracts, whose rows are as well to be
/// added: their header alone is in it.
inline constexpr std::string_view audit_list = "contracts";
Sections audit_sections(const Audit& audit, const Program& program, Language language);

/// The contracts of that list; a row has the figures, and the answer of every rule that was asked.
class ContractSections {
 public:
  /// `options` must outlive it.
  ContractSections(const analysis::AuditOptions& options, Language language)
      : options_{options}, language_{language} {}

  std::vector<std::string> header() const;
  /// Its row alone, or its record alone.
  Sections of(const analysis::AuditedContract& contract, bool of_rows) const;

 private:
  Record record(const analysis::AuditedContract& contract) const;
  std::vector<Value> row(const analysis::AuditedContract& contract) const;

  const analysis::AuditOptions& options_;
  Language language_;
};

/// The table of `--rules`: what each rule asks, its weight, threshold and reference.
Document rules_document(const analysis::AuditOptions& options, const Format& format);
/// "billijk/audit-rule-list/1"; a row a rule.
Sections rules_sections(const analysis::AuditOptions& options, Language language);

}  // namespace billijk::report
