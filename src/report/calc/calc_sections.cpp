#include "report/calc/calc_sections.hpp"

#include "report/calc/unit_report.hpp"
#include "report/words/head.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;

/// One case: members and rows in the order each has.
class CaseSections {
 public:
  CaseSections(const core::Calculation& calculation, Language language)
      : calculation_{calculation}, language_{language} {}

  Record members(const char* schema, const Program& program, const core::Diagnostics& of_tariff) {
    Record all = head_of(schema, program, calculation_.subject, language_);
    append(all, {{"currency", "EUR"}, {"unit", "hour"}});
    append(all, hours());
    append(all, {{"lines", lines()}, {"totals", totals()}, {"inputs", inputs()}});
    core::Diagnostics warnings = of_tariff;
    warnings.insert(warnings.end(), calculation_.warnings.begin(), calculation_.warnings.end());
    all.push_back({"warnings", findings_of(warnings, language_)});
    return all;
  }

  Record verdict(const core::Verdict& verdict) {
    const std::string_view zone = key_of(verdict.judgement.zone);
    const Record parts{
        {"zone", zone}, {"certain", verdict.certain}, {"provisional", verdict.is_provisional()}};
    for (const Member& part : parts) {
      const bool is_zone = part.name == "zone";
      const std::string label = is_zone ? label_of(verdict.judgement.zone, language_) : "";
      add_row("verdict", part.name, {{"label", label}, {"value", part.value}});
    }
    const Record sides = boundaries(verdict);
    const Value tariff = tariff_of(verdict.tariff, verdict.judgement.per_hour);
    add_row("tariff", "tariff",
            {{"value", verdict.tariff.value},
             {"unit", "EUR per " + std::string{word_of(verdict.tariff.unit)}}});
    add_row("tariff", "per_hour", {{"value", verdict.judgement.per_hour}, {"unit", eur_per_hour}});
    Record all{{"tariff", tariff}};
    append(all, parts);
    append(all, {{"could_change", verdict.could_change},
                 {"boundaries", sides},
                 {"distance", distances("distance", verdict.judgement)}});
    if (verdict.subcontractor) {
      const core::Judgement& reaches = *verdict.subcontractor;
      add_row("subcontractor", "zone",
              {{"label", label_of(reaches.zone, language_)}, {"value", key_of(reaches.zone)}});
      add_row("subcontractor", "per_hour", {{"value", reaches.per_hour}, {"unit", eur_per_hour}});
      all.push_back({"subcontractor", Record{{"per_hour", reaches.per_hour},
                                             {"zone", key_of(reaches.zone)},
                                             {"distance", distances("subcontractor", reaches)}}});
    }
    return all;
  }

  /// The boundaries in another unit.
  Record in_unit(core::TariffUnit unit, const std::optional<core::Decimal>& tariff) {
    const core::UnitPrices prices = unit_prices(calculation_, unit, tariff);
    add_unit_rows(rows_, prices, language_);
    return {{"in_unit", unit_record(prices)}};
  }
  /// Only where the tariff is in one.
  Record in_unit(const core::Verdict& verdict) {
    if (verdict.tariff.unit == core::TariffUnit::hour) return {};
    return in_unit(verdict.tariff.unit, verdict.tariff.value);
  }

  /// Only where the case has any.
  Record derived(const std::vector<core::DerivedFigure>& derived) {
    if (calculation_.subject.derived.empty()) return {};
    return {
        {"derived", list_of(derived, [&](const core::DerivedFigure& figure) {
           const core::DerivedPrice& price = figure.price;
           const Record share = rounded(price.key, figure.share);
           add_row("derived", price.key, {{"label", price.label}, {"unit", eur_per_hour}}, share);
           Value least;
           if (figure.least) {
             const std::string_view word = word_of(*price.at_least);
             const Record least_share = rounded(word, *figure.least);
             add_row("derived", price.key + '.' + std::string{word},
                     {{"label", price.label}, {"unit", eur_per_hour}}, least_share);
             least = least_share;
           }
           return Record{{"key", price.key},
                         {"label", price.label},
                         {"percent", price.percent.value},
                         {"of", word_of(price.of)},
                         {"base", figure.base.rounded},
                         share[1],
                         share[2],
                         {"at_least", least}};
         })}};
  }

