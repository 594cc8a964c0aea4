#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "unit/audit_reports.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using tests::asking;
using tests::Audited;
using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::told;

std::string rules_of(const std::string& body, const std::vector<Rule>& rules, bool all,
                     const Format& format = english) {
  const Audited audited{CaseText{}.with("contract", body), asking(rules)};
  Document document;
  add_rules(document, audited.contract(), audited.options(), format, all);
  return told(document, format);
}

}  // namespace

TEST_CASE("every rule asked has a row, and only what fails or is unknown a bullet") {
  const std::vector<Rule> rules{Rule::cost_price, Rule::ceiling, Rule::index_basis,
                                Rule::result_price};
  const std::string table =
      "[Rule | Weight | Answer | Found | Required]\n"
      "cost price | red | fail | € 38.50 | € 40.50\n"
      "ceiling | amber | pass | € 38.50 | € 44.55\n"
      "base of indexation | amber | unknown |  | \n"
      "price per period | red | N/a |  | \n";
  const std::string cost_price =
      "- Cost price (fail): the tariff covers the cost price. Found € 38.50. Required € 40.50. To "
      "be mended by: a tariff of at least € 40.50 per hour. Short: € 2.00 per hour, 4.94 % of the "
      "cost price. At 1,000 hours a year that is € 2,000.00. [art. 5.4 lid 1 Uitvoeringsbesluit "
      "Wmo 2015]\n";
  const std::string basis =
      "- Base of indexation (unknown): the series of the clause gives weight to wages, not to "
      "consumer prices alone. Missing: indexation of the contract. [ECLI:NL:GHARL:2020:437]\n";
  const std::string body = "tariff = 38.50\nvolume = 1000";
  CHECK(rules_of(body, rules, false) == table + cost_price + basis);
  CHECK(rules_of(body, rules, true) ==
        table + cost_price +
            "- Ceiling (pass): the tariff stays within the ceiling. Found € 38.50. Required "
            "€ 44.55.\n" +
            basis +
            "- Price per period (not applicable): for a price per period or a lump sum, norm hours "
            "or volume are stated, and the hourly tariff that follows covers the cost price. [art. "
            "5.4 Uitvoeringsbesluit Wmo 2015; contract standard Wmo, version 1.2]\n");
}

TEST_CASE("where nothing is open there are no bullets") {
  CHECK(rules_of("tariff = 41", {Rule::cost_price}, false, dutch) ==
        "[Toetsregel | Gewicht | Antwoord | Gevonden | Vereist]\n"
        "kostprijs | rood | voldoet | € 41,00 | € 40,50\n");
}

TEST_CASE("what reaches a subcontractor is short of the cost price for itself, without a volume") {
  // 42 x 0.95 = 39.90; 42 covers the cost price.
  const std::string text =
      rules_of("tariff = 42\nsubcontracting_fee = 5", {Rule::subcontractor}, false, dutch);
  CHECK(tests::line_of(text, 2) ==
        "- Onderaannemer (voldoet niet): wat de onderaannemer voor het uur ontvangt, dekt de "
        "kostprijs. Gevonden: € 39,90. Vereist: € 40,50. Te herstellen met: een inhouding door de "
        "hoofdaannemer van hoogstens 3,57 %. Tekort: € 0,60 per uur, 1,48 % van de kostprijs. "
        "[art. 5.4 Uitvoeringsbesluit Wmo 2015]");
}

TEST_CASE(
    "the list of rules has all of them, with threshold, day and reference where they have one") {
  analysis::AuditOptions options = asking({Rule::cost_price});
  options.rules[index_of(Rule::sources)].threshold = tests::decimal("2.5");
  const std::string text = told(rules_document(options, english), english);
  CHECK(std::count(text.begin(), text.end(), '\n') == analysis::rule_count);
  CHECK(tests::line_of(text, 0) ==
        "- wage floor (wage-floor), red: the tariff covers the wage floor: what wages, charges, "
        "non-productive hours and travel cost, without overhead. [CAO; art. 2.6.6 Wmo 2015]");
  CHECK(tests::line_with(text, "- ceiling") ==
        "- ceiling (ceiling), amber: the tariff stays within the ceiling.");
  CHECK(tests::says(tests::line_with(text, "- sources"), "the cost price by 2.5 % or more"));
  CHECK(tests::says(told(rules_document(options, dutch), dutch),
                    "in de 12 maanden vóór 22 november 2026 gecontroleerd"));
}

}  // namespace billijk::report
