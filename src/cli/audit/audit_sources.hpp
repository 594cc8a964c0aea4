#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/calculation.hpp"
#include "io/case/case_reader.hpp"
#include "io/case/preset_store.hpp"
#include "io/file/manifest.hpp"
#include "report/audit/audit_report.hpp"

namespace billijk::cli {

/// The files and presets an audit read, each with the SHA-256 of the very bytes it used. For
/// several threads at once.
class AuditSources {
 public:
  explicit AuditSources(const io::PresetStore& store) : store_{store} {}

  /// A case, what it extends, and its presets; `calculation` is absent where nothing was computed.
  void add(const io::LoadedCase& loaded, const core::Calculation* calculation);
  void add_texts(const std::vector<std::shared_ptr<const core::SourceText>>& texts);
  void add_input(std::string name, std::string sha256);

  std::vector<io::ManifestEntry> inputs() const;
  std::vector<report::AuditPreset> presets() const;

 private:
  void add_text(const core::SourceText& text);
  void add_preset(const core::Preset& preset, const core::Calculation* calculation);

  const io::PresetStore& store_;
  mutable std::mutex mutex_;
  std::map<std::string, std::string> inputs_;
  std::map<std::string, report::AuditPreset> presets_;
};

}  // namespace billijk::cli