  Rows take_rows() { return std::move(rows_); }

 private:
  void add_row(std::string_view section, std::string_view key, Record cells,
               const Record& others = {}) {
    append(cells, {{"section", section}, {"key", key}});
    rows_.add(cells, others);
  }
  static Record rounded(std::string_view key, const core::RoundedFigure& figure) {
    return {{"key", key}, {"value", figure.value}, {"rounded", figure.rounded}};
  }

  /// Nothing of these where the cost price was given.
  Record hours() const {
    const core::Pass<Exact>& pass = calculation_.sheet.first;
    const core::YearHours<Exact>& year = pass.hours;
    Record all{{"gross", pass.labour.gross.number()},
               {"labour", pass.labour.labour.number()},
               {"index_factor", calculation_.ways().index_factor},
               {"hours", {}}};
    if (calculation_.ways().given) {
      for (Member& member : all) member.value = {};
      return all;
    }
    Record all_hours;
    visit_hours(year, [&](const char* key, core::HoursSign, const Exact& hours) {
      all_hours.push_back({key, hours});
    });
    append(all_hours, {{"attendance", year.attendance.number()},
                       {"billable", year.billable.number()},
                       {"travel", year.travel.number()},
                       {"productivity", (year.billable / year.contract).number()}});
    all.back().value = std::move(all_hours);
    return all;
  }

  List lines() {
    const Exact& whole = calculation_[Total::fair_tariff]->value;
    return list_of(calculation_.lines, [&](const core::SheetLine& line) {
      Record record{{"key", line.key},
                    {"element", text_or_absent(letter_of(line.element))},
                    {"label", label_of(line, language_)},
                    {"value", line.value},
                    {"rounded", line.rounded},
                    {"share_of_tariff", whole.is_zero() ? Value{} : line.value / whole}};
      add_row("line", line.key, {{"unit", eur_per_hour}}, record);
      return record;
    });
  }

  Record totals() {
    Record all;
    for (const Total total : core::all_totals) {
      const std::optional<core::Boundary>& boundary = calculation_[total];
      Member& member = all.emplace_back(Member{key_of(total), {}});
      if (!boundary) continue;
      const Record record{{"value", boundary->value},
                          {"rounded", boundary->rounded},
                          {"low", boundary->low},
                          {"high", boundary->high}};
      add_row("total", member.name, {{"label", label_of(total, language_)}, {"unit", eur_per_hour}},
              record);
      member.value = record;
    }
    return all;
  }

  List inputs() const {
    return list_of(calculation_.inputs, [&](const core::UsedInput& input) {
      return Record{{"key", input.key},
                    {"value", input.value},
                    {"unit", text_or_absent(core::unit_name(input.unit))},
                    {"low", input.low},
                    {"high", input.high},
                    {"grade", input.grade ? Value{word_of(*input.grade)} : Value{}},
                    {"source", input.source},
                    {"checked", input.checked},
                    {"note", text_or_absent(text_of(input.note, language_))}};
    });
  }

  Record boundaries(const core::Verdict& verdict) {
    Record all;
    for (const Total total : core::all_totals) {
      const std::optional<core::BoundarySide>& of = verdict[total];
      if (!of) continue;
      const std::string_view key = key_of(total);
      const Member label{"label", label_of(total, language_)};
      add_row("side", key, {label, {"value", key_of(of->side)}});
      add_row("side", std::string{key} + ".certain", {label, {"value", of->certain}});
      all.push_back({key, Record{{"side", key_of(of->side)},
                                 {"certain", of->certain},
                                 {"could_cross", of->could_cross}}});
    }
    return all;
  }

