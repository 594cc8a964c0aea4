#include "report/words/findings.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::report {
namespace {

CsvField text_or_absent(const std::string& text) {
  return text.empty() ? CsvField{} : CsvField{core::well_formed(text)};
}

CsvField number_or_absent(int number) {
  return number == 0 ? CsvField{} : CsvField{core::Exact{number}};
}

}  // namespace

std::string findings_text(const std::vector<FileFindings>& files, Language language) {
  std::string text;
  std::size_t errors = 0;
  std::size_t all = 0;
  for (const FileFindings& file : files) {
    for (const core::Diagnostic& finding : file.findings) text += text_of(finding, language);
    errors +=
        static_cast<std::size_t>(std::ranges::count_if(file.findings, &core::Diagnostic::is_error));
    all += file.findings.size();
  }
  return text +
         say(Message::validated, language,
             {{"errors", std::to_string(errors)},
              {"warnings", std::to_string(all - errors)},
              {"files", std::to_string(files.size())}}) +
         '\n';
}

std::string changes_text(const std::vector<FileFindings>& files, Language language) {
  std::string text;
  for (const FileFindings& file : files) {
    for (const core::Diagnostic& finding : file.findings) text += text_of(finding, language);
  }
  return text;
}

Records findings_records(const std::vector<FileFindings>& files, Language language) {
  Records records{.schema = "billijk/validate/1",
                  .list = "findings",
                  .keys = {"severity", "code", "file", "line", "column", "key", "message", "hint"},
                  .titles = {},
                  .rows = {}};
  records.titles = records.keys;
  for (const FileFindings& file : files) {
    for (const core::Diagnostic& finding : file.findings) {
      const std::string name = finding.at.source == nullptr ? file.file : finding.at.source->name;
      records.rows.push_back({std::string{finding.is_error() ? "error" : "warning"},
                              std::string{name_of(finding.code)}, core::well_formed(name),
                              number_or_absent(finding.at.line),
                              number_or_absent(finding.at.line == 0 ? 0 : finding.at.column),
                              text_or_absent(finding.key), message_of(finding, language),
                              text_or_absent(hint_of(finding, language))});
    }
  }
  return records;
}

}  // namespace billijk::report
