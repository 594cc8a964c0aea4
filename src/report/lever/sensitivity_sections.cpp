#include "report/lever/sensitivity_report.hpp"
#include "report/words/head.hpp"

namespace billijk::report {
namespace {

Record record_of(const analysis::Effect& effect) {
  return {{"key", effect.key},
          {"unit", text_or_absent(core::unit_name(effect.unit))},
          {"own", effect.own},
          {"low", effect.low},
          {"high", effect.high},
          {"at_low", effect.at_low},
          {"at_high", effect.at_high},
          {"monotonic", effect.monotonic},
          {"per_unit", effect.per_unit},
          {"points", list_of(effect.points, [](const analysis::EffectPoint& point) {
             return Record{{"value", point.value}, {"boundary", point.boundary}};
           })}};
}

Record record_of(const analysis::Rate& rate) {
  return {{"key", rate.key},
          {"unit", text_or_absent(core::unit_name(rate.unit))},
          {"per_unit", rate.per_unit},
          {"travel_minutes", rate.travel_minutes},
          {"per_year", rate.per_year}};
}

Record record_of(const std::vector<analysis::SweepAxis>& axes, const analysis::SweepPoint& point) {
  Record record;
  for (std::size_t i = 0; i < axes.size(); ++i)
    record.push_back({axes[i].subject.lever.name, point.at[i]});
  for (const core::Total total : core::all_totals)
    record.push_back({key_of(total), point.rounded[total]});
  const bool computed = point.trouble == core::Trouble::none;
  record.push_back({"error", computed ? Value{} : name_of(core::code_of(point.trouble))});
  return record;
}

/// The names of a point, and of each point what stands under them.
Rows rows_of(const Sensed& sensed) {
  Rows rows;
  for (const Member& member : record_of(sensed.axes, sensed.points.front()))
    rows.header.emplace_back(member.name);
  for (const analysis::SweepPoint& point : sensed.points) rows.add(record_of(sensed.axes, point));
  return rows;
}

}  // namespace

Sections sensitivity_sections(const Sensed& sensed, const Program& program, Language language) {
  Rows rows{.header = {"section", "key", "unit", "own", "low", "high", "at_low", "at_high",
                       "monotonic", "per_unit", "travel_minutes", "per_year"},
            .records = {}};
  const auto section = [&](const char* name) {
    return [&rows, name](const auto& found) {
      Record record = record_of(found);
      rows.add(record, {{"section", name}});
      return record;
    };
  };
  Record members = head_of("billijk/sensitivity/1", program, sensed.calculation.subject, language);
  members.push_back({"boundary", key_of(sensed.sensitivity.boundary)});
  members.push_back({"base", sensed.sensitivity.base});
  members.push_back({"inputs", list_of(sensed.sensitivity.effects, section("input"))});
  members.push_back({"exchange", list_of(sensed.sensitivity.rates, section("exchange"))});
  if (!sensed.is_sweep()) return {std::move(members), std::move(rows)};
  members.push_back({"points", list_of(sensed.points, [&](const analysis::SweepPoint& point) {
                       return record_of(sensed.axes, point);
                     })});
  return {std::move(members), rows_of(sensed)};
}

}  // namespace billijk::report
