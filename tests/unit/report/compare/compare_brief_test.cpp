#include <catch2/catch.hpp>

#include "report/compare/compare_report.hpp"
#include "unit/report/compare/compared.hpp"

namespace billijk::report {
namespace {

using tests::all;
using tests::CaseText;
using tests::Compared;
using tests::dutch;
using tests::english;
using tests::headline;
using tests::says;
using tests::text_of;
using tests::titles;
using tests::under;
using Texts = std::vector<std::string>;

Document brief(const Compared& cases, const Format& format = english, bool notes = true) {
  const analysis::Negotiation talks = analysis::negotiation_of(cases.comparison);
  return brief_document({.comparison = cases.comparison, .negotiation = &talks, .notes = notes},
                        format);
}

}  // namespace

TEST_CASE("a brief opens with how far the parties are apart, in a year where there is a volume") {
  CHECK(headline(brief(Compared{{{}, {"wage.hourly=22"}}})).text ==
        "Municipality and provider are € 4.05 per hour apart: the cost price is € 40.50 and "
        "€ 44.55.");
  const Document yearly = brief(
      Compared{{{"contract.volume=1000"}, {"wage.hourly=18", "contract.volume=1000"}}}, dutch);
  CHECK(headline(yearly).text ==
        "Gemeente en aanbieder liggen € 4,05 per uur uiteen, € 4.050,00 per jaar bij 1.000 uur: "
        "de kostprijs is € 40,50 volgens de gemeente en € 36,45 volgens de aanbieder.");
  CHECK(says(yearly, "Casus van de aanbieder. Periode: 2026."));
}

TEST_CASE("a zone of agreement lies between the provider's cost price and the other's ceiling") {
  CHECK(says(brief(Compared{{{}, {"wage.hourly=21"}}}),
             "Zone of possible agreement: € 2.02, from the provider's cost price (€ 42.53) to "
             "the municipality's ceiling (€ 44.55)."));
  CHECK(says(brief(Compared{{{}, {"wage.hourly=24"}}}),
             "No zone of possible agreement: the provider's cost price (€ 48.60) is € 4.05 "
             "above the municipality's ceiling (€ 44.55). That gap has to be closed first."));
}

TEST_CASE("five differences are named, the others together, and all add up to the whole") {
  const Compared cases{{{"contract.volume=1000"},
                        {"contract.volume=1000", "wage.hourly=25", "overhead.percent=30",
                         "employer_charges.percent=30", "travel.minutes=4", "hours.sickness=7",
                         "hours.idle=5", "hours.training=2"}}};
  const Document document = brief(cases);
  const Table shown = under<Table>(document, "The differences that matter most (5)");
  CHECK(titles(shown) == "Input | Municipality | Provider | Per hour | Per year");
  REQUIRE(shown.rows.size() == 7);
  CHECK(text_of(shown.rows[0]) == "1. hourly wage | 20 | 25 | +11.30 | +11,300.00");
  CHECK(text_of(shown.rows[5]).starts_with("All others (2) |  |  | +"));
  CHECK(text_of(shown.rows[6]).starts_with("Difference |  |  | +"));
  CHECK(shown.rows[6].strong);
  core::Exact sum;
  core::Exact sum_of_year;
  for (std::size_t i = 0; i < 6; ++i) {
    sum = sum + std::get<Number>(shown.rows[i].cells[3]).value;
    sum_of_year = sum_of_year + std::get<Number>(shown.rows[i].cells[4]).value;
  }
  CHECK(sum == std::get<Number>(shown.rows[6].cells[3]).value);
  CHECK(sum_of_year == std::get<Number>(shown.rows[6].cells[4]).value);
}

TEST_CASE("a difference of several figures tells how many there are where they do not fit") {
  const auto mixed = [](const std::string& mix) {
    return CaseText{}.with(
        "wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { " + mix + " }\nminimum_wage = \"none\"");
  };
  const Compared cases{
      {mixed("\"0\" = 33.333333, \"5\" = 66.666667"), mixed("\"0\" = 30, \"5\" = 70")}};
  const Table shown =
      under<Table>(brief(cases, dutch), "De verschillen die het meest uitmaken (1)");
  CHECK(text_of(shown.rows[0], dutch) ==
        "1. verdeling over de treden | 2 cijfers | 30 / 70 | +0,21");
}

TEST_CASE("a party that has no such figure has a dash, and is absent among the grounds") {
  const Document document = brief(
      Compared{{CaseText{}, CaseText{}.line("key = \"gloves\"\nelement = \"d\"\namount = 1\nper "
                                            "= \"billable_hour\"")}});
  const Table shown = under<Table>(document, "The differences that matter most (1)");
  CHECK(text_of(shown.rows[0]) == "1. gloves | – | 3 figures | +1.20");
  const Texts grounds = under<Bullets>(document, "Assumption or source").items;
  CHECK(std::ranges::count(
            grounds, "Gloves: Municipality: not in the case. Provider: assumed; no source.") == 1);
}

TEST_CASE("equal parties have nothing to trade, unequal ones nothing more to agree on") {
  const Document equal = brief(Compared{2});
  CHECK(under<Paragraph>(equal, "The differences that matter most (0)").text ==
        "No input that a boundary rests on differs.");
  CHECK(under<Bullets>(equal, "What could be taken over or traded").items ==
        Texts{"There is nothing to trade: of the figures that make the difference, fewer than "
              "two can be negotiated."});
  CHECK(under<Bullets>(equal, "Assumption or source").items.size() == 1);
  const Document other = brief(Compared{
      {tests::given_cost_price("40"),
       tests::given_cost_price("41").with("period", "from = 2026-02-01\nto = 2026-11-30")}});
  CHECK(under<Paragraph>(other, "What the parties agree on (0)").text ==
        "No input has the same value in both.");
}

// The wage is not to be traded; overhead and travel are, and meetings give something back.
TEST_CASE("a trade says what each gives, where it is even, and what goes the other way") {
  const Document document = brief(Compared{
      {{"hours.meetings=10"}, {"wage.hourly=22", "overhead.percent=25", "travel.expenses=1"}}});
  const Texts trades = under<Bullets>(document, "What could be taken over or traded").items;
  REQUIRE(trades.size() == 2);
  CHECK(
      trades[0] ==
      "For other travel expenses the municipality takes over the provider's figure (€ 1.00: € "
      "1.23), "
      "for overhead the provider takes over the municipality's (20 %: € 1.80). The trade is about "
      "even with overhead at 21.6 %.");
  CHECK(trades[1] ==
        "Meetings goes the other way (€ 0.27): giving in on it widens the difference.");
}

TEST_CASE("a measured figure is proposed where the other side has none of its own") {
  const CaseText measured = CaseText{}.with(
      "hours",
      "contract = 2000\nleave = 300\nsickness = 5\nidle = { value = 20, grade = "
      "\"measured\" }\nindirect = { value = 20, grade = \"agreed\", source = \"CAO\" }");
  const Texts proposed =
      under<Bullets>(brief(Compared{{CaseText{}, measured}}), "What could be taken over or traded")
          .items;
  REQUIRE(proposed.size() == 2);
  CHECK(proposed[0] ==
        "Idle time: the municipality has no figure of its own; use the measured one, 20 hours (+€ "
        "0.52 "
        "per hour).");
  CHECK(proposed[1].find("use the one with a source, 20 hours (+€ 0.52 per hour).") !=
        std::string::npos);
  CHECK(
      under<Bullets>(brief(Compared{{measured, CaseText{}}}, dutch),
                     "Wat er over te nemen of te ruilen valt")
          .items[0] ==
      "Leegloop: de aanbieder heeft geen eigen cijfer; gebruik het gemeten cijfer, 20 uur (+€ 0,52 "
      "per uur).");
}

TEST_CASE("a cost price found elsewhere is not taken over in the place of a build-up") {
  const CaseText given =
      tests::given_cost_price("{ value = 26.59, grade = \"agreed\", source = \"court\" }");
  for (const Document& document :
       {brief(Compared{{given, CaseText{}}}), brief(Compared{{CaseText{}, given}})}) {
    for (const std::string& item :
         under<Bullets>(document, "What could be taken over or traded").items)
      CHECK(item.find("iven cost price") == std::string::npos);
  }
}

TEST_CASE("the tariffs and the hours on the table are on the page, where either side states any") {
  const Document document = brief(
      Compared{{{"contract.tariff=39.60", "contract.volume=48000"}, {"contract.volume=31000"}}},
      dutch);
  CHECK(says(document, "Tarieven op tafel: gemeente € 39,60 per uur, aanbieder niet opgegeven."));
  CHECK(says(document, "Uren per jaar: gemeente 48.000, aanbieder 31.000."));
  CHECK_FALSE(says(brief(Compared{{{}, {"wage.hourly=22"}}}), "on the table"));
}

TEST_CASE("the grounds of a brief are eight at most, without notes where the public reads") {
  CaseText noted;
  noted.with("overhead", "percent = { value = 30, note = \"secret\" }\nof = \"direct\"");
  const Compared cases{{CaseText{}, noted}};
  CHECK(says(brief(cases),
             "Overhead: Municipality: assumed; no source. Provider: assumed; no source; "
             "secret."));
  CHECK(says(brief(cases, english, false),
             "Overhead: Municipality: assumed; no source. Provider: assumed; no source."));
  const Compared many{
      {CaseText{}, CaseText{}
                       .with("wage",
                             "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 30, \"5\" = 70 }\n"
                             "minimum_wage = \"none\"")
                       .with("travel", "minutes_between = 5\nvisit_minutes = 90")
                       .with("overhead", "amount = 5")}};
  CHECK(under<Bullets>(brief(many), "Assumption or source").items.size() == 8 + 1);
}

TEST_CASE("a brief counts the assumptions of each, and lists what both agree on") {
  const Document document = brief(
      Compared{{CaseText{}.with("overhead",
                                "percent = { value = 20, grade = \"measured\" }\nof = \"direct\""),
                CaseText{}.with("overhead", "percent = 30\nof = \"direct\"")}});
  const Texts grounds = under<Bullets>(document, "Assumption or source").items;
  CHECK(grounds.back() ==
        "Assumptions and placeholders: 8 of the municipality's, 9 of the provider's.");
  const Paragraph agreed = under<Paragraph>(document, all<Heading>(document).back().text);
  CHECK(agreed.text ==
        "start of the period, end of the period, minimum wage, base of overhead, hourly wage, "
        "holiday allowance, year-end bonus, employer charges, contract hours, leave, sickness, "
        "travel time.");
}

}  // namespace billijk::report
