#include "report/audit/audit_dossier.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/audit_reports.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using tests::asking;
using tests::Audited;
using tests::below;
using tests::CaseText;
using tests::contract;
using tests::dutch;
using tests::english;
using tests::line_with;
using tests::named;
using tests::says;

/// A cost price found elsewhere, without a build-up.
CaseText given(const std::string& figure, const std::string& body) {
  CaseText text = contract(body).with("given", "cost_price = " + figure);
  for (const char* table :
       {"wage", "supplements", "employer_charges", "hours", "travel", "overhead"})
    text.without(table);
  return text;
}

std::string in_short(const Audited& audited) {
  return below(audited.dossier_in(english), "In short");
}
/// The bullet that begins so, without its dash; empty where there is none.
std::string bullet(const Audited& audited, const std::string& beginning) {
  const std::string text = in_short(audited);
  return says(text, "- " + beginning) ? line_with(text, "- " + beginning).substr(2) : "";
}
std::string paid(const std::string& body) { return bullet(Audited{contract(body)}, "Paid: "); }

}  // namespace

TEST_CASE("in short stand what is paid, what should be, by which article and how sure, in order") {
  const CaseText text = contract(
      "tariff = 38.50\nvolume = 1000\nstart = 2026-01-01\nend = 2027-12-31\n"
      "indexation = { none = true }");
  const Audited audited{text, asking(), named("velsen"), {"hours.sickness=5"}};
  CHECK(in_short(audited) ==
        "- Outcome: red: a red rule fails.\n"
        "- Changed on the command line (--set): hours.sickness=5.\n"
        "- Evidence for the figures: weak (sources: hourly wage, employer charges, contract hours, "
        "leave, overhead).\n"
        "- Paid: € 38.50 per hour.\n"
        "- What should be paid: at least € 40.50 per hour (wage floor € 33.75, cost price € 40.50, "
        "ceiling € 44.55).\n"
        "- The tariff is € 2.00 per hour short, 4.94 % of the cost price: at 1,000 hours a year "
        "€ 2,000.00.\n"
        "- The least tariff at which no rule about its height fails: € 40.50 per hour.\n"
        "- Rules that fail: cost price (red), cost elements (red), indexation (red), sources "
        "(evidence).\n"
        "- On the grounds of: art. 5.4 lid 1 Uitvoeringsbesluit Wmo 2015; art. 5.4 lid 3 "
        "Uitvoeringsbesluit Wmo 2015; art. 5.4 lid 3 onder e Uitvoeringsbesluit Wmo 2015; "
        "ECLI:NL:RBROT:2021:12645.\n"
        "- Sources: of the figures the cost price rests on, those with a source: 0 of 9; the "
        "tariff itself: without a source. All are listed under \"Inputs and their sources\".\n"
        "- How sure: No figure has a range, so how certain the verdict is cannot be said.\n");
  CHECK(below(audited.dossier_in(dutch), "In het kort") ==
        "- Uitkomst: rood: een rode toetsregel wordt geschonden.\n"
        "- Op de opdrachtregel gewijzigd (--set): hours.sickness=5.\n"
        "- Onderbouwing van de cijfers: zwak (bronnen: uurloon, werkgeverslasten, contracturen, "
        "verlof, overhead).\n"
        "- Betaald wordt: € 38,50 per uur.\n"
        "- Betaald zou moeten worden: ten minste € 40,50 per uur (loonvloer € 33,75, kostprijs "
        "€ 40,50, plafond € 44,55).\n"
        "- Het tarief is € 2,00 per uur te laag, 4,94 % van de kostprijs: bij 1.000 uur per jaar "
        "€ 2.000,00.\n"
        "- Het laagste tarief waarbij geen toetsregel over de hoogte ervan wordt geschonden: "
        "€ 40,50 per uur.\n"
        "- Geschonden toetsregels: kostprijs (rood), kostprijselementen (rood), indexatie (rood), "
        "bronnen (onderbouwing).\n"
        "- Op grond van: art. 5.4 lid 1 Uitvoeringsbesluit Wmo 2015; art. 5.4 lid 3 "
        "Uitvoeringsbesluit Wmo 2015; art. 5.4 lid 3 onder e Uitvoeringsbesluit Wmo 2015; "
        "ECLI:NL:RBROT:2021:12645.\n"
        "- Bronnen: van de cijfers waarop de kostprijs berust, hebben een bron: 0 van 9; het "
        "tarief zelf: zonder bron. Ze staan allemaal onder \"Invoer en bronnen\".\n"
        "- Hoe zeker: Geen enkel cijfer heeft een bandbreedte, dus valt niet te zeggen hoe zeker "
        "het oordeel is.\n");
}

