#include "io/case/preset_store.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/case/phrase.hpp"
#include "io/case/embedded_presets.hpp"
#include "io/case/preset_reader.hpp"
#include "io/file/folder.hpp"
#include "io/text/nearest.hpp"

namespace billijk::io {
namespace {

bool is_built_in(std::string_view name) {
  return std::ranges::find(embedded_presets(), name, &EmbeddedPreset::name) !=
         embedded_presets().end();
}

}  // namespace

core::Checked<PresetStore> PresetStore::open(const std::string& folder, const Reading& reading) {
  PresetStore store;
  store.reading_ = &reading;
  if (folder.empty()) return store;
  std::vector<std::filesystem::path> inside{{}};  // of the folder: itself, and the folders in it
  while (!inside.empty()) {
    const std::filesystem::path within = std::move(inside.back());
    inside.pop_back();
    const std::string named =
        within.empty() ? folder : (std::filesystem::path{folder} / within).string();
    const auto entries = entries_of(reading.place_of(named));
    if (!entries) {
      auto source = std::make_shared<core::SourceText>(core::SourceText{.name = named, .text = {}});
      return core::refused(core::finding(core::Code::file_unreadable, {.source = source}, {},
                                         {{"file", named}, {"reason", entries.error()}}));
    }
    std::error_code ignored;
    for (const std::filesystem::directory_entry& entry : *entries) {
      std::filesystem::path name = within / entry.path().filename();
      if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) inside.push_back(name);
      if (!is_toml(entry)) continue;
      const std::string file = (std::filesystem::path{folder} / name).string();
      store.files_.emplace(name.replace_extension().generic_string(), file);
    }
  }
  return store;
}

std::vector<std::string> PresetStore::names() const {
  std::set<std::string> names;
  for (const EmbeddedPreset& preset : embedded_presets()) names.emplace(preset.name);
  for (const auto& [name, path] : files_) names.insert(name);
  return {names.begin(), names.end()};
}

bool PresetStore::has(std::string_view name) const {
  return is_from_folder(name) || is_built_in(name);
}

bool PresetStore::is_from_folder(std::string_view name) const {
  return files_.find(name) != files_.end();
}

core::Checked<std::shared_ptr<const core::SourceText>> PresetStore::text_of(
    const std::string& name) const {
  if (const auto file = files_.find(name); file != files_.end())
    return reading_->text(file->second);
  const auto built_in = std::ranges::find(embedded_presets(), name, &EmbeddedPreset::name);
  if (built_in != embedded_presets().end()) {
    return std::make_shared<const core::SourceText>(
        core::SourceText{.name = "preset:" + name, .text = std::string{built_in->text}});
  }
  core::Diagnostic unknown = core::finding(core::Code::unknown_preset, {}, name, {{"found", name}});
  std::string near = nearest(name, names());
  for (const std::string& known : names()) {
    if (known.ends_with('/' + name)) near = known;
  }
  if (!near.empty()) unknown.arguments.emplace_back("nearest", std::move(near));
  return core::refused(std::move(unknown));
}

core::Checked<std::shared_ptr<const core::Preset>> PresetStore::read(
    const std::string& name, const core::Position& at) const {
  const std::lock_guard lock{cache_->mutex};
  const auto known = cache_->presets.find(name);
  if (known != cache_->presets.end()) return known->second;
  auto source = text_of(name);
  if (!source) {
    for (core::Diagnostic& finding : source.error()) {
      if (finding.at.source == nullptr) finding.at = at;
    }
    return tl::unexpected{std::move(source.error())};
  }
  ReadPreset read = read_preset_text(*source, name);
  if (core::has_errors(read.findings)) return tl::unexpected{std::move(read.findings)};
  read.preset.built_in = !is_from_folder(name);
  if (is_from_folder(name) && is_built_in(name)) read.preset.replaces = (*source)->name;
  auto preset = std::make_shared<const core::Preset>(std::move(read.preset));
  return cache_->presets.emplace(name, std::move(preset)).first->second;
}

core::Checked<std::shared_ptr<const core::Preset>> PresetStore::load(
    const std::string& name, core::PresetKind kind, const core::Position& at) const {
  core::Checked<std::shared_ptr<const core::Preset>> preset = read(name, at);
  if (!preset || (*preset)->kind == kind) return preset;
  return core::refused(core::finding(core::Code::wrong_preset_kind, at, name,
                                     {{"preset", name},
                                      {"found", core::phrase_of((*preset)->kind)},
                                      {"wanted", core::phrase_of(kind)}}));
}

}  // namespace billijk::io
