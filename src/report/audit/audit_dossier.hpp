#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/audit/audit_summary.hpp"
#include "core/calculation.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// A contract with all that its dossier tells of it.
struct DossierCase {
  const analysis::AuditedContract& contract;
  const core::Case* subject = nullptr;             ///< absent where the file could not be read
  const core::Calculation* calculation = nullptr;  ///< absent where nothing could be computed
  const analysis::AuditOptions& options;
  const Program& program;
  const std::vector<std::string>& settings;  ///< of --set
  std::string from;                          ///< the file, or the row of a file
};

/// How the tariff of the contract stands to the boundaries; nothing where either is unknown.
std::optional<core::Verdict> verdict_on(const DossierCase& dossier);

/// The evidence on one contract for somebody who knows neither the program nor the case: what is
/// paid, what should be, by which article, from which sources, how sure; a paragraph for a letter;
/// every rule; the cost sheet; the sources.
Document dossier_document(const DossierCase& dossier, const Format& format);

/// The paragraph alone: facts and references, no request and no judgement of anybody.
std::string letter_of(const DossierCase& dossier, const Format& format);

}  // namespace billijk::report