TEST_CASE("a dossier of a fair contract has no shortfall, no mending and no article") {
  const Audited audited{contract("tariff = 40.50"), asking({Rule::cost_price, Rule::delivery})};
  CHECK(
      in_short(audited) ==
      "- Outcome: green: no red or amber rule fails.\n"
      "- Rules not applied: wage floor (wage-floor), ceiling (ceiling), cost elements "
      "(elements), step of the scale (scale-step), indexation (indexation), base of indexation "
      "(index-basis), subcontractor (subcontractor), price per period (result-price), norm hours "
      "(norm-hours), sources (sources), freshness (freshness), placeholders (placeholders), "
      "margin (margin), labour share (labour-share), legal minimum (legal-minimum), tariff to the "
      "end (holds-to-the-end).\n"
      "- Paid: € 40.50 per hour.\n"
      "- What should be paid: at least € 40.50 per hour (wage floor € 33.75, cost price € 40.50, "
      "ceiling € 44.55).\n"
      "- None of the rules applied fails.\n" +
          line_with(in_short(audited), "- Sources") + "\n" +
          line_with(in_short(audited), "- How sure") + "\n");
}

TEST_CASE("what is paid is told in the unit of the contract, and per hour where that is known") {
  CHECK(paid("tariff = 38.5") == "Paid: € 38.50 per hour.");
  CHECK(paid("tariff = 300.125\nunit = \"month\"\nnorm_hours = 100") ==
        "Paid: € 300.125 per month, which is € 36.015 per hour.");
  CHECK(paid("tariff = 300\nunit = \"month\"") ==
        "Paid: € 300.00 per month; what that is per hour is unknown; missing: norm hours.");
  CHECK(paid("tariff = 90000\nunit = \"lump_sum\"") ==
        "Paid: € 90,000.00 a year for the whole contract; what that is per hour is unknown; "
        "missing: volume of the contract.");
  CHECK(paid("product = \"HbH\"") == "Paid: unknown; missing: tariff.");
}

TEST_CASE("a shortfall that does not end at the cent is told to be about so much") {
  const auto shortfall = [](const std::string& tariff) {
    return bullet(Audited{contract("tariff = " + tariff)}, "The tariff is");
  };
  CHECK(shortfall("40.25") == "The tariff is € 0.25 per hour short, 0.62 % of the cost price.");
  CHECK(shortfall("40.015") ==
        "The tariff is about € 0.49 per hour short, 1.20 % of the cost price.");
  // Less than half a cent is not shown as nothing.
  CHECK(says(shortfall("40.499"), "The tariff is € 0.001 per hour short"));
  CHECK(shortfall("40.50").empty());
}

TEST_CASE(
    "what mends a tariff is told in its own unit, unless it would be air for everybody else") {
  const std::string least = "The least tariff at which no rule about its height fails: ";
  const auto mends = [](const std::string& body) {
    const std::string text = in_short(Audited{contract(body)});
    for (const char* beginning : {"- The least", "- No tariff", "- The highest"}) {
      if (says(text, beginning)) return line_with(text, beginning).substr(2);
    }
    return std::string{};
  };
  CHECK(mends("tariff = 300\nunit = \"month\"\nnorm_hours = 100") == least + "€ 337.50 per month.");
  // 40.50 / 0.95 = 42.63…, within the ceiling; 40.50 / 0.9 = 45 is not.
  CHECK(mends("tariff = 42\nsubcontracting_fee = 5") == least + "€ 42.64 per hour.");
  CHECK(mends("tariff = 42\nsubcontracting_fee = 10") ==
        "No tariff mends everything: € 45.00 per hour is above the ceiling, so that the fee of "
        "the lead provider has to change.");
  CHECK(mends("tariff = 44.56") == "The highest tariff within the ceiling: € 44.55 per hour.");
  CHECK(mends("tariff = 44.55").empty());
  // Delivery fails, and no tariff mends that.
  CHECK(mends("tariff = 41\ndelivery = \"alfahulp\"").empty());
}

TEST_CASE("an article stands once, however many rules name it") {
  const Audited audited{contract("tariff = 300\nunit = \"month\"\nnorm_hours = 100\n"
                                 "subcontracting_fee = 5"),
                        asking({Rule::subcontractor, Rule::result_price, Rule::ceiling})};
  CHECK(bullet(audited, "Rules that fail") ==
        "Rules that fail: subcontractor (red), price per period (red).");
  CHECK(bullet(audited, "On the grounds of: ") ==
        "On the grounds of: art. 5.4 Uitvoeringsbesluit Wmo 2015; contract standard Wmo, "
        "version 1.2.");
  // The ceiling is no rule of law.
  CHECK(bullet(Audited{contract("tariff = 60"), asking({Rule::ceiling})}, "On the grounds of: ")
            .empty());
}

TEST_CASE("without hours nothing is computed, which is told once and is no missing key") {
  const Audited audited{
      contract("tariff = 40").with("hours", "contract = 2000\nleave = 1990\nsickness = 5")};
  const std::string reason =
      "no hours are left to attend: 2,000 - 1,990 - 100 - 0 - 0 - 0 - 0 - 0 = -90";
  CHECK(in_short(audited) ==
        "- Outcome: not judged: a red rule is unknown.\n"
        "- Paid: € 40.00 per hour.\n"
        "- What should be paid: could not be computed; " +
            reason +
            ".\n"
            "- Of the rules that could be answered, none fails.\n"
            "- Not judged; " +
            reason +
            "; missing: wage scale of the audit, start of the contract, end of the contract, "
            "indexation of the contract.\n");
  CHECK_FALSE(says(audited.dossier_in(english), "# Cost sheet"));
}

