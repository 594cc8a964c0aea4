#include "report/forecast/assumed_growth.hpp"

#include <catch2/catch.hpp>

#include "unit/documents.hpp"
#include "unit/foreseen.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::foreseeable;
using tests::under;
using Texts = std::vector<std::string>;

std::string clause_said(const std::string& indexation, const Format& format = english) {
  const tests::Computed subject = tests::compute(
      indexation.empty() ? CaseText{}
                         : CaseText{}.with("contract", "indexation = { " + indexation + " }"));
  const analysis::ForecastResult result;
  return clause_sentence({.calculation = *subject, .result = result}, format);
}

/// What the years of a case are said to rest on, one a line.
Texts grounds_of_years(const CaseText& text, const tests::Ahead& asked = {},
                       const Format& format = english) {
  const tests::Foreseen found{text, asked};
  Document document;
  add_assumed_growth(document, {.calculation = *found.subject, .result = *found}, format);
  if (document.blocks.empty()) return {};
  return under<Bullets>(document, format.language() == Language::nl
                                      ? "Waar de vooruitblik op berust"
                                      : "What the forecast rests on")
      .items;
}

const std::string following =
    "tariff = 41.50\nend = 2028-12-31\nindexation = { series = \"nl/vng-90-10\" }";

}  // namespace

TEST_CASE("it is said what the tariff follows under the contract") {
  CHECK(clause_said("") == "The contract says nothing of indexation: the tariff stays as it is.");
  CHECK(clause_said("none = true") == "The contract has no indexation: the tariff stays as it is.");
  CHECK(clause_said("percent = 2.50, cap = 2, first_year = 2028") ==
        "Under the contract the tariff rises by 2.5 % each year, by 2 % a year at most, for the "
        "first time in 2028.");
  CHECK(clause_said("series = \"nl/vng-90-10\", lag = 1") ==
        "Under the contract the tariff follows the series OVA and ppc, weighted 90/10 (VNG advice "
        "for "
        "the Wmo and the Jeugdwet) (nl/vng-90-10), with the index of the year before.");
  CHECK(
      clause_said("series = \"nl/vng-90-10\", cap = 3.0, lag = 2, first_year = 2027", dutch) ==
      "Volgens het contract volgt het tarief de reeks OVA en ppc, gewogen 90/10 (VNG-advies Wmo en "
      "Jeugdwet) (nl/vng-90-10), met hoogstens 3 % per jaar, met het indexcijfer van 2 jaar "
      "eerder, voor het eerst in 2027.");
}

TEST_CASE("growth is told by the year, with range, grade and source, and the day of the rise") {
  CHECK(
      grounds_of_years(foreseeable(
          "wages = { \"2027\" = { value = 4, grade = \"agreed\", source = \"CAO\" }, later = { "
          "value = "
          "3.5, low = 2.5, high = 5 } }\n"
          "prices = 2\nvolume = { value = 1, high = 2, note = \"plan\" }\nrise_on = \"07-01\"")) ==
      Texts{"growth of wages in 2027: 4 %, agreed; CAO",
            "growth of wages in other years: 3.5 % (2.5 % to 5 %), assumed",
            "growth of prices, each year: 2 %, assumed",
            "growth of the volume, each year: 1 % (1 % to 2 %), assumed; plan",
            "wages rise each year on 1 July"});
  CHECK(grounds_of_years(foreseeable("wages = { \"2027\" = 3, \"2028\" = 3, \"2029\" = 3 }\n"
                                     "prices = { value = 2.25, low = 1 }\nrise_on = \"12-31\""),
                         {}, dutch) ==
        Texts{"groei van de lonen in 2027: 3 %, aangenomen",
              "groei van de lonen in 2028: 3 %, aangenomen",
              "groei van de lonen in 2029: 3 %, aangenomen",
              "groei van de prijzen, elk jaar: 2,25 % (1 % tot 2,25 %), aangenomen",
              "lonen stijgen elk jaar op 31 december"});
}

TEST_CASE("nothing stands there where no year rests on anything") {
  CHECK(grounds_of_years(foreseeable().without("forecast"), {.until = 2026}).empty());
}

TEST_CASE("a preset that ends before the years do is said to be carried on") {
  const CaseText text =
      foreseeable().with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }");
  const Texts told = grounds_of_years(
      text,
      {.until = {},
       .clauses = {},
       .presets = {tests::scale({{"2024-01-01", "steps = { \"5\" = 20 }"}}),
                   tests::minimum({{"2026-01-01", "hour = 1"}, {"2029-01-01", "hour = 2"}})}});
  REQUIRE(told.size() == 4);
  // The scale ended before the case, whose year is then the last it is sure of.
  CHECK(told[3] ==
        "Test (nl/cao-vvt-hbh): carried on after 2026 with the growth of wages; expected, not "
        "settled");
}

TEST_CASE("the series of a clause is told with its last year and what its parts grow with") {
  const auto told = [](const tests::Rows& rows, const Format& format = english) {
    return grounds_of_years(
               foreseeable("wages = 3\nprices = 2\nseries = { energy = \"prices\" }", following),
               {.until = {},
                .clauses = {},
                .presets = {tests::series("weights = { ova = 62.5, energy = 37.5 }\n", rows)}},
               format)
        .back();
  };
  const tests::Rows known{{"2024-01-01", "ova = 1\nenergy = 1"},
                          {"2025-01-01", "ova = 1\nenergy = 1"}};
  CHECK(told(known) ==
        "nl/vng-90-10: figures up to 2025; after that it grows, ova (62.5 %) with wages and energy "
        "(37.5 %) with prices");
  CHECK(told(known, dutch) ==
        "nl/vng-90-10: cijfers tot en met 2025; daarna groeit ova (62,5 %) met de lonen en energy "
        "(37,5 %) met de prijzen");
  CHECK(told({{"2025-01-01", "ova = 1"}}) ==
        "nl/vng-90-10: no figures; it grows, ova (62.5 %) with wages and energy (37.5 %) with "
        "prices");
}

}  // namespace billijk::report
