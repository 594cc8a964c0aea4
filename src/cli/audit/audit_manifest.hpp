#pragma once

#include <filesystem>
#include <string>

#include "cli/audit/audit_folder.hpp"
#include "cli/audit/audit_run.hpp"
#include "cli/world/world.hpp"
#include "io/file/manifest.hpp"

namespace billijk::cli {

/// An audit that was run, and what its manifest needs.
struct AuditOutcome {
  const AuditArgs& args;
  const AuditRequest& request;
  const AuditPart& part;
  std::vector<io::ManifestEntry> inputs;
  std::vector<report::AuditPreset> presets;
};

/// How the contracts of a result are written.
ContractForm result_form(const analysis::AuditOptions& options);
/// The SHA-256 of the report in JSON, in English, without program and presets: what the audit says
/// of the contracts.
std::string result_digest(const AuditOutcome& outcome);

/// The names a manifest cannot write, for they are no UTF-8.
///
/// Errors: `name_not_text`, one for each.
core::Diagnostics unnameable(const AuditOutcome& outcome);

/// The manifest of an audit, to be written at `place`.
io::Manifest manifest_of(const AuditOutcome& outcome, const World& world,
                         const std::filesystem::path& place);

/// Adds index and manifest to the files of a dossier and puts all in its place. The map may be
/// null.
///
/// Errors: `output_failed`.
core::Diagnostics write_dossier(const AuditOutcome& outcome, const report::AuditMap* map,
                                DossierFolder& folder, const World& world);

/// Redoes the audit of a manifest and tells what has changed; done when nothing has.
Exit verify_audit(const AuditArgs& args, World& world);

}  // namespace billijk::cli
