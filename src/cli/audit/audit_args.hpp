#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/audit/audit_rule.hpp"
#include "cli/options/options.hpp"
#include "cli/world/world.hpp"
#include "io/rows/row_columns.hpp"

namespace billijk::cli {

/// The words of `billijk audit` as they were typed.
struct AuditArgs {
  std::vector<std::string> cases;
  std::vector<std::string> settings;
  std::vector<std::string> carry;
  std::string rows, presets, as_of, scheme, break_even, rules_file, only, skip, league, dossier,
      manifest, verify, map, map_key, delimiter, decimal, threads;
  bool rules = false;
  bool details = false;
  bool strict = false;
  OutputOptions output;
};
Options audit_options(AuditArgs& args);

/// The form of a report that is a page.
inline constexpr std::string_view page_word = "html";

/// The same words understood.
struct AuditRequest {
  analysis::AuditOptions options;
  std::size_t shown = 20;
  unsigned threads = 1;
  io::AskedFormat asked;
};

/// Errors: every word that is none of those allowed, every rule there is not, a file of rules with
///         errors, nothing to audit.
core::Checked<AuditRequest> read_audit_args(const AuditArgs& args, const World& world);

}  // namespace billijk::cli
