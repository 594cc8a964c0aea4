#include "report/forecast/forecast_report.hpp"

#include <catch2/catch.hpp>

#include "unit/documents.hpp"
#include "unit/foreseen.hpp"

namespace billijk::report {
namespace {

using tests::all;
using tests::CaseText;
using tests::charts;
using tests::dutch;
using tests::english;
using tests::exact;
using tests::foreseeable;
using tests::headline;
using tests::rows;
using tests::says;
using tests::table;
using tests::titles;
using tests::under;
using Texts = std::vector<std::string>;

const std::string growth = "wages = 3\nprices = 2";

CaseText signed_for(const std::string& contract, const std::string& forecast = growth) {
  return foreseeable(forecast, contract);
}

Document report_of(const tests::Foreseen& found, const Format& format = english) {
  return forecast_document({.calculation = *found.subject, .result = *found}, format);
}
Document report_of(const CaseText& text, const Format& format = english,
                   const tests::Ahead& asked = {}) {
  return report_of(tests::Foreseen{text, asked}, format);
}
std::string said_first(const CaseText& text, const Format& format = english,
                       const tests::Ahead& asked = {}) {
  return headline(report_of(text, format, asked)).text;
}
Texts items_under(const Document& document, std::string_view heading) {
  return under<Bullets>(document, heading).items;
}

/// What is needed, of a forecast that was tampered with: most of it cannot be made to fail.
Texts needed_of(const std::function<void(analysis::ForecastResult&)>& change,
                const Format& format = english) {
  const tests::Foreseen found{foreseeable()};
  analysis::ForecastResult result = *found;
  change(result);
  return items_under(forecast_document({.calculation = *found.subject, .result = result}, format),
                     format.language() == Language::nl ? "Wat is er nodig?" : "What is needed?");
}

const CaseText holds_to_the_end =
    signed_for("tariff = 41.50\nvolume = 1000\nend = 2029-12-31\nindexation = { percent = 3.5 }");
const CaseText never_holds =
    signed_for("tariff = 40\nvolume = 1000\nend = 2029-12-31\nindexation = { none = true }");
/// 41.50, 41.50, 43.99 and 46.63.
const CaseText breaks_once = signed_for(
    "tariff = 41.50\nvolume = 1000\nend = 2029-12-31\n"
    "indexation = { percent = 6, first_year = 2028 }");
/// 44.55, 46.78 and 49.12 under ceilings of 44.55, 45.89 and 47.26.
const CaseText rises_above =
    signed_for("tariff = 44.55\nend = 2028-12-31\nindexation = { percent = 5 }");

}  // namespace

TEST_CASE("a tariff that holds is said to hold until its last year, with what is left") {
  CHECK(said_first(holds_to_the_end) ==
        "€ 41.50 per hour holds in all years, up to and including 2029; over 4 years together the "
        "provider keeps € 5,460.");
  CHECK(said_first(holds_to_the_end, dutch) ==
        "€ 41,50 per uur houdt alle jaren stand, tot en met 2029; over 4 jaar samen houdt de "
        "aanbieder € 5.460 over.");
  CHECK(headline(report_of(holds_to_the_end)).tone == Tone::good);
  CHECK(said_first(holds_to_the_end, english, {.until = 2026}) ==
        "€ 41.50 per hour holds in all years, up to and including 2026; in 2026 the provider "
        "keeps € 1,000.");
  CHECK(said_first(holds_to_the_end, dutch, {.until = 2026})
            .ends_with("; in 2026 houdt de aanbieder € 1.000 over."));
}

TEST_CASE("a tariff that sinks is said to hold until the year before, with what an hour loses") {
  CHECK(said_first(foreseeable()) ==
        "€ 41.50 per hour holds up to and including 2028; from 2029 on the provider "
        "loses € 0.22 on every hour; over 4 years together the provider keeps € 1,600.");
  CHECK(said_first(foreseeable(), dutch) ==
        "€ 41,50 per uur houdt stand tot en met 2028; vanaf 2029 legt de aanbieder op elk uur "
        "€ 0,22 toe; over 4 jaar samen houdt de aanbieder € 1.600 over.");
  CHECK(headline(report_of(foreseeable())).tone == Tone::bad);
}

TEST_CASE("a tariff below the cost price from the first year on holds in no year") {
  // 160.00 against 169.45.
  CHECK(said_first(never_holds) ==
        "€ 40.00 per hour holds in no year: from 2026 on the provider loses € 0.50 to € 4.26 on "
        "every hour; over 4 years together the provider is € 9,450 short.");
  CHECK(said_first(never_holds, dutch) ==
        "€ 40,00 per uur houdt geen enkel jaar stand: vanaf 2026 legt de aanbieder op elk uur "
        "€ 0,50 tot € 4,26 toe; over 4 jaar samen komt de aanbieder € 9.450 tekort.");
}

TEST_CASE("a tariff that is below in some years and recovers does not hold in every year") {
  CHECK(said_first(breaks_once) ==
        "€ 41.50 per hour does not hold in every year: in 2027 the provider loses € 0.22 on "
        "every hour; over 4 years together the provider keeps € 4,170.");
  CHECK(said_first(breaks_once, dutch) ==
        "€ 41,50 per uur houdt niet alle jaren stand: in 2027 legt de aanbieder op elk uur € 0,22 "
        "toe; over 4 jaar samen houdt de aanbieder € 4.170 over.");
  // 40 and 40 under 40.50 and 41.72, 44 above 42.97; a year alone, then one more to the end.
  CHECK(said_first(signed_for("tariff = 40\nend = 2028-12-31\n"
                              "indexation = { percent = 10, first_year = 2028 }")) ==
        "€ 40.00 per hour does not hold in every year: in 2026–2027 the provider loses € 0.50 "
        "to € 1.72 on every hour.");
}

TEST_CASE("years that do not follow each other are listed") {
  // Wages that fall by 5 % in 2028 and rise by 20 in 2029: 40.50, 41.72, 39.63 and 47.56.
  const CaseText text =
      signed_for("tariff = 41\nend = 2029-12-31\nindexation = { none = true }",
                 "wages = { \"2027\" = 3, \"2028\" = -5, \"2029\" = 20 }\nprices = 2");
  CHECK(said_first(text) ==
        "€ 41.00 per hour does not hold in every year: in 2027 and 2029 the provider loses "
        "€ 0.72 to € 6.56 on every hour.");
  CHECK(said_first(text, dutch) ==
        "€ 41,00 per uur houdt niet alle jaren stand: in 2027 en 2029 legt de aanbieder op elk uur "
        "€ 0,72 tot € 6,56 toe.");
}

TEST_CASE("a tariff above the ceiling is said to be, with its years") {
  CHECK(said_first(rises_above) ==
        "€ 44.55 per hour holds in all years, up to and including 2028. "
        "In 2027–2028 it is € 0.89 to € 1.86 above the ceiling.");
  CHECK(said_first(rises_above, dutch) ==
        "€ 44,55 per uur houdt alle jaren stand, tot en met 2028. In 2027–2028 ligt het € 0,89 tot "
        "€ 1,86 boven het plafond.");
  CHECK(headline(report_of(rises_above)).tone == Tone::bad);
  CHECK(headline(report_of(rises_above, english, {.until = 2026})).tone == Tone::good);
}

TEST_CASE("a tariff of another unit is told in that unit") {
  CHECK(said_first(signed_for("tariff = 0.70\nunit = \"minute\"\nend = 2026-12-31\n"
                              "indexation = { percent = 2 }"))
            .starts_with("€ 0.70 per minute holds in all years, up to and including 2026"));
}

TEST_CASE("after the headline it is said what is left for those who deliver") {
  const auto delivered = [](const std::string& fee) {
    return signed_for(
        "tariff = 41.50\nend = 2028-12-31\nindexation = { percent = 2 }\n"
        "subcontracting_fee = " +
        fee);
  };
  // With 1 % they are left with 42.75 of 43.18 in 2028, below 42.97.
  const Document late = report_of(delivered("1"));
  CHECK(
      says(late,
           "After the fee of the lead provider the subcontractor gets less than the cost price in "
           "2028."));
  CHECK(says(report_of(delivered("5"), dutch),
             "Na de inhouding door de hoofdaannemer ontvangt de onderaannemer in 2026–2028 minder "
             "dan de kostprijs."));
  CHECK(says(report_of(delivered("0.1")),
             "After the fee of the lead provider the cost price is covered in every year too."));
  CHECK(all<Paragraph>(report_of(foreseeable()))[0].text.find("fee") == std::string::npos);
}

TEST_CASE("it is said why: how cost and tariff grew, and what the contract says") {
  CHECK(says(report_of(foreseeable()),
             "From 2026 to 2029 the cost price rises by 9.28 % and the tariff by 6.12 %; the wage "
             "in the cost price by 9.27 %. Under the contract the tariff rises by 2 % each year."));
  CHECK(
      says(report_of(never_holds, dutch),
           "Van 2026 tot en met 2029 stijgt de kostprijs met 9,28 % en het tarief met 0,00 %; "
           "het loondeel van de kostprijs met 9,27 %. Het contract kent geen indexatie: het tarief "
           "blijft gelijk."));
  CHECK(says(report_of(signed_for("tariff = 41.50"), english, {.until = 2026}),
             "The contract says nothing of indexation: the tariff stays as it is."));
}

TEST_CASE("low and high growth are said to make a difference only where they do") {
  const CaseText ranged = foreseeable("wages = { value = 3, low = 2, high = 5 }\nprices = 2");
  CHECK(says(report_of(ranged),
             "With low growth the cost price is covered in every year; with high growth the tariff "
             "is below the cost price for the first time in 2027."));
  CHECK(
      says(report_of(ranged, dutch),
           "Bij lage groei blijft de kostprijs elk jaar gedekt; bij hoge groei komt het tarief in "
           "2027 voor het eerst onder de kostprijs."));
  for (const Paragraph& paragraph : all<Paragraph>(report_of(foreseeable())))
    CHECK_FALSE(paragraph.text.starts_with("With low "));
}

TEST_CASE("the years stand in a table, those that are not fair in bold") {
  const CaseText ranged = foreseeable("wages = { value = 3, low = 2, high = 5 }\nprices = 2");
  const std::vector<Table> tables = all<Table>(report_of(ranged));
  CHECK(titles(tables[0]) ==
        "Year | Index % | Tariff | Cost price | Distance | Low | High | Per year | Total");
  CHECK(rows(tables[0]) ==
        Texts{"2026 | 0.00 | 41.50 | 40.50 | 1.00 | 1.00 | 1.00 | 1,000 | 1,000",
              "2027 | 2.00 | 42.33 | 41.72 | 0.61 | 1.02 | -0.20 | 610 | 1,610",
              "2028 | 2.00 | 43.18 | 42.97 | 0.21 | 1.04 | -1.47 | 210 | 1,820",
              "2029 | 2.00 | 44.04 | 44.26 | -0.22 | 1.06 | -2.84 | -220 | 1,600"});
  CHECK_FALSE(tables[0].rows[2].strong);
  CHECK(tables[0].rows[3].strong);
  CHECK(titles(tables[1]) == "Year | Wage floor | Cost price | Fair | Ceiling | Verdict");
  CHECK(rows(tables[1])[0] == "2026 | 33.75 | 40.50 | 40.50 | 44.55 | fair");
  CHECK(rows(tables[1])[3] ==
        "2029 | 36.88 | 44.26 | 44.26 | 48.68 | below the cost price (not certain)");
}

TEST_CASE("without a volume there are no amounts a year, and it is said what those need") {
  const Document document =
      report_of(signed_for("tariff = 41.50\nend = 2028-12-31\nindexation = { percent = 2 }"),
                english, {.until = {}, .clauses = {"none"}, .presets = {}});
  CHECK(headline(document).text ==
        "€ 41.50 per hour holds in all years, up to and including 2028.");
  CHECK(titles(all<Table>(document)[0]) ==
        "Year | Index % | Tariff | Cost price | Distance | Low | High");
  CHECK(rows(all<Table>(document)[0])[1] == "2027 | 2.00 | 42.33 | 41.72 | 0.61 | 0.61 | 0.61");
  CHECK(says(document,
             "EUR per billable hour; distance = tariff less cost price. Low and High: the distance "
             "with low and with high growth; with high growth it may be the lower. Amounts a year "
             "need contract.volume."));
  CHECK(items_under(document, "What is needed?").size() == 2);
  CHECK(titles(table(document, "Clause")) == "Clause | Short from | End tariff");
  CHECK(rows(table(document, "Clause")) ==
        Texts{"of the contract | never | 43.18", "none | 2027 | 41.50"});
}

TEST_CASE("what is needed is a first tariff for every year, one for all together, a percentage") {
  CHECK(
      needed_of([](auto&) {}) ==
      Texts{"To cover the cost price in every year: a start tariff of at least € 41.71 per hour, "
            "with this indexation.",
            "Or, with the present start tariff: a fixed indexation of at least 2.16 % a year.",
            "Not to fall short over all years together: a start tariff of at least € 41.12 per "
            "hour, with this indexation; surpluses then cover shortfalls; the present start tariff "
            "will do."});
  CHECK(
      needed_of([](auto&) {}, dutch) ==
      Texts{"Om elk jaar de kostprijs te dekken: een begintarief van ten minste € 41,71 per uur, "
            "met deze indexatie.",
            "Of, met het huidige begintarief: een vaste indexatie van ten minste 2,16 % per jaar.",
            "Om over alle jaren samen niet tekort te komen: een begintarief van ten minste "
            "€ 41,12 per uur, met deze indexatie; overschotten dekken dan de tekorten; het "
            "huidige begintarief is daarvoor genoeg."});
}

TEST_CASE("where nothing would hold, that is said") {
  const auto nothing = [](analysis::ForecastResult& result) { result.needed = {}; };
  CHECK(
      needed_of(nothing) ==
      Texts{"No start tariff covers the cost price in every year with this indexation.",
            "Even an indexation of 100 % a year is not enough.",
            "No start tariff prevents a shortfall over all years together with this indexation."});
  CHECK(needed_of(nothing, dutch)[1] == "Zelfs 100 % indexatie per jaar is niet genoeg.");
  CHECK(items_under(report_of(never_holds), "What is needed?")[1] ==
        "More indexation alone does not help: the tariff is below the cost price in 2026 already.");
  CHECK(items_under(report_of(never_holds, dutch), "Wat is er nodig?")[1] ==
        "Meer indexatie alleen helpt niet: het tarief ligt al in 2026 onder de kostprijs.");
  // Of a single year no percentage speaks.
  CHECK(items_under(report_of(foreseeable(), english, {.until = 2026}), "What is needed?").size() ==
        1);
}

TEST_CASE("clauses stand below that of the contract, and none where none was asked for") {
  const tests::Ahead asked{.until = {}, .clauses = {"none", "3,5"}, .presets = {}};
  const Document document = report_of(foreseeable(), english, asked);
  CHECK(titles(table(document, "Clause")) == "Clause | Short from | Over all years | End tariff");
  CHECK(rows(table(document, "Clause")) == Texts{"of the contract | 2029 | 1,600 | 44.04",
                                                 "none | 2027 | -3,450 | 41.50",
                                                 "3,5 | never | 5,460 | 46.01"});
  CHECK(rows(table(report_of(foreseeable(), dutch, asked), "Clausule"), dutch)[2] ==
        "3,5 | nooit | 5.460 | 46,01");
  CHECK(all<Table>(report_of(foreseeable())).size() == 2);
}

TEST_CASE("each year is drawn from its own cost price, with what growth makes of it") {
  const Document document =
      report_of(foreseeable("wages = { value = 3, low = 2, high = 5 }\nprices = 2"));
  const Course course = std::get<Course>(charts(document).at(0));
  CHECK(course.floor == "Wage floor");
  CHECK(course.ceiling == "Ceiling");
  REQUIRE(course.years.size() == 4);
  const Course::Year& last = course.years[3];
  CHECK(last.name == "2029");
  CHECK(last.floor == exact("36.88"));
  CHECK(last.cost == exact("44.26"));
  CHECK(last.ceiling == exact("48.68"));
  CHECK(last.tariff == exact("44.04"));
  CHECK(last.least == exact("-2.84"));  // with high growth 44.04 - 46.88
  CHECK(last.most == exact("1.06"));    // with low growth 44.04 - 42.98
}

}  // namespace billijk::report
