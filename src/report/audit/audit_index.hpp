#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"

namespace billijk::report {

/// A contract as the index of a dossier has it.
struct IndexEntry {
  std::string stem;  ///< of the names of its files, beside the index
  std::string name;
  analysis::Standing standing = analysis::Standing::not_judged;
  std::optional<analysis::EvidenceGrade> evidence;
  std::optional<analysis::ContractLine> line;  ///< absent without a distance to the cost price
};

/// The entry of a contract whose files have that stem. `order` is its place in the input.
IndexEntry index_entry(const analysis::AuditedContract& contract, std::string stem,
                       std::uint64_t order, Language language);

/// The furthest below the cost price first, those without a distance last.
bool stands_before(const IndexEntry& a, const IndexEntry& b);

/// What makes a stem the address of a link.
struct Address {
  std::string_view before = {}, behind = {};
};

/// Every contract with the way to it, in this order.
Table index_table(const std::vector<IndexEntry>& entries, const Address& address,
                  const AuditWords& words);

/// The first page of a dossier: the outcome of all, drawn too, and every contract with the way to
/// its file.
Document index_document(const Audit& audit, const std::vector<IndexEntry>& entries,
                        std::string_view ending, const Format& format);

}  // namespace billijk::report
