#include "cli/audit/audit_folder.hpp"

#include <filesystem>
#include <map>

#include "cli/world/output.hpp"
#include "io/file/digest.hpp"

namespace billijk::cli {
namespace {

/// A folder that may not give way to a dossier, for what else it holds.
std::optional<core::Diagnostic> taken(const std::filesystem::path& folder, const World& world) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(folder, error))) return std::nullopt;
  const auto entries = io::entries_of(folder);
  if (!entries) return output_failed(world, folder.string(), entries.error());
  const io::Reading inside{world.reading.stop(), folder};
  std::map<std::string, std::string> own;
  if (const auto source = inside.text(std::string{DossierFolder::manifest_name})) {
    if (const auto manifest = io::read_manifest(*source)) {
      own.emplace(DossierFolder::manifest_name, io::sha256((*source)->text));
      for (const io::ManifestEntry& entry : manifest->dossier)
        own.emplace(entry.name, entry.sha256);
    }
  }
  for (const std::filesystem::directory_entry& entry : *entries) {
    const std::string name = entry.path().filename().string();
    const auto known = own.find(name);
    if (known != own.end() && inside.sha256(name) == known->second) continue;
    return core::finding(
        core::Code::folder_taken, {}, "--dossier",
        {{"file", folder.string()},
         {"other", name},
         {"why", known == own.end() ? core::Phrase::folder_foreign : core::Phrase::folder_edited}});
  }
  return std::nullopt;
}

}  // namespace

DossierFolder::DossierFolder(std::string folder, World& world)
    : folder_{std::move(folder)}, world_{world} {
  if (failed_ = taken(folder_, world_); failed_) return;
  tl::expected<io::FolderStream, io::Reason> stream = io::FolderStream::open(folder_);
  if (stream) {
    stream_.emplace(std::move(*stream));
  } else {
    failed_ = output_failed(world_, folder_, stream.error());
  }
}

core::Diagnostics DossierFolder::failed() const {
  const std::lock_guard lock{mutex_};
  return failed_ ? core::Diagnostics{*failed_} : core::Diagnostics{};
}

void DossierFolder::add_file(const std::string& name, std::string_view text) {
  if (!failed().empty()) return;
  std::optional<io::Reason> reason = stream_->add(name, text);
  const std::lock_guard lock{mutex_};
  if (reason && !failed_) failed_ = output_failed(world_, folder_, std::move(*reason));
}

io::ManifestEntry DossierFolder::add(const std::string& name, std::string_view text) {
  add_file(name, text);
  return {name, io::sha256(text)};
}

core::Diagnostics DossierFolder::commit(const io::Manifest& manifest) {
  add_file(std::string{manifest_name}, io::manifest_text(manifest));
  if (core::Diagnostics errors = failed(); !errors.empty()) return errors;
  if (std::optional<io::Reason> reason = stream_->commit())
    return {output_failed(world_, folder_, std::move(*reason))};
  world_.written.push_back(folder_);
  if (stream_->left_over().empty()) return {};
  return {core::finding(core::Code::left_over,
                        {{"file", folder_}, {"place", stream_->left_over().string()}})};
}

}  // namespace billijk::cli
