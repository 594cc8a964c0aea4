#pragma once

#include <string>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "report/format/records.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// What `validate` found in one file.
struct FileFindings {
  std::string file;
  core::Diagnostics findings;
};

/// Findings as compilers give them, then a line that counts them; placeholders, of which there are
/// many in a fresh case, as one list a file at the end.
Document findings_document(const std::vector<FileFindings>& files, Language language);

/// Findings alone, and nothing when there are none.
Document changes_document(const std::vector<FileFindings>& files, Language language);

/// One record a finding: severity, code, file, line, column, key, message, hint.
Records findings_records(const std::vector<FileFindings>& files, Language language);

}  // namespace billijk::report
