#include "report/words/head.hpp"

#include "report/words/catalogue.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::report {

Record program_of(const Program& program) {
  return {{"name", program.name}, {"version", program.version}};
}

Record case_of(const core::Case& subject, Language language) {
  return {{"title", text_or_absent(text_of(subject.title, language))},
          {"file", subject.file},
          {"period", Record{{"from", subject.period.from}, {"to", subject.period.to}}}};
}

Record head_of(std::string_view schema, const Program& program, const core::Case& subject,
               Language language) {
  return {
      {"schema", schema}, {"program", program_of(program)}, {"case", case_of(subject, language)}};
}

List findings_of(const core::Diagnostics& findings, Language language) {
  return list_of(findings, [&](const core::Diagnostic& finding) {
    return Record{{"code", name_of(finding.code)},
                  {"message", message_of(finding, language)},
                  {"key", text_or_absent(finding.key)}};
  });
}

Record tariff_of(const core::Tariff& tariff, const std::optional<core::Exact>& per_hour) {
  return {{"value", tariff.value}, {"unit", word_of(tariff.unit)}, {"per_hour", per_hour}};
}

}  // namespace billijk::report
