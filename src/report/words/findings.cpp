#include "report/words/findings.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/diagnostic_text.hpp"

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

}  // namespace

Document findings_document(const std::vector<FileFindings>& files, Language language) {
  return {{Findings{text_of(files, language) + count_of(files, language),
                    table_of(findings_records(files, language))}}};
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
