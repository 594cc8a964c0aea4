#include <algorithm>
#include <filesystem>
#include <istream>
#include <memory>
#include <ostream>

#include "cli/audit/audit_manifest.hpp"
#include "cli/audit/audit_map.hpp"
#include "cli/options/case_files.hpp"
#include "cli/options/command.hpp"
#include "cli/world/interrupt.hpp"
#include "cli/world/output.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostics;
using report::Message;

/// A report that is made and not yet written; of a list, what stands around its items.
struct ReportText {
  std::string before, first, between, after;

  /// The texts of a large file fit in memory once, not twice: they are written one after another.
  std::vector<std::string_view> pieces(const std::vector<std::string>& items) const {
    std::vector<std::string_view> all{before};
    for (const std::string& item : items) {
      all.emplace_back(all.size() == 1 ? first : between);
      all.emplace_back(item);
    }
    all.emplace_back(after);
    return all;
  }
};

/// One run, from its words to its exit code.
class AuditRun {
 public:
  AuditRun(const AuditArgs& args, const AuditRequest& request, const io::PresetStore& store,
           World& world)
      : args_{args}, request_{request}, store_{store}, world_{world} {}

  Exit run(const report::Form& form) {
    const bool kept = !args_.dossier.empty() || !args_.manifest.empty();
    std::optional<DossierFolder> folder;
    if (!args_.dossier.empty()) {
      folder.emplace(args_.dossier, world_);
      if (const Diagnostics failed = folder->failed(); !failed.empty()) return tell(world_, failed);
    }
    std::optional<io::AreaMap> areas;
    if (!args_.map.empty()) {
      core::Checked<io::AreaMap> read = read_map(args_, world_, sources_);
      if (!read) return tell(world_, read.error());
      areas.emplace(std::move(*read));
    }
    ContractCounter counter{world_, folder && world_.err_is_terminal};
    const AuditPlan plan{
        .args = args_,
        .request = request_,
        .store = store_,
        .sources = sources_,
        .wants = {.told = told_in(form),
                  .result = kept ? std::optional{result_form(request_.options)} : std::nullopt,
                  .details = args_.details,
                  .page = form.word == page_word},
        .program = world_.program,
        .language = world_.language,
        .folder = folder ? &*folder : nullptr,
        .counter = folder ? &counter : nullptr};
    core::Checked<AuditPart> part = audit(plan);
    counter.end();
    if (InterruptWatch::stop()) return InterruptWatch::exit();
    if (!part) return tell(world_, part.error());
    if (part->summary.all().contracts() == 0 && !core::has_errors(part->errors))
      part->errors.push_back(nothing_to_audit());
    tell_errors(*part);
    if (part->summary.all().contracts() == 0) return Exit::trouble;
    part->summary.sort();
    part->choose_paged();
    name_paged(part->paged, world_.language);
    std::optional<report::AuditMap> map;
    if (areas) {
      core::Checked<report::AuditMap> joined = joined_map(*areas, args_, part->summary);
      if (!joined) return tell(world_, joined.error());
      map.emplace(std::move(*joined));
    }
    map_ = map ? &*map : nullptr;
    if (!args_.details && part->summary.all().contracts() > 1) part->details.clear();
    AuditOutcome outcome{args_, request_, *part, sources_.inputs(), sources_.presets()};
    Diagnostics failed = misplaced();
    const core::Checked<ReportText> text = report_text(*part, outcome.presets, form);
    if (!text) return tell(world_, text.error());
    if (failed.empty()) failed = replaced(*text);
    if (failed.empty() && kept) failed = unnameable(outcome);
    if (failed.empty() && folder) failed = write_dossier(outcome, map_, *folder, world_);
    if (tell(world_, failed) != Exit::done) return Exit::trouble;
    if (!args_.manifest.empty()) {
      const Exit written =
          deliver(world_, {.file = args_.manifest, .force = args_.output.force},
                  io::manifest_text(manifest_of(outcome, world_, args_.manifest)), Exit::done);
      if (written != Exit::done) return written;
    }
    return report(*part, *text, form);
  }

 private:
  std::optional<ContractForm> told_in(const report::Form& form) const {
    if (form.of_sections == nullptr) return std::nullopt;
    return ContractForm{{request_.options, world_.machine_language()},
                        *form.of_sections,
                        {.excel = args_.output.excel}};
  }
  core::Checked<AuditPart> audit(const AuditPlan& plan) {
    std::shared_ptr<const core::SourceText> standard_input;
    if (std::ranges::find(args_.cases, "-") != args_.cases.end()) {
      core::Checked<io::Reading::Text> text = world_.reading.standard_input(world_.in);
      if (!text) return tl::unexpected{std::move(text.error())};
      standard_input = std::move(*text);
    }
    if (!args_.rules_file.empty()) {
      core::Checked<std::string> digest = world_.reading.sha256(args_.rules_file);
      if (!digest) return tl::unexpected{std::move(digest.error())};
      sources_.add_input(args_.rules_file, std::move(*digest));
    }
    if (!args_.rows.empty()) return audit_rows(plan, world_, standard_input);
    const auto files = case_files(args_.cases, world_.reading);
    if (!files) return tl::unexpected{files.error()};
    if (const auto twice = first_repeated(*files, world_.reading))
      return core::refused(core::finding(Code::named_twice, {{"file", *twice}}));
    return audit_cases(plan, *files, standard_input);
  }
  core::Diagnostic nothing_to_audit() const {
    const std::string name = args_.rows.empty() ? args_.cases.front() : args_.rows;
    return core::finding(Code::no_contracts, {{"file", name}});
  }
  void tell_errors(const AuditPart& part) {
    tell(world_, part.errors);
    for (const std::string& message : part.messages) say_line(world_, message);
    if (part.failed_rows > part.messages.size()) {
      const std::string more = std::to_string(part.failed_rows - part.messages.size());
      say_line(world_, say(Message::audit_more_failed, world_.language, {{"count", more}}));
    }
  }
  /// A report may not take the place of what it is about or of another, nor stand among the
  /// dossiers.
  Diagnostics misplaced() const {
    std::error_code ignored;
    const auto place = [&](const std::string& file) {
      return std::filesystem::weakly_canonical(std::filesystem::absolute(file, ignored), ignored);
    };
    std::vector<std::filesystem::path> taken;
    for (const std::string& output : {args_.output.file, args_.manifest}) {
      if (output.empty() || output == "-") continue;
      if (const auto refused = replaces_input(world_, output)) return {*refused};
      if (std::ranges::find(taken, place(output)) != taken.end()) {
        return {core::finding(Code::would_overwrite, {}, "-o",
                              {{"file", output}, {"why", core::Phrase::why_used}})};
      }
      if (!args_.dossier.empty() && place(output).parent_path() == place(args_.dossier)) {
        return {core::finding(Code::among_dossiers, {}, "--dossier",
                              {{"file", output}, {"folder", args_.dossier}})};
      }
      taken.push_back(place(output));
    }
    return {};
  }

