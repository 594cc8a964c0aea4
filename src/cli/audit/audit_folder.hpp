#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "cli/world/world.hpp"
#include "io/file/folder.hpp"
#include "io/file/manifest.hpp"

namespace billijk::cli {

/// The folder of a dossier while its files are written, which stands in its place when all are.
/// For several threads at once.
class DossierFolder {
 public:
  static constexpr std::string_view manifest_name = "manifest.json";

  /// Errors: `folder_taken` for one that holds anything but an earlier dossier, `output_failed`.
  DossierFolder(std::string folder, World& world);

  /// Errors: those of the folder, or the first of its files.
  core::Diagnostics failed() const;

  /// Writes a file; the entry a manifest has of it.
  io::ManifestEntry add(const std::string& name, std::string_view text);
  /// Puts all in its place with the manifest, where nothing failed. Errors: `output_failed`, and
  /// the warning `left_over`.
  core::Diagnostics commit(const io::Manifest& manifest);

 private:
  void add_file(const std::string& name, std::string_view text);

  std::string folder_;
  World& world_;
  std::optional<io::FolderStream> stream_;
  mutable std::mutex mutex_;
  std::optional<core::Diagnostic> failed_;
};

}  // namespace billijk::cli
