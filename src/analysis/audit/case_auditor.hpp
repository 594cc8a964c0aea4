#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/audit/audit.hpp"
#include "analysis/audit/outlooks.hpp"
#include "analysis/audit/weighing.hpp"
#include "analysis/rows/row_model.hpp"

namespace billijk::analysis {

/// What a contract is called in a report.
struct ContractName {
  std::string id;
  std::string municipality;
  std::string provider;
  std::string region;
  bool is_numbered = false;  ///< whether the id is no more than the number of a row
};

/// A case to be audited, alone or with the numbers of many rows in its place.
///
/// What depends on no number of a row is asked once. Not for two threads at once.
class CaseAuditor {
 public:
  /// `replaced` are the numbers that rows state, with the case as the first row has it: rows of one
  /// auditor state the same keys, and the same of them are zero.
  CaseAuditor(core::Case subject, core::Presets presets, const AuditOptions& options,
              std::span<const core::Key> replaced);

  /// The case itself.
  AuditedContract audit(ContractName name) { return audit(std::move(name), subject_.contract, {}); }
  /// The case with the numbers of a row and the days of its contract.
  AuditedContract audit(ContractName name, const core::Contract& contract,
                        std::span<const core::RowCell> cells);

  const core::Case& subject() const { return subject_; }
  /// Absent where nothing can be computed.
  const core::Calculation* calculation() const { return calculation_ ? &*calculation_ : nullptr; }
  /// Why it cannot: what presets lack, or figures that leave nothing.
  const core::Diagnostics& troubles() const { return troubles_; }
  /// Whether that holds for every row: it is the presets that lack something.
  bool is_for_all() const;

 private:
  void take_figures(ContractView& view);
  void take_row_figures(ContractView& view, core::Diagnostics& troubles);
  void take_exact_boundaries(ContractView& view, core::Diagnostics& troubles) const;
  std::vector<core::Outrun> outruns_of(const ContractView& view) const;
  bool rests_on_provisional(const ContractView& view) const;
  core::Diagnostics rails_of(const ContractView& view) const;
  void take_tariff(ContractView& view) const;
  void look_ahead(ContractView& view);
  void answer_once();

  core::Case subject_;  ///< with the numbers of the row that is asked about
  core::Presets presets_;
  const AuditOptions& options_;
  core::Diagnostics troubles_;
  std::optional<core::Calculation> calculation_;
  bool in_rows_ = false;
  bool provisional_ = false;
  bool moves_wage_ = false;  ///< whether rows state the hourly wage
  bool moves_cost_ = false;  ///< whether a number of the rows enters the cost price
  std::optional<RowEvaluator> evaluator_;
  std::optional<Weighing> weighing_;
  RowFigures row_figures_;
  Outlooks outlooks_;
  std::array<bool, 6> elements_{};
  std::vector<std::string> unsourced_;
  std::array<std::optional<RuleAnswer>, rule_count> once_;
};

}  // namespace billijk::analysis
