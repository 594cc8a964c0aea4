#include "cli/audit/audit_manifest.hpp"

#include <algorithm>
#include <optional>

#include "core/number/utf8.hpp"
#include "io/file/digest.hpp"
#include "report/format/json.hpp"
#include "report/format/markdown.hpp"
#include "report/page/page.hpp"

namespace billijk::cli {
namespace {

/// The page that leads to the files of a dossier.
class Index {
 public:
  Index(const AuditOutcome& outcome, const report::AuditMap* map, const World& world)
      : outcome_{outcome}, map_{map}, world_{world} {
    entries_.reserve(outcome.part.dossier.size());
    for (const DossierFile& file : outcome.part.dossier) entries_.push_back(file.entry);
    std::ranges::stable_sort(entries_, report::stands_before);
  }

  std::string markdown() const { return render_markdown(document(".md", nullptr), format_); }
  std::string page() const {
    const std::vector<report::PagedContract> none;
    const report::AuditPage page{.contracts = none, .map = map_};
    return page_form(document(".html", &page), format_, {.maker = world_.program.text()});
  }

 private:
  report::Document document(std::string_view ending, const report::AuditPage* page) const {
    const report::Audit audit{.options = outcome_.request.options,
                              .summary = outcome_.part.summary,
                              .presets = outcome_.presets,
                              .details = {},
                              .settings = outcome_.args.settings,
                              .page = page};
    return index_document(audit, entries_, ending, format_);
  }

  const AuditOutcome& outcome_;
  const report::AuditMap* map_;
  const World& world_;
  report::Format format_{world_.language};
  std::vector<report::IndexEntry> entries_;
};

/// The working folder as seen from a folder, so that both may move together.
std::string folder_from(const std::filesystem::path& place) {
  std::error_code ignored;
  const std::filesystem::path here = std::filesystem::current_path(ignored);
  const std::filesystem::path from = std::filesystem::weakly_canonical(
      std::filesystem::absolute(place, ignored).parent_path(), ignored);
  const std::filesystem::path relative = here.lexically_relative(from);
  return relative.empty() ? here.string() : relative.generic_string();
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
                        .map = args.map,
                        .map_key = args.map_key,
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

core::Diagnostics write_dossier(const AuditOutcome& outcome, const report::AuditMap* map,
                                DossierFolder& folder, const World& world) {
  io::Manifest manifest = manifest_of(
      outcome, world, std::filesystem::path{outcome.args.dossier} / DossierFolder::manifest_name);
  for (const DossierFile& file : outcome.part.dossier)
    manifest.dossier.insert(manifest.dossier.end(), {file.markdown, file.page});
  const Index index{outcome, map, world};
  manifest.dossier.push_back(folder.add("index.md", index.markdown()));
  manifest.dossier.push_back(folder.add("index.html", index.page()));
  return folder.commit(manifest);
}

}  // namespace billijk::cli
