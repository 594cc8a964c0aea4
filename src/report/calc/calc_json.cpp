#include "report/calc/calc_json.hpp"

#include "report/words/json_head.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;

class CalcJson {
 public:
  CalcJson(const core::Calculation& calculation, const Program& program, Language language)
      : calculation_{calculation}, program_{program}, language_{language} {}

  std::string calc() {
    json_.begin_object();
    json_.member("schema", "billijk/calc/1");
    write_body({});
    write_derived(calculation_.derived);
    json_.end_object();
    return json_.take();
  }
  std::string check(const core::Verdict& verdict) {
    json_.begin_object();
    json_.member("schema", "billijk/check/1");
    write_body(verdict.warnings);
    write_verdict(verdict);
    write_derived(verdict.derived);
    json_.end_object();
    return json_.take();
  }

  std::string check_many(const std::vector<core::Verdict>& verdicts) {
    json_.begin_object();
    json_.member("schema", "billijk/check-many/1");
    write_body({});
    json_.key("verdicts");
    json_.begin_array();
    for (const core::Verdict& verdict : verdicts) {
      json_.begin_object();
      write_verdict(verdict);
      write_derived(verdict.derived);
      json_.key("warnings");
      json_.begin_array();
      write_warnings(json_, verdict.warnings, language_);
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    return json_.take();
  }

 private:
  void write_body(const core::Diagnostics& of_tariff) {
    write_header();
    write_hours();
    write_lines();
    write_totals();
    write_inputs();
    json_.key("warnings");
    json_.begin_array();
    write_warnings(json_, of_tariff, language_);
    write_warnings(json_, calculation_.warnings, language_);
    json_.end_array();
  }

  void write_header() {
    write_program_and_case(json_, program_, calculation_.subject);
    json_.member("currency", "EUR");
    json_.member("unit", "hour");
  }

  void write_hours() {
    const core::Pass<Exact>& pass = calculation_.sheet.first;
    const bool given = calculation_.ways().given;
    const auto member = [&](std::string_view name, const Exact& value) {
      json_.key(name);
      if (given) {
        json_.null();
      } else {
        json_.value(value);
      }
    };
    member("gross", pass.labour.gross.number());
    member("labour", pass.labour.labour.number());
    member("index_factor", calculation_.ways().index_factor);
    json_.key("hours");
    if (given) return json_.null();
    const core::YearHours<Exact>& year = pass.hours;
    json_.begin_object();
    member("contract", year.contract.number());
    member("leave", year.leave.number());
    member("sickness", year.sickness.number());
    member("training", year.training.number());
    member("meetings", year.meetings.number());
    member("idle", year.idle.number());
    member("indirect", year.indirect.number());
    member("obligations", year.obligations.number());
    member("attendance", year.attendance.number());
    member("billable", year.billable.number());
    member("travel", year.travel.number());
    member("productivity", (year.billable / year.contract).number());
    json_.end_object();
  }

  void write_lines() {
    const Exact& whole = calculation_[Total::fair_tariff]->value;
    json_.key("lines");
    json_.begin_array();
    for (const core::SheetLine& line : calculation_.lines) {
      json_.begin_object();
      json_.member("key", line.key);
      json_.member_or_null("element", std::string{letter_of(line.element)});
      json_.member("label", label_of(line, language_));
      json_.member("value", line.value);
      json_.member("rounded", line.rounded);
      json_.member("share_of_tariff",
                   whole.is_zero() ? std::nullopt : std::optional{line.value / whole});
      json_.end_object();
    }
    json_.end_array();
  }

  void write_totals() {
    json_.key("totals");
    json_.begin_object();
    for (const Total total : core::all_totals) {
      json_.key(key_of(total));
      const std::optional<core::Boundary>& boundary = calculation_[total];
      if (!boundary) {
        json_.null();
        continue;
      }
      json_.begin_object();
      json_.member("value", boundary->value);
      json_.member("rounded", boundary->rounded);
      json_.member("low", boundary->low);
      json_.member("high", boundary->high);
      json_.end_object();
    }
    json_.end_object();
  }

  void write_inputs() {
    json_.key("inputs");
    json_.begin_array();
    for (const core::UsedInput& input : calculation_.inputs) {
      json_.begin_object();
      json_.member("key", input.key);
      json_.key("value");
      write_value(input);
      json_.member_or_null("unit", std::string{core::unit_name(input.unit)});
      json_.member("low", input.low);
      json_.member("high", input.high);
      json_.member_or_null("grade",
                           input.grade ? std::string{word_of(*input.grade)} : std::string{});
      json_.key("source");
      json_.begin_array();
      for (const std::string& source : input.source) json_.value(source);
      json_.end_array();
      json_.member_or_null("checked", input.checked ? core::iso(*input.checked) : std::string{});
      json_.member_or_null("note", input.note);
      json_.end_object();
    }
    json_.end_array();
  }
  void write_value(const core::UsedInput& input) {
    if (const auto* number = std::get_if<core::Decimal>(&input.value)) {
      json_.value(*number);
    } else if (const auto* text = std::get_if<std::string>(&input.value)) {
      json_.value(*text);
    } else {
      json_.value(core::iso(std::get<core::Date>(input.value)));
    }
  }

  void write_verdict(const core::Verdict& verdict) {
    write_tariff(json_, verdict.tariff, verdict.judgement.per_hour);
    json_.member("zone", key_of(verdict.judgement.zone));
    json_.member("certain", verdict.certain);
    json_.member("provisional", verdict.is_provisional());
    json_.key("could_change");
    json_.begin_array();
    for (const std::string& key : verdict.could_change) json_.value(key);
    json_.end_array();
    write_sides(verdict);
    json_.key("distance");
    write_distances(verdict.judgement);
    if (!verdict.subcontractor) return;
    json_.key("subcontractor");
    json_.begin_object();
    json_.member("per_hour", verdict.subcontractor->per_hour);
    json_.member("zone", key_of(verdict.subcontractor->zone));
    json_.key("distance");
    write_distances(*verdict.subcontractor);
    json_.end_object();
  }
  void write_sides(const core::Verdict& verdict) {
    json_.key("boundaries");
    json_.begin_object();
    for (const Total total : core::all_totals) {
      const std::optional<core::BoundarySide>& of = verdict[total];
      if (!of) continue;
      json_.key(key_of(total));
      json_.begin_object();
      json_.member("side", key_of(of->side));
      json_.member("certain", of->certain);
      json_.key("could_cross");
      json_.begin_array();
      for (const std::string& key : of->could_cross) json_.value(key);
      json_.end_array();
      json_.end_object();
    }
    json_.end_object();
  }
  /// Only where the case has any.
  void write_derived(const std::vector<core::DerivedFigure>& derived) {
    if (calculation_.subject.derived.empty()) return;
    json_.key("derived");
    json_.begin_array();
    for (const core::DerivedFigure& figure : derived) {
      json_.begin_object();
      json_.member("key", figure.price.key);
      json_.member("label", figure.price.label);
      json_.key("percent");
      json_.value(figure.price.percent.value);
      json_.member("of", word_of(figure.price.of));
      json_.member("base", figure.base.rounded);
      json_.member("value", figure.share.value);
      json_.member("rounded", figure.share.rounded);
      json_.key("at_least");
      write_least(figure);
      json_.end_object();
    }
    json_.end_array();
  }
  void write_least(const core::DerivedFigure& figure) {
    if (!figure.least) return json_.null();
    json_.begin_object();
    json_.member("key", word_of(*figure.price.at_least));
    json_.member("value", figure.least->value);
    json_.member("rounded", figure.least->rounded);
    json_.end_object();
  }
  void write_distances(const core::Judgement& judgement) {
    json_.begin_object();
    for (const Total total : core::all_totals) {
      json_.key(key_of(total));
      const std::optional<core::Distance>& distance = judgement.distances[index_of(total)];
      if (!distance) {
        json_.null();
        continue;
      }
      json_.begin_object();
      json_.member("per_hour", distance->per_hour);
      json_.member("percent", distance->percent);
      json_.member("per_year", distance->per_year);
      json_.end_object();
    }
    json_.end_object();
  }

  const core::Calculation& calculation_;
  const Program& program_;
  Language language_;
  JsonWriter json_;
};

}  // namespace

std::string calc_json(const core::Calculation& calculation, const Program& program,
                      Language language) {
  return CalcJson{calculation, program, language}.calc();
}

std::string check_many_json(const core::Calculation& calculation,
                            const std::vector<core::Verdict>& verdicts, const Program& program,
                            Language language) {
  return CalcJson{calculation, program, language}.check_many(verdicts);
}

std::string check_json(const core::Calculation& calculation, const core::Verdict& verdict,
                       const Program& program, Language language) {
  return CalcJson{calculation, program, language}.check(verdict);
}

}  // namespace billijk::report
