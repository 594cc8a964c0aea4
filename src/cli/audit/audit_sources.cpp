#include "cli/audit/audit_sources.hpp"

#include <algorithm>

#include "io/file/digest.hpp"

namespace billijk::cli {
namespace {

constexpr std::string_view preset_prefix = "preset:";

/// The last day a row of the preset that is used (any row, where none is) was compared with its
/// source.
std::optional<core::Date> checked_day(const core::Preset& preset,
                                      const core::Calculation* calculation) {
  std::optional<core::Date> used_day;
  std::optional<core::Date> any_day;
  for (const core::PresetRow& row : preset.rows) {
    if (!row.checked) continue;
    any_day = std::max(any_day, row.checked);
    const bool used =
        calculation != nullptr &&
        std::ranges::any_of(calculation->resolution.used, [&](const core::UsedFigure& figure) {
          return figure.preset->name == preset.name && figure.row->from == row.from;
        });
    if (used) used_day = std::max(used_day, row.checked);
  }
  return used_day ? used_day : any_day;
}

}  // namespace

void AuditSources::add(const io::LoadedCase& loaded, const core::Calculation* calculation) {
  const std::lock_guard lock{mutex_};
  for (const auto& text : loaded.texts) add_text(*text);
  const core::Presets& presets = calculation != nullptr ? calculation->presets : loaded.presets;
  for (const auto& [name, preset] : presets) add_preset(*preset, calculation);
}

void AuditSources::add_texts(const std::vector<std::shared_ptr<const core::SourceText>>& texts) {
  const std::lock_guard lock{mutex_};
  for (const auto& text : texts) add_text(*text);
}

void AuditSources::add_input(std::string name, std::string sha256) {
  const std::lock_guard lock{mutex_};
  inputs_.emplace(std::move(name), std::move(sha256));
}

void AuditSources::add_text(const core::SourceText& text) {
  if (!text.name.starts_with(preset_prefix)) {
    if (!inputs_.contains(text.name)) inputs_.emplace(text.name, io::sha256(text.text));
    return;
  }
  // A starting case is a preset too, without rows.
  const std::string name = text.name.substr(preset_prefix.size());
  if (presets_.contains(name)) return;
  presets_.emplace(name, report::AuditPreset{.name = name,
                                             .title = name,
                                             .sha256 = io::sha256(text.text),
                                             .built_in = !store_.is_from_folder(name),
                                             .checked = {}});
}

void AuditSources::add_preset(const core::Preset& preset, const core::Calculation* calculation) {
  const std::optional<core::Date> checked = checked_day(preset, calculation);
  const auto known = presets_.find(preset.name);
  if (known != presets_.end()) {
    known->second.checked = std::max(known->second.checked, checked);
    return;
  }
  const auto source = preset.rows.empty() ? nullptr : preset.rows.front().at.source;
  presets_.emplace(
      preset.name,
      report::AuditPreset{.name = preset.name,
                          .title = preset.title,
                          .sha256 = source == nullptr ? std::string{} : io::sha256(source->text),
                          .built_in = !store_.is_from_folder(preset.name),
                          .checked = checked});
}

std::vector<io::ManifestEntry> AuditSources::inputs() const {
  const std::lock_guard lock{mutex_};
  std::vector<io::ManifestEntry> entries;
  entries.reserve(inputs_.size());
  for (const auto& [name, digest] : inputs_) entries.push_back({name, digest});
  return entries;
}

std::vector<report::AuditPreset> AuditSources::presets() const {
  const std::lock_guard lock{mutex_};
  std::vector<report::AuditPreset> presets;
  presets.reserve(presets_.size());
  for (const auto& [name, preset] : presets_) presets.push_back(preset);
  return presets;
}

}  // namespace billijk::cli
