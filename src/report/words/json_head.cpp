#include "report/words/json_head.hpp"

#include "report/words/diagnostic_text.hpp"

namespace billijk::report {

void write_program(JsonWriter& json, const Program& program) {
  json.key("program");
  json.begin_object();
  json.member("name", program.name);
  json.member("version", program.version);
  json.end_object();
}

void write_case(JsonWriter& json, const core::Case& subject) {
  json.begin_object();
  json.member_or_null("title", subject.title);
  json.member("file", subject.file);
  json.key("period");
  json.begin_object();
  json.member("from", core::iso(subject.period.from));
  json.member("to", core::iso(subject.period.to));
  json.end_object();
  json.end_object();
}

void write_program_and_case(JsonWriter& json, const Program& program, const core::Case& subject) {
  write_program(json, program);
  json.key("case");
  write_case(json, subject);
}

void write_warnings(JsonWriter& json, const core::Diagnostics& warnings, Language language) {
  for (const core::Diagnostic& warning : warnings) {
    json.begin_object();
    json.member("code", name_of(warning.code));
    json.member("message", message_of(warning, language));
    json.member_or_null("key", warning.key);
    json.end_object();
  }
}

void write_tariff(JsonWriter& json, const core::Tariff& tariff, const core::Exact& per_hour) {
  json.key("tariff");
  json.begin_object();
  json.member("value", tariff.value);
  json.member("unit", word_of(tariff.unit));
  json.member("per_hour", per_hour);
  json.end_object();
}

}  // namespace billijk::report