TEST_CASE("a given cost price names where it was found, or that nobody says") {
  CHECK(bullet(Audited{given("{ value = 40, source = [\"Report 3\", \"p. 7\"] }", "tariff = 41")},
               "What") ==
        "What should be paid: at least € 40.00 per hour (cost price € 40.00, found elsewhere: "
        "Report 3, p. 7; ceiling € 44.00).");
  const Audited silent{given("40", "tariff = { value = 41, source = [\"contract\"] }")};
  CHECK(bullet(silent, "What") ==
        "What should be paid: at least € 40.00 per hour (cost price € 40.00, found elsewhere: no "
        "source; ceiling € 44.00).");
  CHECK(
      says(bullet(silent, "Sources"), "with a source: 0 of 1; the tariff itself: with a source."));
}

TEST_CASE("a wage below the scale makes the boundaries too low, and the dossier says so") {
  const CaseText text = contract("tariff = 30")
                            .with("wage", "hourly = 14\nminimum_wage = \"none\"")
                            .with("audit", "scale = \"nl/cao-vvt-hbh\"");
  const std::string warning =
      "That rests on an hourly wage of € 14.00, which is too low by the rule step of the scale: "
      "with € 15.08, wage floor and cost price are higher.";
  CHECK(bullet(Audited{text}, "That rests") == warning);
  CHECK(bullet(Audited{text, asking({Rule::cost_price})}, "That rests").empty());
}

TEST_CASE("the sheet is that of check, its headline a sentence, and of calc without a verdict") {
  const std::string heading = "Cost sheet, and the tariff against the boundaries";
  const Audited judged{contract("tariff = 38.50")};
  const Document document = dossier_document(judged.dossier(), english);
  std::size_t headlines = 0;
  for (const Block& block : document.blocks) headlines += std::holds_alternative<Headline>(block);
  CHECK(headlines == 1);
  CHECK(tests::line_of(below(tests::told(document, english), heading), 0) ==
        "Too low: below the cost price (race to the bottom). At € 38.50 per hour the provider "
        "loses € 2.00 on every hour.");
  const Audited unjudged{contract("tariff = 300\nunit = \"month\"")};
  CHECK(tests::line_of(below(unjudged.dossier_in(english), heading), 0) ==
        "Fair tariff € 40.50 per hour: cost price € 40.50 and margin € 0.00.");
  CHECK_FALSE(says(in_short(unjudged), "How sure"));
}

TEST_CASE("a dossier goes from the outcome by letter and rules to how it was made") {
  const Audited audited{contract("tariff = 38.50"), asking(), named("v-1", "Velsen", "Zorg")};
  const std::string text = audited.dossier_in(english);
  CHECK(tests::line_of(text, 0) == "(neutral) Velsen, Zorg (v-1)");
  std::string headings;
  for (const Block& block : dossier_document(audited.dossier(), english).blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) headings += heading->text + '\n';
  }
  CHECK(headings ==
        "In short\n"
        "Paragraph for a letter\n"
        "Rules and evidence\n"
        "Cost sheet, and the tariff against the boundaries\n"
        "Warnings\n"
        "What it rests on\n"
        "Inputs and their sources\n"
        "How this was made\n");
  CHECK(below(text, "Paragraph for a letter") == audited.letter_in(english) + '\n');
  CHECK(says(below(text, "How this was made"),
             "Computed by billijk 1.2.3 as of 22 November 2026, from velsen.toml."));
  // Every rule has its bullet, those that pass too.
  CHECK(says(below(text, "Rules and evidence"),
             "\n"
             "- Placeholders (pass): "));
  CHECK(tests::line_of(
            Audited{contract("tariff = 1"), asking(), named("v-2", "", "Zorg")}.dossier_in(english),
            0) == "(neutral) Zorg (v-2)");
}

TEST_CASE("of a file that could not be read a dossier has the reason and no figure") {
  const analysis::AuditOptions options = asking();
  const analysis::AuditedContract contract = tests::unread(
      "velsen.toml",
      {core::finding(core::Code::missing_key, {}, "hours.leave", {{"key", "hours.leave"}})});
  const std::vector<std::string> none;
  const DossierCase dossier{contract,       nullptr, nullptr,      options,
                            tests::program, none,    "velsen.toml"};
  const std::string text = tests::told(dossier_document(dossier, english), english);
  CHECK(tests::line_of(text, 0) == "(neutral) velsen.toml");
  CHECK(line_with(text, "- What should") ==
        "- What should be paid: could not be computed; missing: leave.");
  CHECK(line_with(text, "- Not judged") == "- Not judged; missing: leave.");
  CHECK(below(text, "Paragraph for a letter") ==
        "For a verdict on the whole contract this information is missing: leave.\n");
  CHECK_FALSE(verdict_on(dossier));
}

}  // namespace billijk::report
