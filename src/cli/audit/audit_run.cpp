#include "cli/audit/audit_run.hpp"

#include <algorithm>
#include <atomic>

#include "analysis/audit/audit_rules.hpp"
#include "cli/world/crew.hpp"
#include "cli/world/interrupt.hpp"
#include "core/number/utf8.hpp"
#include "report/format/markdown.hpp"
#include "report/page/page.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using analysis::AuditedContract;
using analysis::ContractName;

template <class T>
void append(std::vector<T>& all, std::vector<T>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string id_of(const std::string& file) {
  constexpr std::string_view extension = ".toml";
  if (file == "-") return "stdin";
  return core::ends_alike(file, extension) ? file.substr(0, file.size() - extension.size()) : file;
}

/// Whether there is no such file or built-in case: a name of nothing is no contract.
bool is_absent(const core::Diagnostics& errors, std::string_view file) {
  return std::ranges::any_of(errors, [&](const core::Diagnostic& error) {
    return (error.code == core::Code::file_unreadable ||
            error.code == core::Code::unknown_preset) &&
           file.ends_with(analysis::rules::text_argument(
               error, error.code == core::Code::file_unreadable ? "file" : "found"));
  });
}

void audit_file(const AuditPlan& plan, const std::string& file,
                const std::shared_ptr<const core::SourceText>& standard_input, std::uint64_t order,
                AuditPart& part) {
  ContractDesk desk{plan, part};
  ContractName name{.id = id_of(file), .municipality = {}, .provider = {}, .region = {}};
  // A folder may hold what is no contract.
  const bool is_found = std::ranges::find(plan.args.cases, file) == plan.args.cases.end();
  core::Checked<io::LoadedCase> loaded = io::load_case({.name = file,
                                                        .standard_input = standard_input,
                                                        .settings = plan.args.settings,
                                                        .referred = is_found},
                                                       plan.store);
  if (loaded && !loaded->subject.has_contract()) {
    const core::Code code = is_found ? core::Code::no_contract_here : core::Code::without_contract;
    part.errors.push_back(core::finding(code, {{"file", file}}));
  } else if (loaded) {
    desk.take_case(*loaded, std::move(name), order);
  } else if (!is_found && is_absent(loaded.error(), file)) {
    part.errors = std::move(loaded.error());
  } else {
    part.errors.insert(part.errors.end(), loaded.error().begin(), loaded.error().end());
    desk.take_unreadable(std::move(name), loaded.error(), order);
  }
}

}  // namespace

void ContractForm::add(std::vector<std::string>& texts, const AuditedContract& contract) const {
  constexpr std::size_t full = std::size_t{1} << 18U;  // bytes
  if (texts.empty() || texts.back().size() >= full) {
    texts.emplace_back();
  } else {
    texts.back() += form.between;
  }
  form.add(texts.back(), contracts.of(contract, form.of_rows), style);
}

void AuditPart::add(AuditPart part) {
  summary.add(part.summary);
  append(details, part.details);
  append(told, part.told);
  append(result, part.result);
  append(paged, part.paged);
  if (shown != 0 && paged.size() > 2 * shown) choose_paged();
  append(dossier, part.dossier);
  append(errors, part.errors);
  failed_rows += part.failed_rows;
  append(messages, part.messages);
  if (messages.size() > most_messages) messages.resize(most_messages);
  append(ids, part.ids);
}

void AuditPart::add(report::PagedContract contract) {
  paged.push_back(std::move(contract));
  if (shown != 0 && paged.size() > 2 * shown) choose_paged();
}

void AuditPart::choose_paged() {
  std::ranges::stable_sort(paged, report::stands_before, &report::PagedContract::entry);
  if (shown != 0 && paged.size() > shown)
    paged.erase(paged.begin() + static_cast<std::ptrdiff_t>(shown), paged.end());
}

void ContractDesk::take(const AuditedContract& contract, std::uint64_t order) {
  part_.summary.add(contract, order);
  if (plan_.wants.told) plan_.wants.told->add(part_.told, contract);
  if (plan_.wants.result) plan_.wants.result->add(part_.result, contract);
  // One contract is shown with its rules by itself.
  if (plan_.wants.details || part_.details.empty()) part_.details.push_back(contract);
  if (plan_.wants.page)
    part_.add(
        {report::index_entry(contract, 'c' + std::to_string(order + 1), order, plan_.language),
         contract});
  if (plan_.counter != nullptr) plan_.counter->add();
}

void ContractDesk::take_case(const io::LoadedCase& loaded, ContractName name, std::uint64_t order) {
  const core::Contract& contract = loaded.subject.contract;
  if (name.municipality.empty()) name.municipality = contract.municipality;
  if (name.provider.empty()) name.provider = contract.provider;
  if (name.region.empty()) name.region = name.municipality;
  analysis::CaseAuditor auditor{loaded.subject, loaded.presets, plan_.request.options, {}};
  plan_.sources.add(loaded, auditor.calculation());
  const AuditedContract audited = auditor.audit(std::move(name));
  take(audited, order);
  if (plan_.folder == nullptr) return;
  add_dossier(audited, &auditor.subject(), auditor.calculation(), order);
}

