#include "report/calc/calc_report.hpp"

#include <catch2/catch.hpp>

#include "analysis/lever/pays_for.hpp"
#include "report/calc/certainty.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using tests::all;
using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::headline;
using tests::rows;
using tests::says;
using tests::table;
using tests::text_of;
using tests::titles;
using Texts = std::vector<std::string>;

struct Offer {
  const char* amount;
  core::TariffUnit unit = core::TariffUnit::hour;
};

core::Verdict verdict_on(const tests::Computed& subject, const Offer& offer) {
  core::Checked<core::Verdict> verdict =
      core::give_verdict(*subject, {.value = tests::decimal(offer.amount), .unit = offer.unit});
  if (!verdict) throw std::runtime_error{tests::summary(verdict.error())};
  return std::move(*verdict);
}

Document check(const CaseText& text, const Offer& offer, const Format& format = english) {
  const tests::Computed subject = tests::compute(text);
  return check_document(*subject, {verdict_on(subject, offer), {}}, {}, format);
}

std::string certainty(const CaseText& text, const char* offered, Language language = Language::en) {
  const tests::Computed subject = tests::compute(text);
  return certainty_of(*subject, verdict_on(subject, {offered}), {}, Format{language});
}

/// 64800 / (1700 - 20 x sickness): a cost price from 40.00 to 41.01.
CaseText ranged(const std::string& grade = "measured") {
  return CaseText{}.with("hours",
                         "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, high = 6, "
                         "grade = \"" +
                             grade + "\" }");
}

}  // namespace

TEST_CASE("a calculation opens with the fair tariff and what of it is margin, without judging") {
  const CaseText text = CaseText{}
                            .with("margin", "percent = 10\nof = \"cost_price\"")
                            .with("contract", "municipality = \"Velsen\"\nproduct = \"HbH\"");
  const Document document = calc_document(*tests::compute(text), {}, english);
  CHECK(headline(document).text ==
        "Fair tariff € 44.55 per hour: cost price € 40.50 and margin € 4.05.");
  CHECK(headline(document).tone == Tone::neutral);
  CHECK(all<Paragraph>(document).at(0).text == "Municipality: Velsen. Product: HbH. Period: 2026.");
  CHECK(headline(calc_document(*tests::compute(text), {}, dutch)).text ==
        "Billijk tarief € 44,55 per uur: kostprijs € 40,50 en marge € 4,05.");
}

TEST_CASE("explanation and ledger stand in a calculation when they are asked for") {
  const tests::Computed subject = tests::compute(CaseText{});
  const auto has = [&](const Extras& extras, const char* heading) {
    return says(calc_document(*subject, extras, english), heading);
  };
  CHECK_FALSE(has({}, "How each figure came about"));
  CHECK_FALSE(has({}, "Rounding ledger"));
  CHECK(has({.explain = true}, "How each figure came about"));
  CHECK(has({.ledger = true}, "Rounding ledger"));
}

TEST_CASE("the headline measures a tariff against the boundary it misses") {
  const auto said = [](const char* offered, const Format& format = english) {
    return headline(check(CaseText{}, {offered}, format));
  };
  const Headline floor = said("33");
  CHECK(floor.text ==
        "Too low: below the wage floor (race to the bottom). € 33.00 per hour is € 0.75 less than "
        "the wage floor of € 33.75.");
  CHECK(floor.tone == Tone::low);
  const Headline loss = said("40", dutch);
  CHECK(loss.text ==
        "Te laag: onder de kostprijs (race naar de bodem). Bij € 40,00 per uur legt de aanbieder "
        "op elk uur € 0,50 toe.");
  CHECK(loss.tone == Tone::low);
  const Headline fair = said("40.50");
  CHECK(fair.text ==
        "Fair: between cost price and ceiling. € 40.50 per hour covers the cost price of "
        "€ 40.50 and stays within the ceiling of € 44.55.");
  CHECK(fair.tone == Tone::good);
  const Headline high = said("45");
  CHECK(high.text ==
        "Too high: above the ceiling (air in the market). € 45.00 per hour is € 0.45 more than "
        "the ceiling of € 44.55.");
  CHECK(high.tone == Tone::high);
}

TEST_CASE("a loss of less than a cent is not shown as none") {
  CHECK(headline(check(CaseText{}, {"40.4995"})).text ==
        "Too low: below the cost price (race to the bottom). At € 40.4995 per hour the provider "
        "loses € 0.0005 on every hour.");
}

