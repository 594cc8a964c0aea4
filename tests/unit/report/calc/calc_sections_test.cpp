#include "report/calc/calc_sections.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using nlohmann::json;
using tests::CaseText;
using tests::given_cost_price;
using Texts = std::vector<std::string>;

const Program program{"billijk", "1.0"};

core::Verdict verdict_on(const tests::Computed& subject, const char* offered) {
  return *core::give_verdict(*subject, {.value = tests::decimal(offered)});
}

json calc_json(const CaseText& text, Language language = Language::en) {
  return tests::json_of(calc_sections(*tests::compute(text), {}, program, language));
}
json check_json(const CaseText& text, const char* offered) {
  const tests::Computed subject = tests::compute(text);
  return tests::json_of(
      check_sections(*subject, verdict_on(subject, offered), program, Language::en));
}

const json& named(const json& list, const std::string& key) {
  for (const json& one : list)
    if (one["key"] == key) return one;
  throw std::invalid_argument{"no " + key};
}

}  // namespace

TEST_CASE("a calculation names its program, case and unit, then hours, lines and totals") {
  const json found = calc_json(CaseText{});
  CHECK(found["schema"] == "billijk/calc/1");
  CHECK(found["program"] == json{{"name", "billijk"}, {"version", "1.0"}});
  CHECK(found["case"]["title"].is_null());
  CHECK(found["case"]["period"] == json{{"from", "2026-01-01"}, {"to", "2026-12-31"}});
  CHECK(found["currency"] == "EUR");
  CHECK(found["gross"] == 21.6);
  CHECK(found["hours"]["sickness"] == 100);
  CHECK(found["hours"]["idle"] == 0);
  CHECK(found["hours"]["productivity"] == 0.8);
  const json& wage = named(found["lines"], "wage");
  CHECK(wage["element"] == "a");
  CHECK(wage["label"] == "Wage");
  CHECK(wage["share_of_tariff"] == 0.493827160494);
  CHECK(found["totals"]["cost_price"] ==
        json{{"value", 40.5}, {"rounded", 40.5}, {"low", nullptr}, {"high", nullptr}});
  CHECK_FALSE(found.contains("zone"));
}

TEST_CASE("derived prices stand last, those of the tariff in a verdict only") {
  const CaseText text =
      CaseText{}
          .item("derived",
                "key = \"pgb\"\nlabel = \"Pgb\"\npercent = 75\nof = \"tariff\"\nat_least = "
                "\"informal_floor\"")
          .item("derived", "key = \"network\"\npercent = 50\nof = \"cost_price\"");
  const json of_calc = calc_json(text);
  REQUIRE(of_calc["derived"].size() == 1);
  CHECK(of_calc["derived"][0]["key"] == "network");
  CHECK(of_calc["derived"][0]["at_least"].is_null());
  const json of_check = check_json(text, "38.55");
  REQUIRE(of_check["derived"].size() == 2);
  CHECK(of_check["derived"][0] ==
        json{{"key", "pgb"},
             {"label", "Pgb"},
             {"percent", 75},
             {"of", "tariff"},
             {"base", 38.55},
             {"value", 28.9125},
             {"rounded", 28.91},
             {"at_least",
              {{"key", "informal_floor"}, {"value", 25.411764705882}, {"rounded", 25.41}}}});
  CHECK_FALSE(calc_json(CaseText{}).contains("derived"));
}

TEST_CASE("of a given cost price what was not computed is null, never zero") {
  const json found = calc_json(given_cost_price("40"));
  for (const char* key : {"gross", "labour", "index_factor", "hours"}) {
    CAPTURE(key);
    CHECK(found[key].is_null());
  }
  CHECK(found["totals"]["wage_floor"].is_null());
  CHECK(found["lines"][0]["element"].is_null());
  CHECK(calc_json(given_cost_price("0"))["lines"][0]["share_of_tariff"].is_null());
}

TEST_CASE("an input has a number, a word or a day, and what it rests on as far as it is known") {
  const json inputs =
      calc_json(CaseText{}.with("hours",
                                "contract = 2000\nleave = 300\nsickness = { value = 5, high = 6, "
                                "source = \"HR\", checked = 2026-03-01, note = \"n\" }"))["inputs"];
  CHECK(named(inputs, "hours.sickness") == json{{"key", "hours.sickness"},
                                                {"value", 5},
                                                {"unit", "%"},
                                                {"low", nullptr},
                                                {"high", 6},
                                                {"grade", "assumed"},
                                                {"source", {"HR"}},
                                                {"checked", "2026-03-01"},
                                                {"note", "n"}});
  CHECK(named(inputs, "period.from")["value"] == "2026-01-01");
  const json& of = named(inputs, "overhead.of");
  CHECK(of["value"] == "direct");
  CHECK(of["grade"].is_null());
  CHECK(of["source"].empty());
  CHECK(of["checked"].is_null());
}

