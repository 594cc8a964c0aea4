#include "report/compare/compare_report.hpp"

#include <catch2/catch.hpp>

#include "unit/report/compare/compared.hpp"

namespace billijk::report {
namespace {

using tests::all;
using tests::CaseText;
using tests::Compared;
using tests::dutch;
using tests::english;
using tests::headline;
using tests::row;
using tests::rows;
using tests::says;
using tests::table;
using tests::text_of;
using tests::titles;
using tests::under;
using Texts = std::vector<std::string>;

Document report_of(const Compared& cases, const Format& format = english) {
  return compare_document({.comparison = cases.comparison}, format);
}

/// The round case with nothing assumed in it.
CaseText all_measured() {
  const auto figure = [](const std::string& key, const std::string& value) {
    return key + " = { value = " + value + ", grade = \"measured\" }\n";
  };
  return CaseText{}
      .with("wage", figure("hourly", "20") + "minimum_wage = \"none\"")
      .with("supplements", figure("holiday_allowance", "8") + figure("year_end_bonus", "0"))
      .with("employer_charges", figure("percent", "25"))
      .with("hours", figure("contract", "2000") + figure("leave", "300") + figure("sickness", "5"))
      .with("travel", figure("minutes", "0"))
      .with("overhead", figure("percent", "20") + "of = \"direct\"");
}

}  // namespace

// 22 x 1.08 x 1.25 / 0.8 x 1.2 = 44.55.
TEST_CASE("a comparison opens with how much higher, lower or equal each case is than the first") {
  const Compared cases{{{}, {"wage.hourly=22"}, {"wage.hourly=18"}, {}}};
  CHECK(headline(report_of(cases)).text ==
        "Cost price € 40.50 in A and € 44.55 in B: € 4.05 per hour higher. Cost price € 40.50 in A "
        "and € 36.45 in C: € 4.05 per hour lower. Cost price € 40.50 in A and in D: the same.");
  CHECK(headline(report_of(cases)).tone == Tone::neutral);
  CHECK(headline(report_of(Compared{{{}, {"wage.hourly=22"}}}, dutch)).text ==
        "Kostprijs € 40,50 in A en € 44,55 in B: € 4,05 per uur hoger.");
  CHECK(all<Bullets>(report_of(cases))[0].items[3] == "D: Period: 2026.");
}

TEST_CASE("two cases have a column of differences, more have none") {
  const Table pair = table(report_of(Compared{{{}, {"overhead.percent=10"}}}), "Boundary");
  CHECK(titles(pair) == "Boundary | A | B | Difference");
  CHECK(rows(pair) ==
        Texts{"Wage floor | 33.75 | 33.75 | 0.00", "Cost price | 40.50 | 37.13 | -3.37",
              "Fair tariff | 40.50 | 37.13 | -3.37", "Ceiling | 44.55 | 40.84 | -3.71"});
  CHECK(row(pair, "Cost price").strong);
  CHECK_FALSE(row(pair, "Ceiling").strong);
  const Table three = table(report_of(Compared{{{}, {}, {"overhead.percent=10"}}}), "Boundary");
  CHECK(titles(three) == "Boundary | A | B | C");
}

TEST_CASE("a boundary only one case has stands alone, without a difference") {
  const Table shown =
      table(report_of(Compared{{CaseText{}, tests::given_cost_price("40")}}), "Boundary");
  CHECK(rows(shown)[0] == "Wage floor | 33.75 | ");
  CHECK(rows(shown)[1] == "Cost price | 40.50 | 40.00 | -0.50");
}

TEST_CASE("a page is five cases wide: the sixth begins another table") {
  const Document document = report_of(Compared{{{}, {}, {}, {}, {}, {"hours.sickness=6"}}});
  Texts found;
  for (const Table& one : all<Table>(document))
    if (one.columns[0].title == "Boundary") found.push_back(titles(one));
  CHECK(found == Texts{"Boundary | A | B | C | D | E", "Boundary | F"});
}

TEST_CASE("a bridge leads from the one to the other, the largest effect first") {
  const Document document =
      report_of(Compared{{{"contract.volume=1000"},
                          {"overhead.percent=25", "wage.hourly=22", "contract.volume=1000"}}});
  const Table bridge = under<Table>(document, "From A to B: what changes the cost price");
  CHECK(titles(bridge) == "Input | Per hour | Per year");
  CHECK(rows(bridge) == Texts{"Cost price of A | 40.50", "Hourly wage | +4.14 | +4,140.00",
                              "Overhead | +1.77 | +1,770.00", "Cost price of B | 46.41"});
  CHECK(bridge.rows[0].strong);
  CHECK(bridge.rows[1].indent == 1);
  CHECK(says(document,
             "Each effect is the mean over every order in which the inputs can change one after "
             "the other (Shapley value), so it does not depend on the order; together they are "
             "the difference. Per year: times the number of billable hours (1,000)."));
}

TEST_CASE("equal cases have no bridge, and no inputs that differ") {
  const Document document = report_of(Compared{2}, dutch);
  CHECK(under<Paragraph>(document, "Van A naar B: waardoor de kostprijs verandert").text ==
        "Er verschilt geen invoer waarop een grens berust.");
  CHECK(under<Paragraph>(document, "Invoer die verschilt").text ==
        "Er verschilt geen invoer waarop een grens berust.");
  CHECK_FALSE(says(document, "Waarop die invoer berust"));
}

TEST_CASE("too many changes to try every order are sampled, with the error that leaves") {
  Texts changes{"wage.hourly=21",
                "supplements.holiday_allowance=9",
                "hours.contract=1900",
                "hours.leave=310",
                "hours.sickness=6",
                "employer_charges.percent=26",
                "travel.minutes=3",
                "overhead.percent=21",
                "hours.idle=1",
                "hours.indirect=2",
                "hours.training=3",
                "hours.meetings=4",
                "supplements.year_end_bonus=1"};
  const Document document = report_of(Compared{{{}, changes}});
  const Table bridge = under<Table>(document, "From A to B: what changes the cost price");
  CHECK(titles(bridge) == "Input | Per hour | ±");
  CHECK(bridge.rows[1].cells.size() == 3);
  CHECK(std::get<Number>(bridge.rows[1].cells[2]).decimals == 4);
  CHECK(all<Paragraph>(document)[0].text.starts_with("Each effect is the mean over 400 random"));
}

TEST_CASE("numbers that differ stand in a table, words in a list, each with what it rests on") {
  const Document document = report_of(Compared{
      {CaseText{}, CaseText{}
                       .with("hours",
                             "contract = 2000\nleave = 300\nidle = 3\nsickness = { value = 5.5, "
                             "grade = \"measured\", source = \"HR\", note = \"n\" }")
                       .with("overhead", "percent = 20\nof = \"cost_price\"")}});
  CHECK(rows(under<Table>(document, "Inputs that differ")) ==
        Texts{"Sickness, % of the hours | 5.0 | 5.5",
              "Idle time, hours per full-timer per year | 0 | 3"});
  CHECK(says(document, "Base of overhead: A: the direct costs. B: the cost price."));
  CHECK(under<Bullets>(document, "What these rest on").items ==
        Texts{"Sickness: A: assumed; no source. B: measured; HR; n.",
              "Idle time: A: not stated; default of the model. B: assumed; no source."});
}

TEST_CASE("a figure one case lacks is a dash, and a year has no thousands sign") {
  const Document document =
      report_of(Compared{{CaseText{}.with("indexation", "price_level = 2024\npercent = [2, 2]"),
                          CaseText{}.line("key = \"gloves\"\nelement = \"d\"\namount = 0.1\nper = "
                                          "\"billable_hour\"")}});
  const Table inputs = under<Table>(document, "Inputs that differ");
  CHECK(text_of(row(inputs, "Price level")) == "Price level | 2024 | –");
  CHECK(text_of(row(inputs, "Gloves")) == "Gloves | – | 0.1");
}

TEST_CASE("a line one case lacks counts as nothing in the difference, but is shown as a dash") {
  const Document document = report_of(
      Compared{{CaseText{}, CaseText{}.line("key = \"gloves\"\nlabel = \"Gloves\"\nelement = "
                                            "\"d\"\namount = 0.1\nper = \"billable_hour\"")}});
  const Table lines = table(document, "Cost line");
  CHECK(text_of(row(lines, "Gloves")) == "Gloves | – | 0.10 | +0.10");
  CHECK(text_of(row(lines, "Wage")) == "Wage | 20.00 | 20.00 | ");
}

TEST_CASE("assumptions are listed for the cases that have any, the tariff not among them") {
  const Document document =
      report_of(Compared{{all_measured(), CaseText{}.with("contract", "tariff = 40")}});
  const Texts items = under<Bullets>(document, "Assumptions and placeholders").items;
  REQUIRE(items.size() == 1);
  CHECK(items[0] ==
        "B (9): hourly wage, holiday allowance, year-end bonus, employer charges, contract hours, "
        "leave, sickness, travel time and overhead");
  CHECK_FALSE(
      says(report_of(Compared{{all_measured(), all_measured()}}), "Assumptions and placeholders"));
}

TEST_CASE("what a value rests on leaves out notes where the public reads") {
  const Compared cases{{CaseText{}.with("overhead",
                                        "percent = { value = 20, grade = \"agreed\", source = "
                                        "[\"minutes\", \"p. 2\"], note = \"secret\" }\nof = "
                                        "\"direct\""),
                        CaseText{}}};
  const auto ground = [&](const char* key, bool notes, Language language) {
    for (const analysis::ComparedInput& input : cases.comparison.inputs)
      if (input.key == key)
        return ground_text({.comparison = cases.comparison, .notes = notes}, *input.values[0],
                           language);
    return std::string{"(none)"};
  };
  CHECK(ground("overhead.percent", true, Language::en) == "agreed; minutes, p. 2; secret");
  CHECK(ground("overhead.percent", false, Language::nl) == "afgesproken; minutes, p. 2");
  CHECK(ground("overhead.of", true, Language::nl) == "gekozen in de casus");
}

}  // namespace billijk::report
