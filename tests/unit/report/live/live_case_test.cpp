#include "report/live/live_case.hpp"

#include <catch2/catch.hpp>

#include "report/live/live_forecast.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"
#include "unit/foreseen.hpp"

namespace billijk::report {
namespace {

using nlohmann::json;
using tests::CaseText;

json live(const CaseText& text, const LiveOrigin& origin = {}) {
  const tests::Computed subject = tests::compute(text);
  return tests::parsed(
      render_json(live_case(*subject, {"overhead.percent"}, origin, Language::en)));
}
json input(const json& all, const std::string& key) {
  for (const json& one : all.at("inputs")) {
    if (one.at("key") == key) return one;
  }
  return {};
}

}  // namespace

TEST_CASE("a page may set the figures of the case, and those it leaves out that count") {
  const json all = live(CaseText{});
  const json sickness = input(all, "hours.sickness");
  CHECK(sickness.at("settable") == true);
  CHECK(sickness.at("share") == true);
  CHECK(sickness.at("lowest") == "0");
  CHECK(sickness.at("highest") == "100");
  CHECK(sickness.at("label") == "Sickness");
  CHECK(input(all, "hours.idle").at("settable") == true);
  CHECK_FALSE(input(all, "hours.idle").contains("stated"));
  CHECK(input(all, "contract.tariff").at("settable") == true);
  CHECK(input(all, "hours.part_time_factor").at("above") == true);
}

TEST_CASE("what would choose another formula is no figure to set") {
  const json all = live(CaseText{});
  CHECK_FALSE(input(all, "margin.amount").contains("settable"));
  CHECK_FALSE(input(all, "rounding.step").contains("settable"));
  CHECK_FALSE(input(all, "travel.visit_minutes").contains("settable"));
}

TEST_CASE("a range, what it matters, and what it rests on go along") {
  const json all = live(CaseText{}.with(
      "overhead",
      "percent = { value = 20, low = 15, high = 25, grade = \"measured\", source = [\"books\"] }\n"
      "of = \"direct\""));
  const json overhead = input(all, "overhead.percent");
  CHECK(overhead.at("low") == "15");
  CHECK(overhead.at("high") == "25");
  CHECK(overhead.at("weight") == 0);
  CHECK(overhead.at("source") == "books");
}

TEST_CASE("lines, totals and groups point into the formula") {
  const json all = live(CaseText{});
  CHECK(all.at("totals").size() == 4);
  CHECK(all.at("lines").size() == 20);
  CHECK(all.at("groups").size() == 3);
  CHECK(all.at("tariff").at("unit") == "hour");
  CHECK(all.at("formula").at("nodes").get<std::string>().find('i') != std::string::npos);
}

TEST_CASE("a tariff whose unit has nothing to be divided by is none to set") {
  CHECK_FALSE(live(CaseText{}.with("contract", "unit = \"week\"")).contains("tariff"));
}

TEST_CASE("what the command has set goes into the case file that is offered") {
  const LiveOrigin origin{
      .command = "check",
      .arguments = {},
      .settings = {{.key = "margin.percent", .path = "margin.percent", .value = "3", .line = "-"},
                   {.key = "margin.of", .path = "margin.of", .value = "price", .line = "a line"}}};
  const json all = live(CaseText{}.with("margin", "percent = 3"), origin);
  CHECK(all.at("settings")[0].at("line") == "margin.percent = { value = 3, grade = \"assumed\" }");
  CHECK(all.at("settings")[1].at("line") == "a line");
}

TEST_CASE(
    "each year of a forecast has a formula along each path, but the first, which is the case") {
  const tests::Foreseen foreseen{tests::foreseeable()};
  const json all = tests::parsed(render_json(live_forecast(*foreseen.subject, *foreseen.result)));
  REQUIRE(all.at("years").size() == 4);
  CHECK_FALSE(all.at("years")[0].at("paths")[0].contains("formula"));
  REQUIRE(all.at("years")[1].at("paths").size() == 3);
  CHECK(all.at("years")[1].at("paths")[0].at("index") == "1/50");
  CHECK(all.at("years")[1].at("paths")[0].at("totals").size() == 4);
}

TEST_CASE("the words of a page are those of its reader") {
  const json words = tests::parsed(render_json(live_words(Language::nl)));
  CHECK(words.at("live_print") == "Afdrukken");
  CHECK(words.at("decimal") == ",");
}

}  // namespace billijk::report
