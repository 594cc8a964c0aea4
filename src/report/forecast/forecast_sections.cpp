#include "report/forecast/forecast_sections.hpp"

#include "report/words/head.hpp"

namespace billijk::report {
namespace {

using analysis::ForecastYear;
using analysis::YearFigures;
using core::Exact;
using core::GrowthPath;
using core::Total;

Value word_of_path(GrowthPath path) {
  constexpr std::array<std::string_view, core::all_paths.size()> words{"value", "low", "high"};
  return Lasting{words.at(index_of(path))};
}

Record totals_of(const YearFigures& figures) {
  Record totals;
  for (const Total total : core::all_totals) {
    totals.push_back({key_of(total), Record{{"rounded", *figures.boundaries[total]}}});
  }
  return totals;
}

Value delivered_of(const YearFigures& figures) {
  if (!figures.subcontractor) return {};
  return Record{{"per_hour", figures.subcontractor->per_hour},
                {"zone", key_of(figures.subcontractor->zone)}};
}

/// What a year is along a path: in front what the tariff does, then what it is held against.
Record figures_of(const YearFigures& figures, const std::optional<bool>& certain) {
  Record all{{"index_percent", figures.index * Exact{100}},
             {"tariff", figures.tariff},
             {"per_hour", figures.per_hour},
             {"zone", key_of(figures.zone)}};
  if (certain) all.push_back({"certain", *certain});
  append(all, {{"subcontractor", delivered_of(figures)},
               {"totals", totals_of(figures)},
               {"distance", Record{{"per_hour", figures.distance.per_hour},
                                   {"percent", figures.distance.percent},
                                   {"per_year", figures.distance.per_year}}},
               {"volume", figures.volume},
               {"hours", figures.hours},
               {"running_total", figures.running_total}});
  return all;
}

Record year_of(const ForecastYear& year) {
  Record all{{"year", year.days.year},
             {"period", Record{{"from", year.days.period.from}, {"to", year.days.period.to}}}};
  append(all, figures_of(year.value(), year.certain));
  append(all, {{"low", figures_of(year[GrowthPath::low], std::nullopt)},
               {"high", figures_of(year[GrowthPath::high], std::nullopt)}});
  return all;
}

Rows rows_of(const Foreseen& foreseen) {
  Rows rows;
  rows.header = {"year",          "path",
                 "from",          "to",
                 "index_percent", "tariff",
                 "unit",          "per_hour",
                 "zone",          "certain",
                 "subcontractor", "subcontractor_zone",
                 "wage_floor",    "cost_price",
                 "fair_tariff",   "ceiling",
                 "distance",      "distance_percent",
                 "distance_year", "volume",
                 "hours",         "running_total"};
  for (const ForecastYear& year : foreseen.result.years) {
    for (const GrowthPath path : core::all_paths) {
      const YearFigures& of = year[path];
      Record cells{{"year", year.days.year},
                   {"path", word_of_path(path)},
                   {"from", year.days.period.from},
                   {"to", year.days.period.to},
                   {"unit", "EUR per " + std::string{word_of(foreseen.result.unit)}},
                   {"distance", of.distance.per_hour},
                   {"distance_percent", of.distance.percent},
                   {"distance_year", of.distance.per_year}};
      if (path == GrowthPath::value) cells.push_back({"certain", year.certain});
      if (of.subcontractor) {
        append(cells, {{"subcontractor", of.subcontractor->per_hour},
                       {"subcontractor_zone", key_of(of.subcontractor->zone)}});
      }
      for (const Total total : core::all_totals)
        cells.push_back({key_of(total), *of.boundaries[total]});
      rows.add(cells, figures_of(of, std::nullopt));
    }
  }
  return rows;
}

}  // namespace

Sections forecast_sections(const Foreseen& foreseen, const Program& program, Language language) {
  const analysis::ForecastResult& result = foreseen.result;
  Sections sections;
  sections.members = head_of("billijk/forecast/1", program, foreseen.calculation.subject, language);
  append(
      sections.members,
      {{"currency", "EUR"},
       {"unit", Lasting{word_of(result.unit)}},
       {"provisional", foreseen.provisional > 0},
       {"years", list_of(result.years, year_of)},
       {"sinks_in", result.sinks_in},
       {"below_wage_floor_from", result.below_wage_floor_from},
       {"above_ceiling_from", result.above_ceiling_from},
       {"needed", Record{{"start_tariff_every_year", result.needed.start_tariff_every_year},
                         {"start_tariff_over_contract", result.needed.start_tariff_over_contract},
                         {"clause_percent", result.needed.clause_percent}}},
       {"growth", Record{{"wage", result.growth.wage},
                         {"cost_price", result.growth.cost_price},
                         {"tariff", result.growth.tariff}}},
       {"clauses", list_of(result.clauses,
                           [](const analysis::ClauseOutcome& clause) {
                             return Record{{"clause", clause.name},
                                           {"sinks_in", clause.sinks_in},
                                           {"running_total", clause.running_total},
                                           {"tariff_at_end", clause.tariff_at_end}};
                           })},
       {"warnings", findings_of(result.warnings, language)}});
  sections.rows = rows_of(foreseen);
  return sections;
}

}  // namespace billijk::report
