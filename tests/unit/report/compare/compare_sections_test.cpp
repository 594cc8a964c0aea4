#include <catch2/catch.hpp>

#include "report/compare/compare_report.hpp"
#include "unit/report/compare/compared.hpp"

namespace billijk::report {
namespace {

using nlohmann::json;
using tests::CaseText;
using tests::Compared;
using tests::records;
using Texts = std::vector<std::string>;

struct Shown {
  bool brief = false;
  bool notes = true;
};

Sections sections_of(const Compared& cases, const Shown& shown, Language language) {
  const analysis::Negotiation talks = analysis::negotiation_of(cases.comparison);
  return compare_sections({.comparison = cases.comparison,
                           .negotiation = shown.brief ? &talks : nullptr,
                           .notes = shown.notes},
                          {"billijk", "1.0"}, language);
}
json json_of(const Compared& cases, const Shown& shown = {}) {
  return tests::json_of(sections_of(cases, shown, Language::en));
}
Rows rows_of(const Compared& cases, const Shown& shown = {}) {
  return sections_of(cases, shown, Language::nl).rows;
}

const json& named(const json& list, const std::string& key) {
  for (const json& one : list)
    if (one["key"] == key) return one;
  throw std::invalid_argument{"no " + key};
}

/// The first of 20 % without a line of its own, the second of 25 % with one.
Compared with_gloves() {
  return Compared{
      {CaseText{},
       CaseText{}
           .with("overhead",
                 "percent = { value = 25, grade = \"agreed\", source = \"minutes\", note = \"n\" "
                 "}\nof = \"direct\"")
           .line("key = \"gloves\"\nlabel = \"Gloves\"\nelement = \"d\"\namount = 0.1\nper = "
                 "\"billable_hour\"")}};
}

}  // namespace

TEST_CASE("a comparison in JSON names its cases by letter and lists only the inputs that differ") {
  const json found = json_of(with_gloves());
  CHECK(found["schema"] == "billijk/compare/1");
  CHECK(found["cases"][1]["name"] == "B");
  CHECK(found["cases"][1]["case"]["period"]["from"] == "2026-01-01");
  CHECK_THROWS(named(found["inputs"], "hours.leave"));
  CHECK(named(found["inputs"], "overhead.percent") ==
        json{{"key", "overhead.percent"},
             {"unit", "%"},
             {"values", {20, 25}},
             {"grades", {"assumed", "agreed"}},
             {"sources", {json::array(), {"minutes"}}},
             {"notes", {nullptr, "n"}}});
  const json& gloves = named(found["inputs"], "line.gloves.amount");
  CHECK(gloves["values"] == json{nullptr, 0.1});
  CHECK(gloves["grades"] == json{nullptr, "assumed"});
  CHECK(found["volume"].is_null());
  CHECK_FALSE(found.contains("brief"));
}

TEST_CASE("notes are no part of what the public reads") {
  const json found = json_of(with_gloves(), {.notes = false});
  CHECK_FALSE(named(found["inputs"], "overhead.percent").contains("notes"));
  const Texts with = records(rows_of(with_gloves()), "input,overhead.percent,B");
  CHECK(with == Texts{"input,overhead.percent,B,afgesproken; minutes; n,25,,,,%"});
  CHECK(records(rows_of(with_gloves(), {.notes = false}), "input,overhead.percent,B") ==
        Texts{"input,overhead.percent,B,afgesproken; minutes,25,,,,%"});
}

TEST_CASE("a word that differs is text, and a value the model takes has no grade") {
  const Compared cases{
      {CaseText{}, CaseText{}
                       .with("overhead", "percent = 20\nof = \"cost_price\"")
                       .with("hours", "contract = 2000\nleave = 300\nsickness = 5\nidle = 3")}};
  const json found = json_of(cases);
  const json& of = named(found["inputs"], "overhead.of");
  CHECK(of["values"] == json{"direct", "cost_price"});
  CHECK(of["unit"].is_null());
  const json& idle = named(found["inputs"], "hours.idle");
  CHECK(idle["grades"] == json{nullptr, "assumed"});
  CHECK(idle["sources"] == json{json::array(), json::array()});
  CHECK(records(rows_of(cases), "input,overhead.of,B") ==
        Texts{"input,overhead.of,B,gekozen in de casus,cost_price,,,,"});
}

TEST_CASE("what a case does not have is null in JSON and no record in CSV") {
  const Compared cases{{CaseText{}, tests::given_cost_price("40")}};
  const json found = json_of(cases);
  CHECK(found["boundaries"]["wage_floor"] ==
        json{{"values", {33.75, nullptr}}, {"rounded", {33.75, nullptr}}});
  CHECK(named(found["lines"], "wage")["values"] == json{20, nullptr});
  CHECK(records(rows_of(cases), "boundary,wage_floor") ==
        Texts{"boundary,wage_floor,A,Loonvloer,33.75,33.75,,,EUR per hour"});
  CHECK(records(rows_of(cases), "line,wage,") == Texts{"line,wage,A,Loon,20,20,,,EUR per hour"});
}

TEST_CASE("each case has its bridge; the first stands at the top as well") {
  const Compared cases{{{"contract.volume=1000"},
                        {"wage.hourly=22", "contract.volume=1000"},
                        {"overhead.percent=10", "contract.volume=1000"}}};
  const json found = json_of(cases);
  const json wage = {{"key", "wage.hourly"},
                     {"effect", 4.05},
                     {"rounded", 4.05},
                     {"per_year", 4050},
                     {"standard_error", nullptr}};
  CHECK(found["bridge"] == json::array({wage}));
  CHECK(found["method"] == "exact");
  CHECK(found["orders"].is_null());
  CHECK(found["bridges"][0]["bridge"] == found["bridge"]);
  CHECK(found["bridges"][1]["to"] == "C");
  CHECK(
      found["bridges"][1]["difference"] ==
      json{{"boundary", "cost_price"}, {"value", -3.375}, {"rounded", -3.37}, {"per_year", -3370}});
  CHECK(found["volume"] == 1000);
  const Rows csv = rows_of(cases);
  CHECK(records(csv, "bridge") ==
        Texts{"bridge,wage.hourly,B,,4.05,4.05,4050,,EUR per hour",
              "bridge,overhead.percent,C,,-3.375,-3.37,-3370,,EUR per hour"});
  CHECK(records(csv, "difference")[1] ==
        "difference,cost_price,C,Kostprijs,-3.375,-3.37,-3370,,EUR per hour");
}

TEST_CASE("sampled effects tell of how many orders, and have a standard error") {
  const Compared cases{
      {{},
       {"wage.hourly=21", "supplements.holiday_allowance=9", "hours.contract=1900",
        "hours.leave=310", "hours.sickness=6", "employer_charges.percent=26", "travel.minutes=3",
        "overhead.percent=21", "hours.idle=1", "hours.indirect=2", "hours.training=3",
        "hours.meetings=4", "supplements.year_end_bonus=1"}}};
  const json found = json_of(cases);
  CHECK(found["method"] == "sampled");
  CHECK(found["orders"] == 400);
  CHECK(found["bridge"][0]["standard_error"].is_number());
}

TEST_CASE("assumptions are told of each case, one with none having an empty list") {
  const Compared cases{{CaseText{}, tests::given_cost_price("{ value = 40, grade = \"agreed\" }")}};
  const json found = json_of(cases)["assumptions"];
  CHECK(found[0]["case"] == "A");
  CHECK(found[0]["keys"][0] == "wage.hourly");
  CHECK(found[1] == json{{"case", "B"}, {"keys", json::array()}});
  CHECK(records(rows_of(cases), "assumption")[0] == "assumption,wage.hourly,A,,,,,,");
}

TEST_CASE("a brief adds the zone, what is agreed, five differences at most and the trades") {
  const Compared cases{{{},
                        {"wage.hourly=22", "overhead.percent=25", "travel.minutes=1",
                         "employer_charges.percent=26", "hours.idle=3", "hours.training=2"}}};
  const json brief = json_of(cases, {.brief = true})["brief"];
  CHECK(brief["zone_of_agreement"]["to"] == 44.55);
  CHECK(brief["zone_of_agreement"]["exists"] == false);
  CHECK(brief["agreed"][0] == "period.from");
  CHECK(brief["differences"].size() == 5);
  CHECK(brief["differences"][0] == "wage.hourly");
  CHECK(brief["trades"][0]["first_gives"] == "travel.minutes");
  CHECK(brief["trades"][0]["second_gives"] == "overhead.percent");
  CHECK(brief["founded"].empty());
  CHECK(brief["on_the_table"][1] ==
        json{{"case", "B"}, {"tariff", nullptr}, {"unit", "hour"}, {"volume", nullptr}});
  const Rows csv = rows_of(cases, {.brief = true});
  CHECK(records(csv, "zone_of_agreement,to") ==
        Texts{"zone_of_agreement,to,A,Plafond,44.55,44.55,,,EUR per hour"});
  CHECK(records(csv, "agreed")[0] == "agreed,period.from,,,,,,,");
  CHECK(records(csv, "trade 1,travel.minutes,A,,").size() == 1);
  CHECK(records(csv, "trade 1,overhead.percent,B,,").size() == 1);
  CHECK(records(rows_of(cases), "zone_of_agreement").empty());
}

}  // namespace billijk::report
