#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// A file or preset an audit read, or a file it wrote, with the SHA-256 of its bytes.
struct ManifestEntry {
  std::string name;
  std::string sha256;
};

/// How many contracts of an audit are founded well, and how many are not.
struct ManifestEvidence {
  std::uint64_t strong = 0;
  std::uint64_t weak = 0;
};

/// What an audit can be redone from, and what its result is to be compared with.
struct Manifest {
  std::string program;
  std::string version;
  std::string as_of;
  std::string folder;  ///< where the audit was run, seen from the manifest
  // The words of the command line that decide the result.
  std::vector<std::string> cases;
  std::string rows;
  std::vector<std::string> settings;
  std::string presets_folder;
  std::string scheme;
  std::string break_even;
  std::string only;
  std::string skip;
  std::string rules_file;
  std::string delimiter;
  std::vector<std::string> carry;  ///< written where there are any
  std::string decimal;
  std::string language;      ///< of the dossier
  std::string map, map_key;  ///< of its pages; written where there is a map
  std::vector<ManifestEntry> inputs;
  std::vector<ManifestEntry> presets;
  std::string result_sha256;           ///< of the report in JSON, in English
  ManifestEvidence evidence;           ///< none in manifests of version 1.0.0
  std::vector<ManifestEntry> dossier;  ///< its files, beside the manifest; empty without a dossier
};

/// The manifest as JSON: {"schema": "billijk/audit-manifest/1", …}.
std::string manifest_text(const Manifest& manifest);

/// Errors: `manifest_form` for what is no manifest of this kind.
core::Checked<Manifest> read_manifest(const std::shared_ptr<const core::SourceText>& source);

}  // namespace billijk::io
