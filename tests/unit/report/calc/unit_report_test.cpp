#include "report/calc/unit_report.hpp"

#include <catch2/catch.hpp>

#include "report/calc/calc_report.hpp"
#include "report/calc/calc_sections.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using core::TariffUnit;
using nlohmann::json;
using tests::all;
using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::records;
using tests::rows;
using tests::says;
using tests::titles;
using Texts = std::vector<std::string>;

/// An hour costs 40.50, of clients of 108 and of 160 hours a year, together 123.6.
CaseText with_profiles(const std::string& contract = "", const std::string& heavy = "zwaar") {
  CaseText text = CaseText{}.with(
      "result",
      "preset = \"nl/norm-hours-kpmg\"\nprofiles = [ { label = \"basis\", share = 70, modules = { "
      "full_takeover = 1 } }, { label = \"" +
          heavy +
          "\", share = 30, modules = { full_takeover = 1, many_extra_limitations = 1 } } ]");
  return contract.empty() ? text : text.with("contract", contract);
}

core::Decimal tariff_of(const tests::Computed& subject) {
  return subject->subject.value(core::Key::tariff);
}
/// The report of a unit, at the tariff of the contract where it has one.
Document priced(const CaseText& text, TariffUnit unit, const Format& format = english) {
  const tests::Computed subject = tests::compute(text);
  std::optional<core::Decimal> tariff;
  if (subject->subject.number(core::Key::tariff)) tariff = tariff_of(subject);
  Document document;
  add_unit_prices(document, core::unit_prices(*subject, unit, tariff), format);
  return document;
}
json unit_json(const CaseText& text, TariffUnit unit) {
  const tests::Computed subject = tests::compute(text);
  return tests::json_of(calc_sections(*subject, unit, {"billijk", "1.0"}, Language::en))["in_unit"];
}

const CaseText of_week = with_profiles("tariff = 97\nunit = \"week\"");

}  // namespace

TEST_CASE("boundaries stand in the unit, a row a profile and one of all clients") {
  const Table prices = all<Table>(priced(with_profiles(), TariffUnit::week)).at(0);
  CHECK(titles(prices) == "Per week | Norm hours | Wage floor | Cost price | Fair | Ceiling");
  CHECK(rows(prices) == Texts{"basis (70 %) | 108.00 | 70.10 | 84.12 | 84.12 | 92.53",
                              "zwaar (30 %) | 160.00 | 103.85 | 124.62 | 124.62 | 137.08",
                              "mean of all clients | 123.60 | 80.22 | 96.27 | 96.27 | 105.89"});
  CHECK(prices.rows[2].strong);
  CHECK_FALSE(prices.rows[0].strong);
}

TEST_CASE("without profiles there is one row, and norm hours where the unit divides by them") {
  const CaseText text = CaseText{}.with("contract", "norm_hours = 104\nvolume = 1000");
  const Table week = all<Table>(priced(text, TariffUnit::week)).at(0);
  CHECK(rows(week) == Texts{"boundary | 104.00 | 67.50 | 81.00 | 81.00 | 89.10"});
  CHECK_FALSE(week.rows[0].strong);
  const Table lump_sum = all<Table>(priced(text, TariffUnit::lump_sum)).at(0);
  CHECK(rows(lump_sum) == Texts{"boundary | 33,750.00 | 40,500.00 | 40,500.00 | 44,550.00"});
}

TEST_CASE("as many decimals are shown as the rounding leaves") {
  const CaseText text = CaseText{}.with("rounding", "step = 0.0001");
  const Table minute = all<Table>(priced(text, TariffUnit::minute)).at(0);
  CHECK(rows(minute) == Texts{"boundary | 0.5625 | 0.6750 | 0.6750 | 0.7425"});
}

TEST_CASE("a tariff has a verdict a row, and who it is not fair for is said") {
  const Document document = priced(of_week, TariffUnit::week);
  const Texts all_rows = rows(all<Table>(document).at(0));
  REQUIRE(all_rows.size() == 3);
  CHECK(all_rows[0].ends_with(" | too high"));
  CHECK(all_rows[1].ends_with(" | too low"));
  CHECK(all_rows[2].ends_with(" | fair"));
  CHECK(says(document,
             "Fair for all clients together, but below the cost price for \"zwaar\" (30 % of the "
             "clients, there € 31.53 per hour). Above the ceiling for \"basis\" (70 % of the "
             "clients, there € 46.70 per hour)."));
  CHECK(says(priced(of_week, TariffUnit::week, dutch),
             "Billijk voor alle cliënten samen, maar onder de kostprijs voor \"zwaar\" (30 % van "
             "de cliënten, voor hen omgerekend € 31,53 per uur). Boven het plafond voor \"basis\" "
             "(70 % van de cliënten, voor hen omgerekend € 46,70 per uur)."));
}

TEST_CASE("of a tariff that is fair for nobody, or for all alike, nothing of that is said") {
  const auto says_only_note = [](const Document& document) {
    const std::vector<Paragraph> said = all<Paragraph>(document);
    return said.size() == 1 &&
           said.front().text.starts_with(
               "These amounts are rounded. The verdict is on the tariff per hour");
  };
  for (const char* tariff : {"60", "200"}) {
    CAPTURE(tariff);
    const CaseText text = with_profiles("unit = \"week\"\ntariff = " + std::string{tariff});
    CHECK(says_only_note(priced(text, TariffUnit::week)));
  }
  const CaseText alike =
      CaseText{}.with("contract", "tariff = 82\nunit = \"week\"\nnorm_hours = 104");
  CHECK(says_only_note(priced(alike, TariffUnit::week)));
}