  /// What stands where the report or the manifest goes, and is nothing of their kind.
  Diagnostics replaced(const ReportText& text) const {
    Diagnostics refused;
    const auto add = [&](const std::string& file, std::string_view beginning) {
      if (auto found = replaces_another({.file = file, .force = args_.output.force}, beginning))
        refused.push_back(std::move(*found));
    };
    add(args_.output.file, text.before);
    add(args_.manifest, own_json);
    return refused;
  }

  Exit report(const AuditPart& part, const ReportText& text, const report::Form& form) {
    const analysis::AuditTally& all = part.summary.all();
    const bool sound = all.in(standings_of(request_.options.scheme).front()) == all.contracts();
    const bool failed = core::has_errors(part.errors) || part.failed_rows > 0;
    const bool counted = args_.strict && all.with_rails() > 0;
    const Exit exit = failed ? Exit::trouble : sound && !counted ? Exit::done : Exit::finding;
    if (form.is_of_rows()) {
      for (const auto& [key, rail] : part.summary.rails()) tell(world_, {placed(rail)});
    }
    return deliver(world_, args_.output.target(), text.pieces(part.told), exit);
  }
  /// What is said of a figure of a row stands where the row does.
  core::Diagnostic placed(const analysis::SeenRail& rail) const {
    core::Diagnostic said = rail.said;
    if (args_.rows.empty()) return said;
    said.at = {.source = std::make_shared<const core::SourceText>(
                   core::SourceText{.name = args_.rows, .text = {}}),
               .line = static_cast<int>(row_of(rail.order)),
               .column = 1};
    return said;
  }
  core::Checked<ReportText> report_text(const AuditPart& part,
                                        const std::vector<report::AuditPreset>& presets,
                                        const report::Form& form) const {
    const report::AuditPage page{.contracts = part.paged, .map = map_};
    const report::Audit audit{.options = request_.options,
                              .summary = part.summary,
                              .presets = presets,
                              .details = part.details,
                              .settings = args_.settings,
                              .shown = request_.shown,
                              .page = form.word == page_word ? &page : nullptr};
    if (const std::optional<ContractForm> told = told_in(form)) {
      const report::Sections sections =
          audit_sections(audit, world_.program, world_.machine_language());
      return ReportText{.before = told->form.before(sections, report::audit_list, told->style),
                        .first = std::string{told->form.first},
                        .between = std::string{told->form.between},
                        .after = std::string{told->form.after}};
    }
    const Forms forms{
        .document = [&](const report::Format& numbers) { return audit_document(audit, numbers); },
        .sections = {}};
    core::Checked<std::string> document = made(world_, args_.output, forms);
    if (!document) return tl::unexpected{std::move(document.error())};
    return ReportText{.before = std::move(*document), .first = {}, .between = {}, .after = {}};
  }

  const AuditArgs& args_;
  const AuditRequest& request_;
  const io::PresetStore& store_;
  World& world_;
  AuditSources sources_{store_};
  const report::AuditMap* map_ = nullptr;
};

/// `--rules`: what there is to ask, with the weights and thresholds of this run.
Exit list_rules(const AuditArgs& args, const AuditRequest& request, World& world) {
  const Forms forms{
      .document =
          [&](const report::Format& format) { return rules_document(request.options, format); },
      .sections =
          [&](report::Language language) { return rules_sections(request.options, language); }};
  return give(world, args.output, forms, Exit::done);
}

Exit audit(const AuditArgs& args, World& world) {
  if (!args.verify.empty()) return verify_audit(args, world);
  const core::Checked<AuditRequest> request = read_audit_args(args, world);
  if (!request) return tell(world, request.error());
  if (args.rules) return list_rules(args, *request, world);
  const core::Checked<const report::Form*> form = form_of(args.output);
  if (!form) return tell(world, form.error());
  const core::Checked<io::PresetStore> store = io::PresetStore::open(args.presets, world.reading);
  if (!store) return tell(world, store.error());
  const InterruptWatch watch;
  return AuditRun{args, *request, *store, world}.run(**form);
}

}  // namespace

Command audit_command() {
  return {.name = "audit",
          .summary = Message::help_audit,
          .usage = "CASE... | CASE --rows FILE | --verify MANIFEST",
          .bind = [] { return bound(audit_options, audit); }};
}

}  // namespace billijk::cli
