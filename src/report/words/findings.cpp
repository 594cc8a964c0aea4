#include "report/words/findings.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/diagnostic_text.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {
namespace {

Value number_or_absent(int number) { return number == 0 ? Value{} : Value{number}; }

/// Each finding as compilers give it.
std::string text_of(const std::vector<FileFindings>& files, Language language) {
  std::string text;
  for (const FileFindings& file : files) {
    for (const core::Diagnostic& finding : file.findings) text += text_of(finding, language);
  }
  return text;
}

/// How many there are.
std::string count_of(const std::vector<FileFindings>& files, Language language) {
  std::size_t errors = 0;
  std::size_t all = 0;
  for (const FileFindings& file : files) {
    errors +=
        static_cast<std::size_t>(std::ranges::count_if(file.findings, &core::Diagnostic::is_error));
    all += file.findings.size();
  }
  return say(Message::validated, language,
             {{"errors", std::to_string(errors)},
              {"warnings", std::to_string(all - errors)},
              {"files", std::to_string(files.size())}}) +
         '\n';
}

bool is_to_fill(const core::Diagnostic& finding) { return finding.code == core::Code::placeholder; }

/// The files with what is still to be filled in, or with all else.
std::vector<FileFindings> part_of(std::vector<FileFindings> files, bool to_fill) {
  for (FileFindings& file : files) {
    std::erase_if(file.findings,
                  [&](const core::Diagnostic& finding) { return is_to_fill(finding) != to_fill; });
  }
  return files;
}

/// What one file leaves to be filled in: what it is, and the key to type. Of several files, which.
Table to_fill_table(const FileFindings& file, bool is_one, Language language) {
  const std::string count = std::to_string(file.findings.size());
  const std::string title = is_one
                                ? say(Message::heading_to_fill, language, {{"count", count}})
                                : say(Message::heading_to_fill_file, language,
                                      {{"count", count}, {"file", core::well_formed(file.file)}});
  const FigureNames names{language};
  Table table{{{title, Align::left}, {say(Message::column_key, language), Align::left}}, {}};
  for (const core::Diagnostic& finding : file.findings) {
    const bool has_name = names.name(finding.key) != finding.key;
    table.rows.push_back({{has_name ? names.label(finding.key) : finding.key,
                           has_name ? Cell{finding.key} : Cell{}}});
  }
  return table;
}

}  // namespace

Document findings_document(const std::vector<FileFindings>& files, Language language) {
  const std::vector<FileFindings> others = part_of(files, false);
  Document document{{Findings{text_of(others, language) + count_of(others, language),
                              table_of(findings_records(others, language))}}};
  for (const FileFindings& file : part_of(files, true)) {
    if (!file.findings.empty()) document.add(to_fill_table(file, files.size() == 1, language));
  }
  return document;
}

Document changes_document(const std::vector<FileFindings>& files, Language language) {
  const Records records = findings_records(files, language);
  if (records.rows.empty()) return {};
  return {{Findings{text_of(files, language), table_of(records)}}};
}

Records findings_records(const std::vector<FileFindings>& files, Language language) {
  Records records{.schema = "billijk/validate/1",
                  .list = "findings",
                  .keys = {"severity", "code", "file", "line", "column", "key", "message", "hint"},
                  .titles = {},
                  .rows = {}};
  records.titles = {records.keys.begin(), records.keys.end()};
  for (const FileFindings& file : files) {
    for (const core::Diagnostic& finding : file.findings) {
      const std::string name = finding.at.source == nullptr ? file.file : finding.at.source->name;
      records.rows.push_back({finding.is_error() ? "error" : "warning", name_of(finding.code),
                              core::well_formed(name), number_or_absent(finding.at.line),
                              number_or_absent(finding.at.line == 0 ? 0 : finding.at.column),
                              text_or_absent(core::well_formed(finding.key)),
                              message_of(finding, language),
                              text_or_absent(core::well_formed(hint_of(finding, language)))});
    }
  }
  return records;
}

}  // namespace billijk::report