  Record distances(std::string_view section, const core::Judgement& judgement) {
    Record all;
    for (const Total total : core::all_totals) {
      const std::optional<core::Distance>& distance = judgement.distances[index_of(total)];
      Member& member = all.emplace_back(Member{key_of(total), {}});
      if (!distance) continue;
      const Record parts{{"per_hour", distance->per_hour},
                         {"percent", distance->percent},
                         {"per_year", distance->per_year}};
      constexpr std::array<std::string_view, 3> units{eur_per_hour, "%", "EUR per year"};
      for (std::size_t i = 0; i < parts.size(); ++i) {
        add_row(section, std::string{member.name}.append(".").append(parts[i].name),
                {{"label", label_of(total, language_)},
                 {"value", parts[i].value},
                 {"unit", units.at(i)}});
      }
      member.value = parts;
    }
    return all;
  }

  const core::Calculation& calculation_;
  Language language_;
  Rows rows_{
      .header = {"section", "key", "element", "label", "value", "rounded", "low", "high", "unit"},
      .records = {}};
};

/// A row of several tariffs.
Record row_of(const core::Calculation& calculation, const core::Verdict& verdict) {
  const core::Judgement& judgement = verdict.judgement;
  const core::Distance& distance = *judgement.distances[index_of(Total::cost_price)];
  Record row{{"tariff", verdict.tariff.value},
             {"unit", word_of(verdict.tariff.unit)},
             {"per_hour", judgement.per_hour},
             {"zone", key_of(judgement.zone)},
             {"certain", verdict.certain},
             {"provisional", verdict.is_provisional()},
             {"distance", distance.per_hour},
             {"distance_percent", distance.percent},
             {"distance_year", distance.per_year},
             {"warnings", verdict.warnings.size() + calculation.warnings.size()}};
  if (!verdict.subcontractor) return row;
  append(row, {{"subcontractor", verdict.subcontractor->per_hour},
               {"subcontractor_zone", key_of(verdict.subcontractor->zone)}});
  return row;
}

}  // namespace

Sections calc_sections(const core::Calculation& calculation,
                       const std::optional<core::TariffUnit>& unit, const Program& program,
                       Language language) {
  CaseSections sections{calculation, language};
  Record members = sections.members("billijk/calc/1", program, {});
  if (unit) append(members, sections.in_unit(*unit, std::nullopt));
  append(members, sections.derived(calculation.derived));
  return {std::move(members), sections.take_rows()};
}

Sections check_sections(const core::Calculation& calculation, const core::Verdict& verdict,
                        const Program& program, Language language) {
  CaseSections sections{calculation, language};
  // The rows of a verdict stand before those of the sheet.
  Record judged = sections.verdict(verdict);
  Record members = sections.members("billijk/check/1", program, verdict.warnings);
  append(members, std::move(judged));
  append(members, sections.in_unit(verdict));
  append(members, sections.derived(verdict.derived));
  return {std::move(members), sections.take_rows()};
}

Sections check_many_sections(const core::Calculation& calculation,
                             const std::vector<core::Verdict>& verdicts, const Program& program,
                             Language language) {
  CaseSections sections{calculation, language};
  Rows rows{.header = {"tariff", "unit", "per_hour", "zone", "certain", "provisional", "distance",
                       "distance_percent", "distance_year", "warnings", "subcontractor",
                       "subcontractor_zone"},
            .records = {}};
  Record members = sections.members("billijk/check-many/1", program, {});
  members.push_back({"verdicts", list_of(verdicts, [&](const core::Verdict& verdict) {
                       rows.add(row_of(calculation, verdict));
                       Record judged = sections.verdict(verdict);
                       append(judged, sections.in_unit(verdict));
                       append(judged, sections.derived(verdict.derived));
                       append(judged, {{"warnings", findings_of(verdict.warnings, language)}});
                       return judged;
                     })});
  return {std::move(members), std::move(rows)};
}

}  // namespace billijk::report