TEST_CASE("a tariff of another unit stands with what it is per hour") {
  CHECK(headline(check(CaseText{}, {"0.705", core::TariffUnit::minute})).text ==
        "Fair: between cost price and ceiling. € 0.705 per minute (€ 42.30 per hour) covers the "
        "cost price of € 40.50 and stays within the ceiling of € 44.55.");
}

TEST_CASE("where hours a year are known, what is missed in a year stands under the headline") {
  const auto said = [](const char* offered, const char* contract, const Format& format = english) {
    return all<Paragraph>(check(CaseText{}.with("contract", contract), {offered}, format))
        .at(0)
        .text;
  };
  CHECK(said("38.50", "volume = 1000.5") == "At 1,000.5 hours a year that is € 2,001.");
  CHECK(said("45", "volume = 48000", dutch) == "Bij 48.000 uur per jaar is dat € 21.600.");
  // Of a fair tariff nothing is missed, and without hours it is not known in a year.
  CHECK(said("42", "volume = 1000").starts_with("Period: "));
  CHECK(said("38.50", "product = \"HbH\"").starts_with("Product: "));
}

TEST_CASE("what reaches a subcontractor may turn a fair tariff bad") {
  const auto said = [](const char* fee, const char* offered, const Format& format = english) {
    return check(CaseText{}.with("contract", std::string{"subcontracting_fee = "} + fee), {offered},
                 format);
  };
  // In the paragraph right under the headline.
  const auto of = [](const Document& document) { return all<Paragraph>(document).at(0).text; };
  const Document both = said("1", "42");
  CHECK(headline(both).tone == Tone::good);
  CHECK(of(both) ==
        "If the lead provider keeps 1 %, the subcontractor receives € 41.58 per hour: fair too.");
  const Document low = said("10", "42", dutch);
  CHECK(headline(low).tone == Tone::low);
  CHECK(headline(low).text ==
        "Billijk: tussen kostprijs en plafond. € 42,00 per uur dekt de kostprijs van € 40,50 en "
        "blijft binnen het plafond van € 44,55.");
  CHECK(of(low) ==
        "Houdt de hoofdaannemer 10 % in, dan ontvangt de onderaannemer € 37,80 per uur: te laag, "
        "€ 2,70 onder de kostprijs.");
  CHECK(of(said("25", "42")) ==
        "If the lead provider keeps 25 %, the subcontractor receives € 31.50 per hour: too low, "
        "€ 2.25 below the wage floor.");
  CHECK(of(said("10", "60")) ==
        "If the lead provider keeps 10 %, the subcontractor receives € 54.00 per hour: too high as "
        "well, € 9.45 above the ceiling.");
}

TEST_CASE("the table of distances has a column for ranges and for a year only where there are") {
  const Table plain = table(check(CaseText{}, {"42"}), "Boundary");
  CHECK(titles(plain) == "Boundary | Per hour | Tariff is | In %");
  CHECK(rows(plain) ==
        Texts{"Wage floor | € 33.75 | 8.25 | 24.44 %", "Cost price | € 40.50 | 1.50 | 3.70 %",
              "Fair tariff | € 40.50 | 1.50 | 3.70 %", "Ceiling | € 44.55 | -2.55 | -5.72 %"});
  CHECK(std::holds_alternative<Money>(plain.rows[0].cells[1]));
  CHECK(std::holds_alternative<Number>(plain.rows[0].cells[2]));
  const Table whole =
      table(check(ranged().with("contract", "volume = 1000"), {"42"}, dutch), "Grens");
  CHECK(titles(whole) == "Grens | Per uur | Laag | Hoog | Verschil | In % | Per jaar");
  CHECK(rows(whole, dutch)[1] == "Kostprijs | € 40,50 | 40,00 | 41,01 | 1,50 | 3,70 % | 1.500,00");
}

TEST_CASE(
    "of a boundary a given cost price does not have, or that is zero, no percentage is made") {
  CHECK(rows(table(check(tests::given_cost_price("0"), {"1"}), "Boundary")) ==
        Texts{"Cost price | € 0.00 | 1.00 | ", "Fair tariff | € 0.00 | 1.00 | ",
              "Ceiling | € 0.00 | 1.00 | "});
}

TEST_CASE("a distance too small for two decimals gets as many as show it") {
  const Table tiny =
      table(check(CaseText{}.with("contract", "volume = 2"), {"40.500000001"}), "Boundary");
  CHECK(text_of(tiny.rows[1]) ==
        "Cost price | € 40.50 | 0.000000001 | 0.0000000025 % | 0.000000002");
  const Table shown = table(check(CaseText{}, {"40.50001"}), "Boundary");
  CHECK(text_of(shown.rows[1]) == "Cost price | € 40.50 | 0.00001 | 0.000025 %");
}

