#pragma once

#include <vector>

#include "analysis/audit/area_join.hpp"
#include "report/audit/audit_index.hpp"
#include "report/audit/audit_report.hpp"

namespace billijk::report {

/// A contract as a page shows it, its rules unfolded by who wants to see them.
struct PagedContract {
  IndexEntry entry;
  analysis::AuditedContract contract;
};

/// Names them by their parties, with the whole id where those repeat.
void name_paged(std::vector<PagedContract>& contracts, Language language);

/// Areas with their names and rings, and the contracts in them.
struct AuditMap {
  Map drawn;  ///< in no class yet
  analysis::AreaJoin join;
};

/// What a page shows that other forms do not.
struct AuditPage {
  const std::vector<PagedContract>& contracts;  ///< the furthest below the cost price first
  const AuditMap* map = nullptr;                ///< null where there is none
};

/// The classes as a bar, above the table of them.
void add_classes_figure(Document& document, const Audit& audit, const Format& format);
/// The areas in the class of the worst contract in each, and the contracts without an area.
void add_map(Document& document, const AuditMap& map, const Audit& audit, const Format& format);
/// Tariff against cost price, a dot a contract that has both; the first of very many.
void add_scatter(Document& document, const std::vector<IndexEntry>& entries, const Audit& audit,
                 const Format& format);
/// Every contract under its name and class, opened to its rules.
void add_unfolding(Document& document, const AuditPage& page, const Audit& audit,
                   const Format& format);

}  // namespace billijk::report
