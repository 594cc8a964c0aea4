#pragma once

#include "analysis/audit/audit_summary.hpp"
#include "cli/audit/audit_args.hpp"
#include "cli/audit/audit_sources.hpp"
#include "cli/world/world.hpp"
#include "io/geo/geojson.hpp"
#include "report/audit/audit_page.hpp"

namespace billijk::cli {

/// The areas of `--map`, the file one of the sources of the audit.
///
/// Errors: those of the file, `map_form`, `map_too_large`.
core::Checked<io::AreaMap> read_map(const AuditArgs& args, const World& world,
                                    AuditSources& sources);

/// The contracts of an audit on their areas.
///
/// Errors: `map_unjoined`.
core::Checked<report::AuditMap> joined_map(const io::AreaMap& map, const AuditArgs& args,
                                           const analysis::AuditSummary& summary);

}  // namespace billijk::cli