TEST_CASE("how sure a verdict is depends on which ranges, alone, leave the zone") {
  CHECK(certainty(CaseText{}, "42") ==
        "No figure has a range, so how certain the verdict is cannot be said.");
  CHECK(certainty(ranged(), "42") ==
        "Certain: the verdict stays the same, even at the lowest and the highest value of every "
        "boundary.");
  CHECK(certainty(ranged(), "40.60") ==
        "Not certain: sickness could by itself change the verdict.");
  CHECK(certainty(ranged(), "40.20") ==
        "Not certain. By itself sickness could make the tariff fair.");
  CHECK(certainty(ranged(), "40.20", Language::nl) ==
        "Niet zeker. Een ander cijfer voor ziekteverzuim kan het tarief op zich al billijk maken.");
}

TEST_CASE("what is certainly too low is said to be so, whatever is open about the wage floor") {
  CHECK(certainty(ranged(), "33.5") ==
        "Within the ranges stated the tariff always lies below the cost price: that is € 40.00 at "
        "least. "
        "Whether it lies below the wage floor too (€ 33.33 to € 34.18) depends on: sickness.");
  CHECK(certainty(ranged(), "33.5", Language::nl) ==
        "Binnen de opgegeven bandbreedten ligt het tarief altijd onder de kostprijs: die is ten "
        "minste € 40,00. "
        "Of het ook onder de loonvloer ligt (€ 33,33 tot € 34,18), hangt af van: ziekteverzuim.");
  // 34.18 with sickness at 6, 34.10 with leave at 304, 34.32 with both.
  const CaseText both = CaseText{}.with(
      "hours",
      "contract = 2000\nleave = { value = 300, high = 304 }\nsickness = { value = 5, "
      "high = 6 }");
  CHECK(certainty(both, "34.25") ==
        "Within the ranges stated the tariff always lies below the cost price: that is € 40.50 at "
        "least. "
        "Whether it lies below the wage floor too (€ 33.75 to € 34.26) depends on several figures "
        "together.");
}

TEST_CASE("where the zone is certain the boundary that makes it so is named") {
  CHECK(certainty(ranged(), "30") ==
        "Within the ranges stated the tariff always lies below the cost price: that is € 40.00 at "
        "least.");
  CHECK(certainty(ranged(), "50") == "Certain: within all ranges the ceiling is at most € 45.11.");
  CHECK(certainty(ranged(), "50", Language::nl) ==
        "Zeker: binnen alle bandbreedten is het plafond hoogstens € 45,11.");
}

// An own line that takes more off than overhead adds: a ceiling below the wage floor.
TEST_CASE("above a ceiling that lies below the wage floor nothing is certain") {
  const CaseText text = ranged().with(
      "[line]", "key = \"subsidy\"\nelement = \"b\"\namount = -14\nper = \"billable_hour\"");
  CHECK(certainty(text, "33.5") == "Not certain: sickness could by itself change the verdict.");
}

// At the high of both 41.35, of one of them 41.01 and 40.84.
TEST_CASE("ranges that only together leave the zone are said to") {
  const CaseText both =
      ranged().with("overhead", "percent = { value = 20, high = 21 }\nof = \"direct\"");
  CHECK(certainty(both, "41.20") ==
        "Not certain: no single figure can change the verdict, but several together can.");
}

// A wage of 25 lifts the wage floor to 42.19.
TEST_CASE("what could make it fair is told apart from what could make it worse") {
  const CaseText both =
      ranged().with("wage", "hourly = { value = 20, high = 25 }\nminimum_wage = \"none\"");
  CHECK(certainty(both, "40.20") ==
        "Not certain: each figure named here could by itself change the verdict: hourly wage and "
        "sickness. By itself sickness could make the tariff fair.");
}

TEST_CASE("provisional figures are counted, and told apart by whether their effect is known") {
  const CaseText text =
      ranged("placeholder")
          .with("overhead", "percent = { value = 20, grade = \"unconfirmed\" }\nof = \"direct\"");
  CHECK(certainty(text, "40.60") ==
        "Not certain: sickness could by itself change the verdict. "
        "Provisional: the verdict rests on figures that are still to be filled in or confirmed "
        "(2). No range is stated for overhead: how much that matters is unknown.");
  // Of two that could change the verdict one is provisional.
  CHECK(certainty(ranged("placeholder")
                      .with("wage", "hourly = { value = 20, high = 25 }\nminimum_wage = \"none\""),
                  "40.60") ==
        "Not certain: each figure named here could by itself change the verdict: hourly wage and "
        "sickness. Provisional: the verdict rests on figures that are still to be filled in or "
        "confirmed (1). Of these, the range by itself could change the verdict for: sickness.");
  CHECK(certainty(ranged("unconfirmed"), "42", Language::nl) ==
        "Zeker: het oordeel blijft gelijk, ook bij de laagste en de hoogste waarde van elke "
        "grens. Voorlopig: het oordeel berust op cijfers die nog moeten worden ingevuld of "
        "bevestigd (1).");
}

