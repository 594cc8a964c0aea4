#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/audit/audit_summary.hpp"
#include "report/format/csv.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// A preset an audit used, as its report names it.
struct AuditPreset {
  std::string name;
  std::string title;
  std::string sha256;  ///< of its bytes, in hexadecimal
  bool built_in = true;
  std::optional<core::Date>
      checked;  ///< the last day a row that was used was compared with its source
};

/// A whole audit, ready to be reported.
struct Audit {
  const analysis::AuditOptions& options;
  const analysis::AuditSummary& summary;
  const std::vector<AuditPreset>& presets;
  const std::vector<analysis::AuditedContract>&
      details;                               ///< contracts shown one by one; may be empty
  const std::vector<std::string>& settings;  ///< of --set
  std::size_t shown = 20;                    ///< rows of a table of groups; 0 for all
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

/// {"schema":"billijk/audit/1",…} up to the bracket that opens the list of contracts, and what
/// closes it.
std::string audit_json_head(const Audit& audit, const Program& program, Language language);
std::string audit_json_tail();
/// Writes the contracts of that list; what is the same in all of them is made once.
class ContractJson {
 public:
  /// `options` must outlive it.
  ContractJson(const analysis::AuditOptions& options, Language language);

  /// A contract after a comma: that of the first is `first_comma` bytes too many.
  void append(std::string& text, const analysis::AuditedContract& contract) const;
  static constexpr std::size_t first_comma = 1;

 private:
  /// The members of an answer that the rule decides.
  struct RuleText {
    std::string name;       ///< rule and weight
    std::string reference;  ///< unit and reference
  };

  const analysis::AuditOptions& options_;
  Language language_;
  std::array<RuleText, analysis::rule_count> rules_;
};

/// One record a contract: its figures, and the answer of every rule that was asked.
std::vector<std::string> audit_csv_header(const analysis::AuditOptions& options);
std::vector<CsvField> audit_csv_record(const analysis::AuditedContract& contract,
                                       const analysis::AuditOptions& options);

/// The table of `--rules`: what each rule asks, its weight, threshold and reference.
Document rules_document(const analysis::AuditOptions& options, const Format& format);
std::string rules_json(const analysis::AuditOptions& options, Language language);
CsvTable rules_csv(const analysis::AuditOptions& options, Language language);

}  // namespace billijk::report