TEST_CASE("labels and warnings are in the language, codes and keys are not") {
  const CaseText weak = CaseText{}.with(
      "hours", "contract = 2000\nleave = 300\nsickness = { value = 5, grade = \"placeholder\" }");
  const json english = calc_json(weak);
  const json dutch = calc_json(weak, Language::nl);
  CHECK(named(dutch["lines"], "wage")["label"] == "Loon");
  REQUIRE_FALSE(english["warnings"].empty());
  CHECK(english["warnings"][0]["code"] == dutch["warnings"][0]["code"]);
  CHECK(english["warnings"][0]["message"] != dutch["warnings"][0]["message"]);
}

TEST_CASE("a verdict adds the tariff, the zone and a distance to each boundary there is") {
  const json found = check_json(CaseText{}.with("contract", "volume = 1000"), "42");
  CHECK(found["schema"] == "billijk/check/1");
  CHECK(found["tariff"] == json{{"value", 42}, {"unit", "hour"}, {"per_hour", 42}});
  CHECK(found["zone"] == "fair");
  CHECK(found["distance"]["cost_price"] ==
        json{{"per_hour", 1.5}, {"percent", 3.7}, {"per_year", 1500}});
  CHECK_FALSE(found.contains("subcontractor"));
  const json bare = check_json(given_cost_price("0"), "1");
  CHECK(bare["distance"]["wage_floor"].is_null());
  CHECK(bare["distance"]["cost_price"] ==
        json{{"per_hour", 1}, {"percent", nullptr}, {"per_year", nullptr}});
}

TEST_CASE("a verdict about a year without figures is provisional, however well they are founded") {
  const auto in_year = [](const std::string& year) {
    return check_json(CaseText{}
                          .with("period", "from = " + year + "-01-01\nto = " + year + "-12-31")
                          .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }"),
                      "42")["provisional"];
  };
  CHECK(in_year("2027") == true);
  CHECK(in_year("2025") == false);
}

TEST_CASE("a verdict that hangs on a provisional range says so, and what reaches a subcontractor") {
  const json found =
      check_json(CaseText{}
                     .with("hours",
                           "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, high = "
                           "6, grade = \"placeholder\" }")
                     .with("contract", "subcontracting_fee = 10"),
                 "40.60");
  CHECK(found["certain"] == false);
  CHECK(found["provisional"] == true);
  CHECK(found["could_change"] == json{"hours.sickness"});
  const auto side = [](const char* where, bool certain, const json& keys) {
    return json{{"side", where}, {"certain", certain}, {"could_cross", keys}};
  };
  const json open{"hours.sickness"};
  CHECK(found["boundaries"] == json{{"wage_floor", side("above", true, json::array())},
                                    {"cost_price", side("above", false, open)},
                                    {"fair_tariff", side("above", false, open)},
                                    {"ceiling", side("below", true, json::array())}});
  CHECK(found["subcontractor"]["per_hour"] == 36.54);
  CHECK(found["subcontractor"]["zone"] == "below_cost_price");
  CHECK(found["subcontractor"]["distance"]["cost_price"]["per_hour"] == -3.96);
}

TEST_CASE("records of a calculation are lines and totals; what is absent is empty") {
  const Rows found = calc_sections(*tests::compute(CaseText{}), {}, program, Language::nl).rows;
  CHECK(found.header.front() == "section");
  CHECK(tests::records(found, "line,wage") == Texts{"line,wage,a,Loon,20,20,,,EUR per hour"});
  CHECK(tests::records(found, "total,cost_price") ==
        Texts{"total,cost_price,,Kostprijs,40.5,40.5,,,EUR per hour"});
  CHECK(tests::records(
            calc_sections(*tests::compute(given_cost_price("40")), {}, program, Language::en).rows,
            "total,wage_floor")
            .empty());
  CHECK(tests::records(found, "verdict").empty());
}

TEST_CASE("records of a verdict come before those of the calculation") {
  const tests::Computed subject =
      tests::compute(CaseText{}.with("contract", "subcontracting_fee = 10\nvolume = 1000"));
  const Rows found =
      check_sections(*subject, verdict_on(subject, "42"), program, Language::en).rows;
  CHECK(render_record(found.records.front(), CsvDialect::plain) == "verdict,zone,,fair,fair,,,,\n");
  CHECK(tests::records(found, "verdict,certain") == Texts{"verdict,certain,,,true,,,,"});
  CHECK(tests::records(found, "verdict,provisional") == Texts{"verdict,provisional,,,false,,,,"});
  CHECK(tests::records(found, "tariff") ==
        Texts{"tariff,tariff,,,42,,,,EUR per hour", "tariff,per_hour,,,42,,,,EUR per hour"});
  CHECK(tests::records(found, "distance,cost_price") ==
        Texts{"distance,cost_price.per_hour,,Cost price,1.5,,,,EUR per hour",
              "distance,cost_price.percent,,Cost price,3.7,,,,%",
              "distance,cost_price.per_year,,Cost price,1500,,,,EUR per year"});
  CHECK(tests::records(found, "subcontractor,zone") ==
        Texts{"subcontractor,zone,,too low: below the cost price (race to the "
              "bottom),below_cost_price,,,,"});
  CHECK(tests::records(found, "subcontractor,cost_price.per_hour") ==
        Texts{"subcontractor,cost_price.per_hour,,Cost price,-2.7,,,,EUR per hour"});
}

}  // namespace billijk::report
