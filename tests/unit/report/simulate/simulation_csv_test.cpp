#include <catch2/catch.hpp>
#include <string>

#include "report/format/csv.hpp"
#include "unit/simulated.hpp"

namespace billijk::report {
namespace {

using core::TariffUnit;
using tests::exact;
using tests::Simulated;
using tests::with_tariff;
using tests::with_two_ranges;

/// The records of a section, a line each.
std::string section(const Simulated& simulated, const std::string& name,
                    Language language = Language::en) {
  std::string text;
  const Rows rows = simulation_sections(simulated.result(), {}, language).rows;
  for (const std::vector<Value>& record : rows.records) {
    CHECK(record.size() == 8);
    const std::string line = render_record(record, CsvDialect::plain);
    if (line.starts_with(name + ',')) text += line;
  }
  return text;
}

}  // namespace

TEST_CASE("a record a figure: the run, the tariff and what it is per hour where that is one") {
  const Simulated month{with_two_ranges("norm_hours = 100"), with_tariff("300", TariffUnit::month)};
  CHECK(section(month, "run") == "run,draws,,1000,,,,\nrun,seed,,7,,,,\n");
  CHECK(section(month, "tariff") ==
        "tariff,tariff,,300,,,,EUR per month\ntariff,per_hour,,36,,,,EUR per hour\n");
  CHECK(section(Simulated{with_two_ranges("volume = { value = 1000, low = 900, high = 1100 }"),
                          with_tariff("40000", TariffUnit::lump_sum)},
                "tariff") == "tariff,tariff,,40000,,,,EUR per lump_sum\n");
  CHECK(section(Simulated{with_two_ranges()}, "tariff").empty());
}

TEST_CASE("keys of a boundary are the same in every language, its label is not") {
  Simulated simulated{with_two_ranges()};
  for (analysis::BoundaryFigures& boundary : simulated.figures.boundaries)
    boundary.standard_error.reset();
  simulated[core::Total::wage_floor].standard_error = exact("0.00678");
  CHECK(section(simulated, "boundary", Language::nl)
            .starts_with("boundary,wage_floor,Loonvloer,33.75,,,,EUR per hour\n"
                         "boundary,wage_floor.mean,Loonvloer,32.12345,,,0.00678,EUR per hour\n"
                         "boundary,wage_floor.p05,Loonvloer,30,,,,EUR per hour\n"
                         "boundary,wage_floor.p25,Loonvloer,31,,,,EUR per hour\n"
                         "boundary,wage_floor.p50,Loonvloer,32,,,,EUR per hour\n"
                         "boundary,wage_floor.p75,Loonvloer,33,,,,EUR per hour\n"
                         "boundary,wage_floor.p95,Loonvloer,34,,,,EUR per hour\n"
                         "boundary,cost_price,Kostprijs,40.5,,,,EUR per hour\n"
                         "boundary,cost_price.mean,Kostprijs,42.12345,,,,EUR per hour\n"));
  CHECK(section(simulated, "histogram")
            .starts_with("histogram,wage_floor,Wage floor,1000,30,30,,draws\n"
                         "histogram,cost_price,Cost price,1000,40,40,,draws\n"));
}

TEST_CASE("chances of a subcontractor have their own section, and an input the share it carries") {
  Simulated simulated{with_two_ranges(), with_tariff("41.50")};
  simulated.chance("1", "0.8516", "0.9", "0.75");
  simulated.input(1, exact("0.25"), 1);
  simulated.input(0, {}, 0);
  CHECK(section(simulated, "chance") ==
        "chance,covers_wage_floor,,1,,,0.01234,share of draws\n"
        "chance,covers_cost_price,,0.8516,,,0.01234,share of draws\n"
        "chance,under_ceiling,,0.9,,,0.01234,share of draws\n"
        "chance,fair,,0.75,,,0.01234,share of draws\n");
  CHECK(section(simulated, "subcontractor").empty());
  simulated.chance("0", "0", "1", "0");
  CHECK(section(simulated, "subcontractor")
            .starts_with("subcontractor,covers_wage_floor,,0,,,0.01234,share of draws\n"));
  CHECK(section(simulated, "input") ==
        "input,hours.sickness,uniform,0.25,4,6.25,,squared correlation\n"
        "input,wage.hourly,triangular,,16,22,,squared correlation\n");
}

}  // namespace billijk::report
