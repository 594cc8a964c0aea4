#include "report/forecast/forecast_sections.hpp"

#include <catch2/catch.hpp>

#include "unit/documents.hpp"
#include "unit/foreseen.hpp"

namespace billijk::report {
namespace {

using nlohmann::json;
using tests::CaseText;
using tests::foreseeable;
using Texts = std::vector<std::string>;

Sections sections_of(const CaseText& text, const tests::Ahead& asked = {}) {
  const tests::Foreseen found{text, asked};
  return forecast_sections({.calculation = *found.subject, .result = *found}, {"billijk", "1.0"},
                           Language::en);
}
json foreseen_json(const CaseText& text, const tests::Ahead& asked = {}) {
  return tests::json_of(sections_of(text, asked));
}

/// The names of the members as they stand, "schema program …".
std::string members_of(const nlohmann::ordered_json& object) {
  std::string names;
  for (const auto& member : object.items()) (names += names.empty() ? "" : " ") += member.key();
  return names;
}
nlohmann::ordered_json in_order(const Sections& sections) {
  return nlohmann::ordered_json::parse(render_json(sections.members));
}

const CaseText without_volume = foreseeable(
    "wages = 3\nprices = 2", "tariff = 41.50\nend = 2028-12-31\nindexation = { percent = 2 }");

}  // namespace

TEST_CASE("JSON of a forecast has its members in order") {
  const Sections sections = sections_of(foreseeable());
  const nlohmann::ordered_json found = in_order(sections);
  CHECK(members_of(found) ==
        "schema program case currency unit provisional years sinks_in below_wage_floor_from "
        "above_ceiling_from "
        "needed growth clauses warnings");
  CHECK(found["schema"] == "billijk/forecast/1");
  CHECK(found["currency"] == "EUR");
  CHECK(found["unit"] == "hour");
  CHECK(members_of(found["years"][0]) ==
        "year period index_percent tariff per_hour zone certain subcontractor totals distance "
        "volume hours running_total low high");
  for (const char* path : {"low", "high"}) {
    CHECK(members_of(found["years"][0][path]) ==
          "index_percent tariff per_hour zone subcontractor totals distance volume hours "
          "running_total");
  }
  CHECK(members_of(found["years"][0]["totals"]) == "wage_floor cost_price fair_tariff ceiling");
  CHECK(members_of(found["needed"]) ==
        "start_tariff_every_year start_tariff_over_contract clause_percent");
  CHECK(members_of(found["growth"]) == "wage cost_price tariff");
}

TEST_CASE("JSON of a year has its figures, and those of the ends of growth below it") {
  const json found =
      foreseen_json(foreseeable("wages = { value = 3, low = 2, high = 5 }\nprices = 2"));
  REQUIRE(found["years"].size() == 4);
  const json& last = found["years"][3];
  CHECK(last["year"] == 2029);
  CHECK(last["period"] == json{{"from", "2029-01-01"}, {"to", "2029-12-31"}});
  CHECK(last["index_percent"] == 2);
  CHECK(last["tariff"] == 44.04);
  CHECK(last["per_hour"] == 44.04);
  CHECK(last["zone"] == "below_cost_price");
  CHECK(last["certain"] == false);
  CHECK(last["subcontractor"].is_null());
  CHECK(last["totals"] == json{{"wage_floor", {{"rounded", 36.88}}},
                               {"cost_price", {{"rounded", 44.26}}},
                               {"fair_tariff", {{"rounded", 44.26}}},
                               {"ceiling", {{"rounded", 48.68}}}});
  // 22 / 4426 = 0.497 %.
  CHECK(last["distance"] == json{{"per_hour", -0.22}, {"percent", -0.5}, {"per_year", -220}});
  CHECK(last["volume"] == 1000);
  CHECK(last["hours"] == 1000);
  CHECK(last["running_total"] == 1600);
  CHECK(last["low"]["totals"]["cost_price"]["rounded"] == 42.98);
  CHECK(last["low"]["distance"]["per_hour"] == 1.06);
  CHECK(last["low"]["zone"] == "fair");
  CHECK(last["high"]["totals"]["cost_price"]["rounded"] == 46.88);
  CHECK(last["high"]["distance"]["per_hour"] == -2.84);
  // 1000 x (1.00 + 1.02 + 1.04 + 1.06), and with -0.20, -1.47 and -2.84 behind the first.
  CHECK(last["low"]["running_total"] == 4120);
  CHECK(last["high"]["running_total"] == -3510);
  CHECK(found["sinks_in"] == 2029);
  CHECK(found["needed"] == json{{"start_tariff_every_year", 41.71},
                                {"start_tariff_over_contract", 41.12},
                                {"clause_percent", 2.16}});
  CHECK(found["growth"]["wage"] == 9.2727);
}

TEST_CASE("JSON has null for what there is not") {
  const json found = foreseen_json(without_volume);
  for (const char* key : {"sinks_in", "below_wage_floor_from", "above_ceiling_from"}) {
    CAPTURE(key);
    CHECK(found[key].is_null());
  }
  CHECK(found["needed"]["start_tariff_over_contract"].is_null());
  CHECK(found["needed"]["start_tariff_every_year"] == 41.3);
  for (const json& year : found["years"]) {
    CHECK(year["volume"].is_null());
    CHECK(year["hours"].is_null());
    CHECK(year["running_total"].is_null());
    CHECK(year["distance"]["per_year"].is_null());
    CHECK(year["high"]["running_total"].is_null());
  }
  CHECK(found["clauses"] == json::array());
}

TEST_CASE("JSON has what reaches those who deliver, clauses and warnings") {
  CaseText text = foreseeable("wages = 3\nprices = 2",
                              "tariff = 41.50\nvolume = 1000\nend = 2029-12-31\n"
                              "subcontracting_fee = 1");
  const json found = foreseen_json(text, {.until = {}, .clauses = {"3,5", "none"}, .presets = {}});
  CHECK(found["years"][0]["subcontractor"] == json{{"per_hour", 41.085}, {"zone", "fair"}});
  CHECK(found["years"][1]["low"]["subcontractor"]["zone"] == "below_cost_price");
  CHECK(found["clauses"][0] == json{{"clause", "3,5"},
                                    {"sinks_in", nullptr},
                                    {"running_total", 5460},
                                    {"tariff_at_end", 46.01}});
  CHECK(found["clauses"][1]["sinks_in"] == 2027);
  CHECK(found["warnings"].back()["code"] == "W018");
  CHECK(found["warnings"].back()["key"] == "contract.indexation");
}

TEST_CASE("records are a row a year and path, certain of the value alone") {
  const Rows found =
      sections_of(foreseeable("wages = { value = 3, low = 2, high = 5 }\nprices = 2")).rows;
  CHECK(found.header == Texts{"year",          "path",
                              "from",          "to",
                              "index_percent", "tariff",
                              "unit",          "per_hour",
                              "zone",          "certain",
                              "subcontractor", "subcontractor_zone",
                              "wage_floor",    "cost_price",
                              "fair_tariff",   "ceiling",
                              "distance",      "distance_percent",
                              "distance_year", "volume",
                              "hours",         "running_total"});
  REQUIRE(found.records.size() == 12);
  CHECK(
      tests::records(found, "2029") ==
      Texts{"2029,value,2029-01-01,2029-12-31,2,44.04,EUR per hour,44.04,below_cost_price,false,,,"
            "36.88,44.26,44.26,48.68,-0.22,-0.5,-220,1000,1000,1600",
            // Of 42.98: floor 35.815770, ceiling 47.2768164, 1.06 / 42.98 = 2.466 %.
            "2029,low,2029-01-01,2029-12-31,2,44.04,EUR per hour,44.04,fair,,,,"
            "35.82,42.98,42.98,47.28,1.06,2.47,1060,1000,1000,4120",
            // Of 46.88: floor 39.06984375, ceiling 51.57219375, 2.84 / 46.88 = 6.058 %.
            "2029,high,2029-01-01,2029-12-31,2,44.04,EUR per hour,44.04,below_cost_price,,,,"
            "39.07,46.88,46.88,51.57,-2.84,-6.06,-2840,1000,1000,-3510"});
}

TEST_CASE("records of another unit, without a volume, say so") {
  const Rows found = sections_of(foreseeable("wages = 3\nprices = 2",
                                             "tariff = 0.70\nunit = \"minute\"\nend = 2026-12-31\n"
                                             "subcontracting_fee = 10"))
                         .rows;
  // 0.70 x 60 = 42.00, of which 37.80 is left; 1.50 / 40.50 = 3.70 %.
  CHECK(tests::records(found, "2026,value") ==
        Texts{"2026,value,2026-01-01,2026-12-31,0,0.7,EUR per minute,42,fair,true,37.8,"
              "below_cost_price,33.75,40.5,40.5,44.55,1.5,3.7,,,,"});
}

}  // namespace billijk::report
