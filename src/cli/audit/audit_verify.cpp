#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <sstream>

#include "cli/audit/audit_manifest.hpp"
#include "cli/options/case_files.hpp"
#include "cli/world/interrupt.hpp"
#include "io/file/digest.hpp"
#include "io/file/folder.hpp"
#include "io/file/reason.hpp"
#include "report/words/findings.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostic;
using core::Diagnostics;
using Entries = std::vector<io::ManifestEntry>;

Diagnostic changed(Code code, const std::string& file, core::Phrase reason) {
  return core::finding(code, {{"file", file}, {"reason", reason}});
}

/// The words of the command line that the manifest keeps.
AuditArgs args_of(const io::Manifest& manifest) {
  AuditArgs args;
  args.cases = manifest.cases;
  args.settings = manifest.settings;
  args.rows = manifest.rows;
  args.presets = manifest.presets_folder;
  args.as_of = manifest.as_of;
  args.scheme = manifest.scheme;
  args.break_even = manifest.break_even;
  args.rules_file = manifest.rules_file;
  args.only = manifest.only;
  args.skip = manifest.skip;
  args.delimiter = manifest.delimiter;
  args.decimal = manifest.decimal;
  args.carry = manifest.carry;
  // The digest of rows is taken where a manifest is to be written.
  args.manifest = "manifest.json";
  return args;
}

class Verifier {
 public:
  Verifier(const io::Manifest& manifest, const World& world) : manifest_{manifest}, world_{world} {}

  /// Does the audit again, its files seen from the folder it was run in.
  Diagnostics run(const io::Reading& reading) {
    const std::string was = manifest_.program + ' ' + manifest_.version;
    const std::string now = world_.program.text();
    if (was != now)
      found_.push_back(core::finding(Code::changed_program, {{"was", was}, {"now", now}}));
    for (const io::ManifestEntry& input : manifest_.inputs) {
      compare(Code::changed_input, input, reading.sha256(input.name));
    }
    redo(reading);
    return std::move(found_);
  }
  /// Compares the files of the dossier, which stand beside the manifest.
  Diagnostics of_dossier(const std::filesystem::path& folder) {
    const io::Reading reading{world_.reading.stop(), folder};
    for (const io::ManifestEntry& file : manifest_.dossier)
      compare(Code::changed_dossier, file, reading.sha256(file.name));
    if (manifest_.dossier.empty()) return std::move(found_);
    const auto entries = io::entries_of(folder);
    if (!entries) {
      found_.push_back(core::finding(Code::file_unreadable,
                                     {{"file", folder.string()}, {"reason", entries.error()}}));
      return std::move(found_);
    }
    for (const std::filesystem::directory_entry& entry : *entries) {
      const std::string name = entry.path().filename().string();
      const bool known = name == "manifest.json" ||
                         std::ranges::find(manifest_.dossier, name, &io::ManifestEntry::name) !=
                             manifest_.dossier.end();
      if (!known) found_.push_back(changed(Code::changed_dossier, name, core::Phrase::changed_new));
    }
    return std::move(found_);
  }

 private:
  void compare(Code code, const io::ManifestEntry& entry, const core::Checked<std::string>& now) {
    if (now && *now == entry.sha256) return;
    found_.push_back(
        changed(code, entry.name, now ? core::Phrase::changed_bytes : core::Phrase::changed_gone));
  }
  void add_new(Code code, const Entries& before, const Entries& after) {
    for (const io::ManifestEntry& entry : after) {
      if (std::ranges::find(before, entry.name, &io::ManifestEntry::name) == before.end())
        found_.push_back(changed(code, entry.name, core::Phrase::changed_new));
    }
  }