TEST_CASE("prices derived from the tariff of a unit stand below it") {
  CaseText text = CaseText{}.with("contract", "tariff = 56.00\nunit = \"week\"\nnorm_hours = 104");
  text.item("derived", "key = \"pgb\"\nlabel = \"informal\"\npercent = 62.4\nof = \"tariff\"");
  const std::vector<Table> tables = all<Table>(priced(text, TariffUnit::week));
  REQUIRE(tables.size() == 2);
  REQUIRE(tables[1].rows.size() == 1);
  CHECK(rows(tables[1])[0].starts_with("informal | "));
  CHECK(rows(tables[1])[0].ends_with(" | 56.00 | 34.94"));
  const tests::Computed subject = tests::compute(text);
  const core::Verdict verdict =
      *core::give_verdict(*subject, {tariff_of(subject), TariffUnit::week});
  const Sections sections = check_sections(*subject, verdict, {"billijk", "1.0"}, Language::en);
  CHECK(tests::json_of(sections)["in_unit"]["derived"] == json::array({{{"key", "pgb"},
                                                                        {"label", "informal"},
                                                                        {"base", 56},
                                                                        {"value", 34.944},
                                                                        {"rounded", 34.94}}}));
}

TEST_CASE("of a verdict per hour there is nothing in a unit") {
  const tests::Computed subject = tests::compute(with_profiles("tariff = 41"));
  const core::Tariff tariff{.value = tariff_of(subject), .unit = TariffUnit::hour};
  Document document;
  add_unit_prices(document, *subject, *core::give_verdict(*subject, tariff), english);
  CHECK(document.blocks.empty());
  CHECK(unit_sentence(*subject, tariff, english).empty());
}

TEST_CASE("a page without tables says it in a sentence") {
  const tests::Computed subject = tests::compute(of_week);
  const core::Tariff tariff{.value = tariff_of(subject), .unit = TariffUnit::week};
  CHECK(unit_sentence(*subject, tariff, english) ==
        " Per week: the wage floor € 80.22, the cost price € 96.27, the fair tariff € 96.27 and "
        "the ceiling € 105.89. Fair for all clients together, but below the cost price for "
        "\"zwaar\" (30 % of the clients, there € 31.53 per hour). Above the ceiling for \"basis\" "
        "(70 % of the clients, there € 46.70 per hour).");
}

TEST_CASE("in_unit has the unit, norm hours, totals and profiles") {
  const json found = unit_json(with_profiles(), TariffUnit::four_weeks);
  CHECK(found["unit"] == "4weeks");
  CHECK(found["norm_hours"] == 123.6);
  CHECK(found["totals"]["cost_price"] == json{{"rounded", 385.06}});  // 40.50 x 123.6 / 13
  REQUIRE(found["profiles"].size() == 2);
  CHECK(found["profiles"][1] == json{{"label", "zwaar"},
                                     {"share", 30},
                                     {"norm_hours", 160},
                                     {"totals",
                                      {{"wage_floor", {{"rounded", 415.38}}},
                                       {"cost_price", {{"rounded", 498.46}}},
                                       {"fair_tariff", {{"rounded", 498.46}}},
                                       {"ceiling", {{"rounded", 548.31}}}}}});
  CHECK_FALSE(found.contains("derived"));
}

TEST_CASE("in_unit of an hour or minute has no norm hours and no profiles") {
  for (const TariffUnit unit : {TariffUnit::hour, TariffUnit::minute}) {
    const json found = unit_json(with_profiles(), unit);
    CHECK(found["norm_hours"].is_null());
    CHECK(found["profiles"].is_null());
  }
}

TEST_CASE("in_unit of a verdict has the zone of each profile") {
  const tests::Computed subject = tests::compute(of_week);
  const core::Verdict verdict =
      *core::give_verdict(*subject, {tariff_of(subject), TariffUnit::week});
  const Sections sections = check_sections(*subject, verdict, {"billijk", "1.0"}, Language::en);
  const json found = tests::json_of(sections)["in_unit"];
  CHECK(found["profiles"][0]["zone"] == "above_ceiling");
  CHECK(found["profiles"][1]["zone"] == "below_wage_floor");
  CHECK(found["profiles"][1]["per_hour"] == 31.525);
  CHECK(records(sections.rows, "profile,zwaar.zone").size() == 1);
}

TEST_CASE("rows of a unit are those of all clients and those of each profile") {
  const tests::Computed subject = tests::compute(with_profiles());
  Rows found;
  found.header = {"section", "key", "value", "rounded", "unit", "label"};
  add_unit_rows(found, core::unit_prices(*subject, TariffUnit::week, {}), Language::en);
  CHECK(records(found, "in_unit,norm_hours") == Texts{"in_unit,norm_hours,123.6,,hours per year,"});
  CHECK(records(found, "in_unit,cost_price") ==
        Texts{"in_unit,cost_price,,96.27,EUR per week,Cost price"});
  CHECK(records(found, "profile,zwaar.norm_hours") ==
        Texts{"profile,zwaar.norm_hours,160,,hours per year,"});
  CHECK(records(found, "in_unit").size() == 5);
  CHECK(records(found, "profile").size() == 10);
}

TEST_CASE("a label that a text of several columns would break on is quoted in a row") {
  const tests::Computed subject = tests::compute(with_profiles("", "zwaar, zeer"));
  Rows found;
  found.header = {"section", "key", "value", "rounded", "unit", "label"};
  add_unit_rows(found, core::unit_prices(*subject, TariffUnit::week, {}), Language::en);
  CHECK(records(found, "profile,\"zwaar, zeer.norm_hours\"").size() == 1);
}

}  // namespace billijk::report
