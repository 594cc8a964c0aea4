#include <catch2/catch.hpp>
#include <string>

#include "unit/audit_reports.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using tests::asking;
using tests::Audited;
using tests::CaseText;
using tests::contract;
using tests::dutch;
using tests::english;
using tests::says;

/// The letter about a contract of which these rules are asked.
std::string letter(const CaseText& text, const std::vector<Rule>& rules = {Rule::cost_price}) {
  return Audited{text, asking(rules)}.letter_in(english);
}

const std::string cost =
    " The cost price of an hour, built up from the elements of article 5.4, third paragraph, of "
    "the "
    "Uitvoeringsbesluit Wmo 2015, is € 40.50 for the period from 1 January 2026 to 31 December "
    "2026.";

}  // namespace

TEST_CASE("a letter names the parties, the term, the cost price and what is short in a year") {
  const Audited audited{
      contract("municipality = \"Velsen\"\nprovider = \"Zorg\"\nproduct = \"HbH 1\"\n"
               "tariff = 38.50\nvolume = 1000\nstart = 2026-01-01\nend = 2027-12-31"),
      asking({Rule::cost_price})};
  CHECK(audited.letter_in(english) ==
        "Velsen pays Zorg for HbH 1 under the contract € 38.50 per hour. The contract runs from "
        "1 January 2026 to 31 December 2027." +
            cost +
            " The tariff per hour of € 38.50 is € 2.00 "
            "(4.94 % of the cost price) below it. Under article 5.4, first paragraph, of the "
            "Uitvoeringsbesluit Wmo 2015 the real price is the lower bound. At 1,000 hours a year "
            "€ 2,000.00 a year less than the cost price is paid.");
  CHECK(audited.letter_in(dutch) ==
        "Volgens het contract betaalt Velsen aan Zorg € 38,50 per uur voor HbH 1. Het contract "
        "loopt van 1 januari 2026 tot en met 31 december 2027. De kostprijs van een uur, "
        "opgebouwd uit de elementen van artikel 5.4, derde lid, van het Uitvoeringsbesluit Wmo "
        "2015, is € 40,50 voor de periode van 1 januari 2026 tot en met 31 december 2026. Het "
        "tarief per uur van € 38,50 ligt daar € 2,00 (4,94 % van de kostprijs) onder. Volgens "
        "artikel 5.4, eerste lid, van het Uitvoeringsbesluit Wmo 2015 is de reële prijs de "
        "ondergrens. Bij 1.000 uur per jaar wordt € 2.000,00 per jaar minder dan de kostprijs "
        "betaald.");
}

TEST_CASE("a contract of which a party or a day is not known is called by its id, without a term") {
  CHECK(letter(contract("municipality = \"Velsen\"\ntariff = 40.50\nstart = 2026-01-01")) ==
        "Under the contract velsen for household help, € 40.50 per hour is paid." + cost +
            " The tariff per hour of € 40.50 is not below it (article 5.4, first paragraph, of the "
            "Uitvoeringsbesluit Wmo 2015).");
}

TEST_CASE("without a tariff a letter says what an hour costs and what is missing") {
  CHECK(letter(contract("product = \"HbH 1\"")) ==
        cost.substr(1) +
            " For a verdict on the whole contract this information is missing: tariff.");
}

TEST_CASE("a given cost price is one established by somebody") {
  const auto given = [](const std::string& figure) {
    CaseText text = contract("tariff = 41").with("given", "cost_price = " + figure);
    for (const char* table :
         {"wage", "supplements", "employer_charges", "hours", "travel", "overhead"})
      text.without(table);
    return letter(text);
  };
  const std::string until =
      "The cost price of an hour is € 40.00 for the period from 1 January 2026 to 31 December "
      "2026, as established in: ";
  CHECK(says(given("{ value = 40, source = [\"Report 3\"] }"), until + "Report 3. "));
  CHECK(says(given("40"), until + "no source. "));
}

TEST_CASE("only a boundary with room has a range, and provisional figures are counted") {
  CaseText text = contract("tariff = 41");
  CHECK_FALSE(says(letter(text), "ranges"));
  CHECK_FALSE(says(letter(text), "provisional"));
  // Overhead enters the cost price alone: 33.75 x 1.1 and x 1.25.
  text.with("overhead",
            "percent = { value = 20, low = 10, high = 25, grade = \"placeholder\" }\n"
            "of = \"direct\"");
  CHECK(says(letter(text),
             "Wmo 2015). With the ranges of the inputs the cost price lies between € 37.125 and "
             "€ 42.1875. The computation rests on provisional figures (still to be filled in, "
             "unconfirmed or expected): 1."));
  text.with("wage", "hourly = { value = 20, low = 19, high = 21 }\nminimum_wage = \"none\"");
  CHECK(says(letter(text),
             "With the ranges of the inputs the wage floor lies between € 32.0625 "
             "and € 35.4375. With the ranges of the inputs the cost price lies"));
}

