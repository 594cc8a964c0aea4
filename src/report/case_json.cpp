#include "report/case_json.hpp"

namespace billijk::report {

void write_program(JsonWriter& json, const Program& program) {
  json.key("program");
  json.begin_object();
  json.member("name", program.name);
  json.member("version", program.version);
  json.end_object();
}

void write_case(JsonWriter& json, const core::Calculation& calculation) {
  const core::Case& subject = calculation.subject;
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

}  // namespace billijk::report