void ContractDesk::take_unreadable(ContractName name, const core::Diagnostics& errors,
                                   std::uint64_t order) {
  AuditedContract contract;
  contract.id = std::move(name.id);
  contract.is_numbered = name.is_numbered;
  contract.municipality = std::move(name.municipality);
  contract.provider = std::move(name.provider);
  contract.region = std::move(name.region);
  contract.troubles = errors;
  const analysis::RuleAnswer answer = analysis::rules::unknown(analysis::rules::lacking(errors));
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    if (plan_.request.options.rules.at(i).asked) contract.rules.at(i) = answer;
  }
  take(contract, order);
  if (plan_.folder != nullptr) add_dossier(contract, nullptr, nullptr, order);
}

void ContractDesk::add_dossier(const AuditedContract& contract, const core::Case* subject,
                               const core::Calculation* calculation, std::uint64_t order) {
  const report::Format format{plan_.language};
  std::optional<core::Calculation> for_public;
  if (plan_.args.output.for_public && calculation != nullptr) {
    for_public.emplace(*calculation).drop_notes();
    calculation = &*for_public;
    subject = &for_public->subject;
  }
  const report::DossierCase dossier{contract,
                                    subject,
                                    calculation,
                                    plan_.request.options,
                                    plan_.program,
                                    plan_.args.settings,
                                    source_of(subject, contract, order)};
  const std::string stem = dossier_stem(contract, order);
  report::Document document = dossier_document(dossier, format);
  if (plan_.args.output.for_public)
    document.add(report::Paragraph{say(report::Message::without_notes, plan_.language)});
  io::ManifestEntry markdown = plan_.folder->add(stem + ".md", render_markdown(document, format));
  document.ways = {{say(report::Message::page_way_index, plan_.language), "index.html"},
                   {say(report::Message::page_way_markdown, plan_.language), stem + ".md"}};
  io::ManifestEntry page = plan_.folder->add(
      stem + ".html", page_form(document, format, {.maker = plan_.program.text()}));
  part_.dossier.push_back({report::index_entry(contract, stem, order, plan_.language),
                           std::move(markdown), std::move(page)});
}

std::string ContractDesk::source_of(const core::Case* subject, const AuditedContract& contract,
                                    std::uint64_t order) const {
  if (plan_.args.rows.empty()) return subject == nullptr ? contract.id : subject->file;
  report::Arguments arguments{{"row", std::to_string(row_of(order))}, {"rows", plan_.args.rows}};
  if (subject == nullptr) return say(report::Message::dossier_row_alone, plan_.language, arguments);
  arguments.emplace_back("file", subject->file);
  return say(report::Message::dossier_row, plan_.language, arguments);
}

namespace {

/// The lead byte of the accented letters of Western Europe in UTF-8.
constexpr char accented = '\xC3';

/// Such a letter, by its second byte, without its accent: é is e.
char plain_letter(char second) {
  constexpr std::string_view letters = "aaaaaaaceeeeiiiidnooooo-ouuuuy-s";
  return letters[static_cast<unsigned char>(second) & 0x1FU];
}

}  // namespace

std::string dossier_stem(const AuditedContract& contract, std::uint64_t order) {
  constexpr std::size_t longest = 60;
  std::string slug;
  const std::string parties = contract.municipality.empty() && contract.provider.empty()
                                  ? contract.id
                                  : contract.municipality + ' ' + contract.provider;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    char c = parties[i];
    if (c == accented && i + 1 < parties.size()) c = plain_letter(parties[++i]);
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || plain) {
      slug += upper ? static_cast<char>(c + 32) : c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
    if (slug.size() == longest) break;
  }
  while (slug.ends_with('-')) slug.pop_back();
  std::string number = std::to_string(order + 1);
  constexpr std::size_t digits = 4;
  if (number.size() < digits) number.insert(0, digits - number.size(), '0');
  return number + (slug.empty() ? "" : "-") + slug;
}

AuditPart audit_cases(const AuditPlan& plan, const std::vector<std::string>& files,
                      const std::shared_ptr<const core::SourceText>& standard_input) {
  std::vector<std::optional<AuditPart>> parts(files.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&](std::size_t) {
    for (std::size_t i = next++; i < files.size() && !InterruptWatch::stop(); i = next++) {
      audit_file(plan, files[i], standard_input, i, parts[i].emplace(plan));
    }
  };
  if (plan.counter != nullptr) plan.counter->expect(files.size());
  work_together(std::min<std::size_t>(plan.request.threads, files.size()), work);
  AuditPart all{plan};
  for (std::optional<AuditPart>& part : parts) {
    if (part) all.add(std::move(*part));
  }
  return all;
}

}  // namespace billijk::cli
