#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/audit/audit_summary.hpp"
#include "analysis/audit/case_auditor.hpp"
#include "cli/audit/audit_args.hpp"
#include "cli/audit/audit_folder.hpp"
#include "cli/audit/audit_sources.hpp"
#include "cli/world/progress.hpp"
#include "report/audit/audit_dossier.hpp"
#include "report/audit/audit_page.hpp"
#include "report/audit/audit_report.hpp"
#include "report/form/form.hpp"

namespace billijk::cli {

/// How contracts are written one by one.
struct ContractForm {
  report::ContractSections contracts;
  const report::MachineForm& form;
  report::FormStyle style;

  void add(std::vector<std::string>& texts, const analysis::AuditedContract& contract) const;
};

/// What a run has to keep of every contract.
struct AuditWants {
  std::optional<ContractForm> told;    ///< of a report for machines
  std::optional<ContractForm> result;  ///< what a manifest compares: JSON in English
  bool details = false;
  bool page = false;
};

/// The row of a file that the contract in a place of its input is; the header is row 1.
constexpr std::uint64_t row_of(std::uint64_t order) { return order + 2; }

/// What every contract of a run shares.
struct AuditPlan {
  const AuditArgs& args;
  const AuditRequest& request;
  const io::PresetStore& store;
  AuditSources& sources;
  AuditWants wants;
  report::Program program;
  report::Language language = report::Language::en;  ///< of dossiers and messages
  DossierFolder* folder = nullptr;                   ///< null without a dossier
  ContractCounter* counter = nullptr;                ///< null where nobody sees it
};

/// The files of a contract in a dossier, and what its index says of it.
struct DossierFile {
  report::IndexEntry entry;
  io::ManifestEntry markdown, page;
};

/// The id of a row, for a file that has a column of that name.
struct RowId {
  std::string id;
  std::uint64_t row = 0;  ///< the header is row 1
};

/// Some contracts in a row, audited; parts are put together in the order of the input.
struct AuditPart {
  explicit AuditPart(const AuditPlan& plan)
      : summary{plan.request.options, plan.request.shown, !plan.args.map.empty()},
        shown{plan.request.shown} {}

  analysis::AuditSummary summary;
  std::size_t shown;  ///< on a page; 0 for all
  std::vector<analysis::AuditedContract> details;
  std::vector<report::PagedContract> paged;  ///< the first of them, and some more
  // Texts of many contracts each; a contract is never split.
  std::vector<std::string> told;
  std::vector<std::string> result;
  std::vector<DossierFile> dossier;
  core::Diagnostics errors;           ///< of what could not be read
  std::uint64_t failed_rows = 0;      ///< the same of rows
  std::vector<std::string> messages;  ///< of the first of those rows, as text
  std::vector<RowId> ids;

  void add(AuditPart part);
  void add(report::PagedContract contract);
  /// Leaves of the contracts of a page those it shows, the furthest below the cost price first.
  void choose_paged();
  bool wants_message() const { return messages.size() < most_messages; }

  static constexpr std::size_t most_messages = 20;
};

/// Audits the contracts of a part and keeps what is wanted of each.
class ContractDesk {
 public:
  ContractDesk(const AuditPlan& plan, AuditPart& part) : plan_{plan}, part_{part} {}

  /// A contract whose figures stand in no file of its own.
  void take(const analysis::AuditedContract& contract, std::uint64_t order);
  /// A case on its own, as files are, and rows of which a dossier is wanted.
  void take_case(const io::LoadedCase& loaded, analysis::ContractName name, std::uint64_t order);
  /// One that could not be read: no rule can be answered.
  void take_unreadable(analysis::ContractName name, const core::Diagnostics& errors,
                       std::uint64_t order);

 private:
  void add_dossier(const analysis::AuditedContract& contract, const core::Case* subject,
                   const core::Calculation* calculation, std::uint64_t order);
  std::string source_of(const core::Case* subject, const analysis::AuditedContract& contract,
                        std::uint64_t order) const;

  const AuditPlan& plan_;
  AuditPart& part_;
};

/// Audits every case file.
AuditPart audit_cases(const AuditPlan& plan, const std::vector<std::string>& files,
                      const std::shared_ptr<const core::SourceText>& standard_input);

/// Audits every row of a file over a case. Errors: a file or header that cannot be read.
core::Checked<AuditPart> audit_rows(const AuditPlan& plan, World& world,
                                    const std::shared_ptr<const core::SourceText>& standard_input);

/// "0007-velsen-zorg-bv": unique by its place, readable by its parties.
std::string dossier_stem(const analysis::AuditedContract& contract, std::uint64_t order);

}  // namespace billijk::cli
