#include "cli/audit/audit_manifest.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "cli/world/output.hpp"
#include "core/number/utf8.hpp"
#include "io/file/digest.hpp"
#include "io/file/folder.hpp"
#include "report/format/json.hpp"
#include "report/format/markdown.hpp"

namespace billijk::cli {
namespace {

constexpr std::string_view manifest_name = "manifest.json";
constexpr std::string_view index_name = "index.md";

/// The page that leads to the files of a dossier.
std::string index_of(const AuditOutcome& outcome, report::Language language) {
  const report::Format format{language};
  std::vector<report::IndexEntry> entries;
  entries.reserve(outcome.part.dossier.size());
  for (const DossierFile& file : outcome.part.dossier) entries.push_back(file.entry);
  const report::Audit audit{.options = outcome.request.options,
                            .summary = outcome.part.summary,
                            .presets = outcome.presets,
                            .details = {},
                            .settings = outcome.args.settings};
  return render_markdown(index_document(audit, std::move(entries), format), format);
}

/// The working folder as seen from a folder, so that both may move together.
std::string folder_from(const std::filesystem::path& place) {
  std::error_code ignored;
  const std::filesystem::path here = std::filesystem::current_path(ignored);
  const std::filesystem::path from = std::filesystem::weakly_canonical(
      std::filesystem::absolute(place, ignored).parent_path(), ignored);
  const std::filesystem::path relative = here.lexically_relative(from);
  return relative.empty() ? here.string() : relative.generic_string();
}

/// A folder that may not give way to a dossier, for what else it holds.
std::optional<core::Diagnostic> taken(const std::filesystem::path& folder, const World& world) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(folder, error))) return std::nullopt;
  const auto entries = io::entries_of(folder);
  if (!entries) return output_failed(world, folder.string(), entries.error());
  const io::Reading inside{world.reading.stop(), folder};
  std::map<std::string, std::string> own;
  if (const auto source = inside.text(std::string{manifest_name})) {
    if (const auto manifest = io::read_manifest(*source)) {
      own.emplace(manifest_name, io::sha256((*source)->text));
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

ContractForm result_form(const analysis::AuditOptions& options) {
  return {{options, report::Language::en}, report::json_form, {}};
}

std::string result_digest(const AuditOutcome& outcome) {
  const report::Audit audit{.options = outcome.request.options,
                            .summary = outcome.part.summary,
                            .presets = {},
                            .details = {},
                            .settings = outcome.args.settings,
                            .shown = 0};
  io::Sha256 digest;
  const report::MachineForm& form = report::json_form;
  digest.add(form.before(audit_sections(audit, {.name = {}, .version = {}}, report::Language::en),
                         report::audit_list, {}));
  for (const std::string& contracts : outcome.part.result) {
    digest.add(form.between);
    digest.add(contracts);
  }
  return digest.hexadecimal();
}

core::Diagnostics unnameable(const AuditOutcome& outcome) {
  std::vector<std::string> names{outcome.args.presets, outcome.args.rows};
  names.insert(names.end(), outcome.args.cases.begin(), outcome.args.cases.end());
  for (const io::ManifestEntry& input : outcome.inputs) names.push_back(input.name);
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  core::Diagnostics found;
  for (const std::string& name : names) {
    if (core::valid_utf8_prefix(name) == name.size()) continue;
    found.push_back(core::finding(core::Code::name_not_text, {{"file", name}}));
  }
  return found;
}

io::Manifest manifest_of(const AuditOutcome& outcome, const World& world,
                         const std::filesystem::path& place) {
  const AuditArgs& args = outcome.args;
  const auto founded = [&](analysis::EvidenceGrade grade) {
    return outcome.part.summary.all().founded(grade);
  };
  io::Manifest manifest{.program = world.program.name,
                        .version = world.program.version,
                        .as_of = core::iso(outcome.request.options.as_of),
                        .folder = folder_from(place),
                        .cases = args.cases,
                        .rows = args.rows,
                        .settings = args.settings,
                        .presets_folder = args.presets,
                        .scheme = std::string{word_of(outcome.request.options.scheme)},
                        .break_even = outcome.request.options.break_even.text(),
                        .only = args.only,
                        .skip = args.skip,
                        .rules_file = args.rules_file,
                        .delimiter = args.delimiter,
                        .carry = args.carry,
                        .decimal = args.decimal,
                        .language = std::string{facts_of(world.language).word},
                        .inputs = outcome.inputs,
                        .presets = {},
                        .result_sha256 = result_digest(outcome),
                        .evidence = {.strong = founded(analysis::EvidenceGrade::strong),
                                     .weak = founded(analysis::EvidenceGrade::weak)},
                        .dossier = {}};
  for (const report::AuditPreset& preset : outcome.presets)
    manifest.presets.push_back({preset.name, preset.sha256});
  return manifest;
}

core::Diagnostics write_dossier(const AuditOutcome& outcome, World& world) {
  const std::string& folder = outcome.args.dossier;
  if (const auto refused = taken(folder, world)) return {*refused};
  io::Manifest manifest =
      manifest_of(outcome, world, std::filesystem::path{folder} / manifest_name);
  tl::expected<io::FolderStream, io::Reason> stream = io::FolderStream::open(folder);
  if (!stream) return {output_failed(world, folder, stream.error())};
  std::optional<io::Reason> reason;
  const auto add = [&](const std::string& name, const std::string& text) {
    if (!reason) reason = stream->add(name, text);
    manifest.dossier.push_back({name, io::sha256(text)});
  };
  for (const DossierFile& file : outcome.part.dossier) add(file.entry.file, file.text);
  add(std::string{index_name}, index_of(outcome, world.language));
  if (reason) return {output_failed(world, folder, *reason)};
  if (reason = stream->add(std::string{manifest_name}, io::manifest_text(manifest)); reason)
    return {output_failed(world, folder, *reason)};
  if (reason = stream->commit(); reason) return {output_failed(world, folder, *reason)};
  world.written.push_back(folder);
  if (stream->left_over().empty()) return {};
  return {core::finding(core::Code::left_over,
                        {{"file", folder}, {"place", stream->left_over().string()}})};
}

}  // namespace billijk::cli