  void redo(const io::Reading& reading) {
    const AuditArgs args = args_of(manifest_);
    std::ostringstream unheard;
    World quiet{.in = world_.in,
                .out = unheard,
                .err = unheard,
                .reading = reading,
                .environment = world_.environment,
                .today = world_.today,
                .out_is_terminal = false,
                .err_is_terminal = false,
                .asked = world_.asked,
                .language = world_.language,
                .program = world_.program};
    const core::Checked<io::PresetStore> store = io::PresetStore::open(args.presets, reading);
    const core::Checked<AuditRequest> request = read_audit_args(args, quiet);
    if (!store || !request) {
      const Diagnostics& why = store ? request.error() : store.error();
      found_.insert(found_.end(), why.begin(), why.end());
      return;
    }
    for (const io::ManifestEntry& preset : manifest_.presets) {
      const auto text = store->text_of(preset.name);
      compare(Code::changed_preset, preset,
              text ? core::Checked<std::string>{io::sha256((*text)->text)}
                   : tl::unexpected{text.error()});
    }
    AuditSources sources{*store};
    const AuditPlan plan{.args = args,
                         .request = *request,
                         .store = *store,
                         .sources = sources,
                         .wants = {.told = {},
                                   .result = result_form(request->options),
                                   .details = false,
                                   .page = false},
                         .program = world_.program,
                         .language = world_.language};
    const core::Checked<AuditPart> part = audited(plan, quiet);
    if (!part) {
      found_.push_back(core::finding(Code::changed_result));
      return;
    }
    Entries presets;
    for (const report::AuditPreset& preset : sources.presets())
      presets.push_back({preset.name, preset.sha256});
    if (!args.rules_file.empty()) sources.add_input(args.rules_file, {});
    add_new(Code::changed_input, manifest_.inputs, sources.inputs());
    add_new(Code::changed_preset, manifest_.presets, presets);
    const AuditOutcome outcome{args, *request, *part, {}, {}};
    if (result_digest(outcome) != manifest_.result_sha256)
      found_.push_back(core::finding(Code::changed_result));
  }

  static core::Checked<AuditPart> audited(const AuditPlan& plan, World& quiet) {
    if (!plan.args.rows.empty()) return audit_rows(plan, quiet, nullptr);
    const auto files = case_files(plan.args.cases, quiet.reading);
    if (!files) return tl::unexpected{files.error()};
    return audit_cases(plan, *files, nullptr);
  }

  const io::Manifest& manifest_;
  const World& world_;
  Diagnostics found_;
};

}  // namespace

Exit verify_audit(const AuditArgs& args, World& world) {
  const InterruptWatch watch;
  const auto source = world.reading.text(args.verify);
  if (!source) return tell(world, source.error());
  const core::Checked<io::Manifest> manifest = io::read_manifest(*source);
  if (!manifest) return tell(world, manifest.error());
  if (const auto form = form_of(args.output); !form) return tell(world, form.error());
  std::error_code ignored;
  const std::filesystem::path place = std::filesystem::weakly_canonical(args.verify, ignored);
  const std::filesystem::path folder = place.parent_path() / manifest->folder;
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    io::Reason reason = io::reason_of(error ? error.value() : ENOTDIR);
    return tell(world, {core::finding(Code::file_unreadable, {{"file", manifest->folder},
                                                              {"reason", std::move(reason)}})});
  }
  Verifier verifier{*manifest, world};
  Diagnostics found = verifier.run(io::Reading{world.reading.stop(), folder});
  const Diagnostics dossier = verifier.of_dossier(place.parent_path());
  if (InterruptWatch::stop()) return InterruptWatch::exit();
  found.insert(found.end(), dossier.begin(), dossier.end());
  const Exit exit = core::has_errors(found) ? Exit::trouble
                    : found.empty()         ? Exit::done
                                            : Exit::finding;
  const std::vector<report::FileFindings> files{{args.verify, found}};
  const Forms forms{.document =
                        [&](const report::Format& numbers) {
                          return changes_document(files, numbers.language());
                        },
                    .sections =
                        [&](report::Language language) {
                          report::Records records = findings_records(files, language);
                          records.schema = "billijk/audit-verify/1";
                          return sections_of(records);
                        }};
  return give(world, args.output, forms, exit);
}

}  // namespace billijk::cli
