#include "report/lever/sensitivity_report.hpp"
#include "report/words/json_head.hpp"

namespace billijk::report {
namespace {

using core::Exact;

void write(JsonWriter& json, const analysis::Effect& effect) {
  json.begin_object();
  json.member("key", effect.key);
  json.member_or_null("unit", std::string{core::unit_name(effect.unit)});
  json.member("own", effect.own);
  json.member("low", effect.low);
  json.member("high", effect.high);
  json.member("at_low", effect.at_low);
  json.member("at_high", effect.at_high);
  json.member("monotonic", effect.monotonic);
  json.member("per_unit", effect.per_unit);
  json.key("points");
  json.begin_array();
  for (const analysis::EffectPoint& point : effect.points) {
    json.begin_object();
    json.member("value", point.value);
    json.member("boundary", point.boundary);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write(JsonWriter& json, const analysis::Rate& rate) {
  json.begin_object();
  json.member("key", rate.key);
  json.member_or_null("unit", std::string{core::unit_name(rate.unit)});
  json.member("per_unit", rate.per_unit);
  json.member("travel_minutes", rate.travel_minutes);
  json.member("per_year", rate.per_year);
  json.end_object();
}

std::string code_of(const analysis::SweepPoint& point) {
  if (point.trouble == core::Trouble::none) return {};
  return std::string{name_of(core::code_of(point.trouble))};
}

void write(JsonWriter& json, const std::vector<analysis::SweepAxis>& axes,
           const analysis::SweepPoint& point) {
  json.begin_object();
  for (std::size_t i = 0; i < axes.size(); ++i)
    json.member(axes[i].subject.lever.name, point.at[i]);
  for (const core::Total total : core::all_totals) json.member(key_of(total), point.rounded[total]);
  json.member_or_null("error", code_of(point));
  json.end_object();
}

CsvTable sweep_csv(const Sensed& sensed) {
  CsvTable table;
  for (const analysis::SweepAxis& axis : sensed.axes)
    table.header.push_back(axis.subject.lever.name);
  for (const core::Total total : core::all_totals) table.header.emplace_back(key_of(total));
  table.header.emplace_back("error");
  for (const analysis::SweepPoint& point : sensed.points) {
    std::vector<CsvField> record{point.at.begin(), point.at.end()};
    for (const core::Total total : core::all_totals)
      record.push_back(field_of(point.rounded[total]));
    record.emplace_back(code_of(point));
    table.records.push_back(std::move(record));
  }
  return table;
}

}  // namespace

std::string sensitivity_json(const Sensed& sensed, const Program& program) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "billijk/sensitivity/1");
  write_program_and_case(json, program, sensed.calculation.subject);
  json.member("boundary", key_of(sensed.sensitivity.boundary));
  json.member("base", sensed.sensitivity.base);
  json.key("inputs");
  json.begin_array();
  for (const analysis::Effect& effect : sensed.sensitivity.effects) write(json, effect);
  json.end_array();
  json.key("exchange");
  json.begin_array();
  for (const analysis::Rate& rate : sensed.sensitivity.rates) write(json, rate);
  json.end_array();
  if (sensed.is_sweep()) {
    json.key("points");
    json.begin_array();
    for (const analysis::SweepPoint& point : sensed.points) write(json, sensed.axes, point);
    json.end_array();
  }
  json.end_object();
  return json.take();
}

CsvTable sensitivity_csv(const Sensed& sensed) {
  if (sensed.is_sweep()) return sweep_csv(sensed);
  CsvTable table;
  table.header = {"section",   "key",      "unit",           "own",
                  "low",       "high",     "at_low",         "at_high",
                  "monotonic", "per_unit", "travel_minutes", "per_year"};
  for (const analysis::Effect& effect : sensed.sensitivity.effects) {
    table.records.push_back({"input",
                             effect.key,
                             std::string{core::unit_name(effect.unit)},
                             effect.own,
                             field_of(effect.low),
                             field_of(effect.high),
                             field_of(effect.at_low),
                             field_of(effect.at_high),
                             effect.monotonic ? "true" : "false",
                             field_of(effect.per_unit),
                             {},
                             {}});
  }
  for (const analysis::Rate& rate : sensed.sensitivity.rates) {
    table.records.push_back({"exchange",
                             rate.key,
                             std::string{core::unit_name(rate.unit)},
                             {},
                             {},
                             {},
                             {},
                             {},
                             {},
                             rate.per_unit,
                             field_of(rate.travel_minutes),
                             field_of(rate.per_year)});
  }
  return table;
}

}  // namespace billijk::report