TEST_CASE(
    "a letter says when a tariff is below the cost price whatever the figures turn out to be") {
  const std::string overhead = "percent = { value = 20, low = 10, high = 25 }\nof = \"direct\"";
  CHECK(says(letter(contract("tariff = 37.12").with("overhead", overhead)),
             "Even with every figure at its most favourable the cost price is € 37.13: the tariff "
             "is certainly below it. With the ranges"));
  CHECK_FALSE(says(letter(contract("tariff = 37.13").with("overhead", overhead)), "certainly"));
  CHECK_FALSE(says(letter(contract("tariff = 37.12")), "certainly"));
}

TEST_CASE("a shortfall that is there is never shown as none") {
  const std::string text = letter(contract("tariff = 40.4999\nvolume = 10"));
  CHECK(says(text, "is € 0.0001 (0.00025 % of the cost price) below it"));
  CHECK(says(text, "At 10 hours a year € 0.001 a year less"));
}

TEST_CASE("a price per period without what divides it is said to tell no price per hour") {
  const auto price = [](const std::string& body) {
    const std::string text = letter(contract(body), {Rule::result_price});
    return text.substr(text.find(cost) + cost.size());
  };
  const std::string article = " (article 5.4 of the Uitvoeringsbesluit Wmo 2015";
  const std::string unstated = ", so that no price per hour follows from the price" + article +
                               "; contract standard Wmo, version 1.2).";
  CHECK(price("tariff = 300\nunit = \"month\"") ==
        " The contract does not state the norm hours" + unstated);
  CHECK(price("tariff = 90000\nunit = \"lump_sum\"") ==
        " The contract does not state the hours a year" + unstated);
  CHECK(
      says(price("tariff = 300\nunit = \"month\"\nnorm_hours = 100"),
           " From the price follow € 36.00 per hour; the cost price is € 40.50" + article + ")."));
}

TEST_CASE("a letter speaks of the contract, and last of how well its figures are founded") {
  const CaseText text =
      contract(
          "tariff = 60\ndelivery = \"alfahulp\"\nunit = \"hour\"\nsubcontracting_fee = 60\n"
          "norm_hours = 90\nstart = 2026-01-01\nend = 2027-12-31\n"
          "indexation = { none = true }")
          .with("wage", "hourly = { value = 14, grade = \"placeholder\" }\nminimum_wage = \"none\"")
          .with("audit", "scale = \"nl/cao-vvt-hbh\"");
  analysis::AuditOptions options = asking();
  options.rules[index_of(Rule::norm_hours)].threshold = core::Decimal{105};
  options.rules[index_of(Rule::margin)].threshold = core::Decimal{-1};
  const Audited audited{text, options};
  for (const Rule rule : {Rule::sources, Rule::placeholders, Rule::margin})
    CHECK(audited.contract()[rule].answer == analysis::Answer::fail);
  const std::string said = audited.letter_in(english);
  // In the order of spoken_of: the law first, the ceiling last.
  CHECK(said.substr(said.find(" The subcontractor")) ==
        " The subcontractor that delivers the hour receives € 24.00 for it; the cost price is "
        "€ 28.35 (article 5.4 of the Uitvoeringsbesluit Wmo 2015). Of the elements of article 5.4, "
        "third paragraph, d, f has neither a figure nor a zero that is explained. The hourly wage "
        "is € 14.00; the higher of the lowest step of the scale and the minimum wage comes to "
        "€ 15.08 within the period (CAO; Wml). The cost price rests on figures below the legal "
        "minimum: wage.hourly = 14; required is at least: wage.hourly = 14.99 (articles 7 and 15 "
        "of the Wml, article 7:634 of the BW). The contract is longer than a year and has no "
        "indexation clause; article 5.4, third paragraph, under e, lists indexation as part of the "
        "price. The norm is 90 hours per client per year; the norm it is compared with is 105 "
        "hours per client per year. The help is delivered by people engaged by the client "
        "(alfahulp); in the accord of 4 December 2015 FNV, CNV, VNG and VWS agreed that this ends "
        "from 1 January 2017 on. The tariff per hour of € 60.00 is above the ceiling of € 31.19. "
        "The figures are weakly founded on these points: sources: hourly wage, employer charges, "
        "contract hours, leave, overhead; placeholders: hourly wage.");
  CHECK_FALSE(says(letter(text), "alfahulp"));
}

TEST_CASE("a tariff below the wage floor is below two boundaries, and the letter says of both") {
  CHECK(says(letter(contract("tariff = 30"), {Rule::wage_floor}),
             "the lower bound. The wage floor (wages, employer charges, non-productive hours "
             "and travel, without overhead) is € 33.75; the tariff is below that too (article "
             "2.6.6 of the Wmo 2015)."));
  CHECK(says(
      letter(contract("tariff = 41\nindexation = { series = \"nl/cpi\" }"), {Rule::index_basis}),
      "The series of the indexation clause gives no weight to wages (see "
      "ECLI:NL:GHARL:2020:437)."));
}

}  // namespace billijk::report
