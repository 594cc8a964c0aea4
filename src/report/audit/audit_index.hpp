#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/audit/audit_report.hpp"

namespace billijk::report {

/// A contract as the index of a dossier has it.
struct IndexEntry {
  std::string file;  ///< the name of its dossier, beside the index
  std::string name;
  analysis::Standing standing = analysis::Standing::not_judged;
  std::optional<analysis::EvidenceGrade> evidence;
  std::optional<analysis::ContractLine> line;  ///< absent without a distance to the cost price
};

/// The entry of a contract whose dossier is that file. `order` is its place in the input.
IndexEntry index_entry(const analysis::AuditedContract& contract, std::string file,
                       std::uint64_t order, Language language);

/// The first page of a dossier: the outcome of all, and every contract with the way to its file,
/// the furthest below the cost price first, those without a distance last.
Document index_document(const Audit& audit, std::vector<IndexEntry> entries, const Format& format);

}  // namespace billijk::report