/// The paragraphs of a check between the headline and the title, which stands above the ruler.
std::vector<std::string> under_headline(const CaseText& text, const Format& format = english) {
  std::vector<std::string> found;
  for (const Block& block : check(text, {"42"}, format).blocks) {
    if (std::holds_alternative<Figure>(block)) break;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) found.push_back(paragraph->text);
  }
  // The title, and for which days.
  CHECK(found.back().starts_with(format.language() == Language::nl ? "Periode: " : "Period: "));
  found.pop_back();
  return found;
}

/// A year of the scale of the CAO, with the premiums of then; nothing else that reaches to it.
CaseText of_year(const std::string& from, const std::string& to) {
  return CaseText{}
      .with("period", "from = " + from + "\nto = " + to)
      .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }")
      .with("employer_charges",
            "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = 90, "
            "whk = 1.5 }\npension = { preset = \"nl/pension-pfzw\", employer_share = 50 }");
}

TEST_CASE("a year without figures is said to be computed with those of an earlier one") {
  CHECK(under_headline(of_year("2027-01-01", "2027-12-31")) ==
        Texts{"Provisional: for 2027 there are no CAO wages, social charges and pension figures "
              "yet; those of 2026 are used."});
  CHECK(under_headline(of_year("2026-12-01", "2028-12-31"), dutch) ==
        Texts{"Voorlopig: voor 2027 tot en met 2028 zijn er nog geen cao-lonen, premies en "
              "pensioencijfers; gerekend is met die van 2026."});
  CHECK(under_headline(of_year("2025-01-01", "2025-12-31")).empty());
  CHECK(under_headline(CaseText{}.with("period", "from = 2027-01-01\nto = 2027-12-31")).empty());
}

TEST_CASE("figures used after the day they are confirmed until are said to be") {
  CHECK(under_headline(of_year("2026-07-01", "2026-08-31")).empty());
  CHECK(under_headline(of_year("2026-07-01", "2026-09-01")) ==
        Texts{"Provisional: the figures of CAO VVT, household help (HbH) are confirmed until 31 "
              "August 2026; the period runs to 1 September 2026."});
}

TEST_CASE("a contract that runs past the days of the verdict says so, with what indexes it") {
  const auto said = [](const std::string& contract, const Format& format = english) {
    return under_headline(CaseText{}.with("contract", contract), format);
  };
  const std::string ahead = "Whether the tariff holds that long is shown by billijk forecast.";
  CHECK(said("start = 2026-01-01\nend = 2026-12-31").empty());
  CHECK(said("start = 2026-01-01\nend = 2029-12-31") ==
        Texts{"This verdict is about 2026; the contract runs to 31 December 2029 and says "
              "nothing about indexation. " +
              ahead});
  CHECK(said("start = 2026-01-01\nend = 2029-12-31\nindexation = { none = true }", dutch) ==
        Texts{"Dit oordeel gaat over 2026; het contract loopt tot en met 31 december 2029, zonder "
              "indexatie. Of het tarief zo lang standhoudt, laat billijk forecast zien."});
  CHECK(said("start = 2026-01-01\nend = 2029-12-31\nindexation = { percent = 2 }") ==
        Texts{"This verdict is about 2026; the contract runs to 31 December 2029, with an "
              "indexation clause. " +
              ahead});
  CHECK(under_headline(CaseText{}
                           .with("period", "from = 2026-07-01\nto = 2026-12-31")
                           .with("contract", "start = 2026-01-01\nend = 2027-06-30")) ==
        Texts{"This verdict is about 1 July 2026 to 31 December 2026; the contract runs to 30 "
              "June 2027 and says nothing about indexation. " +
              ahead});
}

TEST_CASE("what a tariff pays for stands in a verdict when it was looked for") {
  const tests::Computed subject = tests::compute(CaseText{});
  const std::vector<analysis::Solution> found =
      analysis::pays_for(*subject, {.tariff = {.value = tests::decimal("42")}});
  const Document document =
      check_document(*subject, {verdict_on(subject, {"42"}), found}, {}, english);
  CHECK(rows(table(document, "What this tariff can pay for")).size() == found.size());
  CHECK_THROWS(table(check(CaseText{}, {"42"}), "What this tariff can pay for"));
}

}  // namespace billijk::report
