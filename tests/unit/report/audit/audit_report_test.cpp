#include "report/audit/audit_report.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/audit_reports.hpp"
#include "unit/priced_contract.hpp"

namespace billijk::report {
namespace {

using analysis::AuditedContract;
using analysis::Rule;
using analysis::Standing;
using tests::Audits;
using tests::below;
using tests::dutch;
using tests::english;
using tests::exact;
using tests::line_of;
using tests::line_with;
using tests::named;
using tests::priced;
using tests::says;

/// A contract nobody can judge, for want of these keys.
AuditedContract unjudged(const std::string& id, const std::vector<std::string>& keys) {
  AuditedContract contract;
  contract.id = id;
  contract.rules[index_of(Rule::cost_price)] = analysis::rules::unknown(keys);
  return contract;
}

Audits of(std::vector<AuditedContract> contracts) {
  Audits audits;
  audits.contracts = std::move(contracts);
  return audits;
}

std::string shortfall(const Audits& audits) {
  const std::string text = below(audits.in(english), "Rules: number of contracts by answer");
  return line_of(text, 1 + analysis::rule_count);
}

}  // namespace

TEST_CASE("the headline counts the best class of all contracts, also of those not judged") {
  Audits audits = of({priced(named("a"), "40"), priced(named("b"), "39"), unjudged("c", {"wage"})});
  CHECK(line_of(audits.in(english), 0) == "(bad) 1 of 3 contracts (33.3 %) legally sound.");
  CHECK(line_of(audits.in(dutch), 0) == "(bad) 1 van de 3 contracten (33,3 %) juridisch houdbaar.");
  CHECK(line_of(audits.in(english), 1) ==
        "Audit as of 22 November 2026. Percentages are of all contracts (n = 3), including "
        "those that could not be judged.");
  CHECK(says(audits.in(english),
             "[Class | Contracts | Of all]\n"
             "green: no red or amber rule fails | 1 | 33.3 %\n"
             "amber: no red rule fails | 0 | 0.0 %\n"
             "red: a red rule fails | 1 | 33.3 %\n"
             "not judged: a red rule is unknown | 1 | 33.3 %\n"));
  CHECK(line_of(of({priced(named("a"), "40")}).in(english), 0) ==
        "(good) 1 contract, legally sound.");
  CHECK(line_of(of({priced(named("a"), "39")}).in(dutch), 0) ==
        "(bad) 1 contract, rood: een rode toetsregel wordt geschonden.");
  CHECK(line_of(of({unjudged("a", {"wage"})}).in(english), 0) ==
        "(bad) 1 contract, not judged: a red rule is unknown.");
}

TEST_CASE("a headline by other rules says so, and what was changed stands below it") {
  Audits audits = of({priced(named("a"), "40")});
  audits.options.rules[index_of(Rule::margin)].asked = false;
  audits.settings = {"hours.sickness=5", "travel.minutes=3"};
  CHECK(line_of(audits.in(english), 0) ==
        "(good) 1 contract, legally sound by the rules as applied here.");
  CHECK(says(line_of(audits.in(english), 1),
             " Changed on the command line (--set): hours.sickness=5, travel.minutes=3. Rules "
             "not applied: margin (margin)."));
  CHECK_FALSE(says(audits.in(english), "\nmargin |"));
}

TEST_CASE("by the trade the headline and the groups count margins") {
  AuditedContract contract = priced(named("a", "", "", "north"), "42");
  contract.standing = Standing::margin;
  Audits audits = of({contract});
  audits.options.scheme = analysis::Scheme::by_trade;
  const std::string text = audits.in(english);
  CHECK(line_of(text, 0) == "(good) 1 contract, margin: above the cost price.");
  CHECK(says(text,
             "margin: above the cost price | 1 | 100.0 %\n"
             "break-even: within 1 % of the cost price | 0 | 0.0 %\n"
             "loss: below the cost price | 0 | 0.0 %\n"
             "not judged: no distance to the cost price | 0 | 0.0 %\n"));
  CHECK(says(text, "[Per region | Contracts | Margin | In % | Not judged | Short a year]"));
}

TEST_CASE("the sum of what is short says which contracts are not in it") {
  CHECK(shortfall(of({unjudged("a", {"wage"})})) ==
        "The distance to the cost price is known of no contract.");
  CHECK(shortfall(of({priced(named("a"), "40"), unjudged("b", {"wage"})})) ==
        "No contract with a known distance is below the cost price. Contracts without a known "
        "distance to the cost price, which are not counted in it: 1.");
  CHECK(shortfall(of({priced(named("a"), "39")})) ==
        "Contracts below the cost price of which the amount a year is unknown, because the "
        "hours a year are missing or zero: 1.");
  CHECK(shortfall(of({priced(named("a"), "38", "1000.004"), priced(named("b"), "39"),
                      priced(named("c"), "39.5", "500"), unjudged("d", {"wage"})})) ==
        "Shortfall below the cost price: € 2,250.01 a year (contracts: 2). Contracts below the "
        "cost price of which the amount a year is unknown, because the hours a year "
        "are missing or zero: 1. Contracts without a known distance to the "
        "cost price, which are not counted in it: 1.");
}

TEST_CASE("answers that weigh nothing for a given cost price are named with their number") {
  AuditedContract given = priced(named("a"), "40");
  for (const Rule rule : {Rule::wage_floor, Rule::elements}) {
    given.rules[index_of(rule)] = analysis::rules::unknown({"build_up"});
    given.rules[index_of(rule)].weightless = true;
  }
  const Audits audits = of({given, given});
  CHECK(line_with(audits.in(english), "wage floor |") == "wage floor | red | 0 | 0 | 2 | 0");
  CHECK(line_with(audits.in(english), "cost price |") == "cost price | red | 2 | 0 | 0 | 0");
  CHECK(says(audits.in(english),
             "\nUnknown for a given cost price, which has no build-up, and so not weighed: "
             "wage floor (2), cost elements (2).\n"));
  CHECK_FALSE(says(of({priced(named("a"), "40")}).in(english), "not weighed"));
}

TEST_CASE("the league has the furthest below first, the year where any is known, and says if cut") {
  const std::string heading = "League: distance of the tariff to the cost price";
  const std::string base = "Euro per hour, in % of the cost price, and euro a year.\n";
  Audits audits =
      of({priced(named("a", "Velsen", "a"), "39.995"),
          priced(named("b", "Velsen", "Zorg"), "38", "1000"), priced(named("c"), "41")});
  const std::string text = below(audits.in(english), heading);
  CHECK(
      text.starts_with("[Contract | Class | Tariff | Tariff is | In % | A year]\n"
                       "Velsen, Zorg | red | 38.00 | -2.00 | -5.00 % | -2,000.00\n"
                       "Velsen, a | red | 39.995 | -0.01 | -0.01 %\n"
                       "c | green | 41.00 | 1.00 | 2.50 %\n" +
                       base));
  CHECK_FALSE(says(text, "Shown: the"));
  audits.league = 1;
  CHECK(says(below(audits.in(english), heading),
             base + "Shown: 1 of the 3 contracts with a known distance, furthest below the cost "
                    "price first; --league says how many.\n"));
  CHECK(line_of(below(of({priced(named("a"), "39")}).in(english), heading), 0) ==
        "[Contract | Class | Tariff | Tariff is | In %]");
  CHECK_FALSE(says(of({unjudged("a", {})}).in(english), heading));
}

TEST_CASE("the league names the parties, with the id where they repeat, in two lines of text") {
  const Audits audits =
      of({priced(named("33", "Bergen op Zoom",
                       "Stichting Thuiszorg, Welzijn en Dienstverlening West-Brabant"),
                 "38", "48000"),
          priced(named("34", "Velsen", "Zorg A"), "39"),
          priced(named("35", "Velsen", "Zorg A"), "41"), priced(named("36"), "42")});
  const std::string text =
      below(audits.in(english), "League: distance of the tariff to the cost price");
  CHECK(says(
      text,
      "\nBergen op Zoom, Stichting Thuiszorg, Welzijn en Dienstverlening West-Brabant | red |"));
  CHECK(says(text, "\nVelsen, Zorg A (34) | red |"));
  CHECK(says(text, "\nVelsen, Zorg A (35) | green |"));
  CHECK(says(text, "\n36 | green |"));
  const std::string shown = audits.text_in(english);
  CHECK(says(shown, "\nBergen op Zoom, Stichting\nThuiszorg, Welzijn en"));
  CHECK(says(shown, "…  red "));
}

TEST_CASE("how well contracts are founded, and what is provisional, stands below the classes") {
  AuditedContract weak = priced(named("a"), "40");
  weak.evidence = analysis::EvidenceGrade::weak;
  weak.provisional = true;
  AuditedContract strong = priced(named("b"), "40");
  strong.evidence = analysis::EvidenceGrade::strong;
  strong.rails = {core::finding(core::Code::almost_nothing, {}, "hours.sickness",
                                {{"key", "hours.sickness"}, {"found", "0.05"}, {"meant", "5"}})};
  CHECK(says(of({weak, strong, strong}).in(english),
             "\n"
             "Evidence for the figures: strong 2, weak 1; it changes no class. Contracts with a "
             "provisional verdict, because figures it rests on are not final: 1. Contracts with a "
             "figure to look at again (--strict counts them): 2.\n"
             "- b: sickness (hours.sickness) = 0.05 % is very low; did you mean 5 %? [W050] (2 "
             "contracts in all)"));
  CHECK_FALSE(says(of({priced(named("c"), "40")}).in(english), "Evidence"));
}

TEST_CASE("a cost price of zero has no distance in percent") {
  AuditedContract free = priced(named("a"), "1");
  free.figures.boundaries[index_of(core::Total::cost_price)] = core::Exact{};
  free.distance = exact("1");
  CHECK(line_with(of({free}).in(english), "a | red") == "a | red | 1.00 | 1.00 | ");
}

TEST_CASE(
    "groups come with the largest shortfall first, and at least so much where some is unknown") {
  Audits audits = of({priced(named("a", "", "", "east"), "41", "10"),
                      priced(named("b", "", "", "north"), "39", "10"),
                      priced(named("c", "", "", "north"), "39"),
                      priced(named("d", "", "", "south"), "38", "10"),
                      priced(named("e", "", "", "west"), "39"), unjudged("f", {"wage"})});
  const std::string heading =
      "[Per region | Contracts | Green | In % | Not judged | Short a year]\n";
  const std::string base =
      "Percentages are of the contracts in the row; shortfalls are of those with a known distance "
      "and volume.";
  CHECK(says(audits.in(english), heading +
                                     "south | 1 | 0 | 0.0 % | 0 | 20.00\n"
                                     "north | 2 | 0 | 0.0 % | 0 | ≥ 10.00\n"
                                     "(not stated) | 1 | 0 | 0.0 % | 1 | \n"
                                     "east | 1 | 1 | 100.0 % | 0 | 0.00\n"
                                     "west | 1 | 0 | 0.0 % | 0 | \n" +
                                     base + '\n'));
  audits.shown = 2;
  CHECK(says(audits.in(english), "≥ 10.00\n" + base + " Shown: the first 2 of 5.\n"));
  audits.shown = 0;
  CHECK_FALSE(says(audits.in(english), "Shown: the first"));
  // Nobody names a provider: a table of one row would say nothing.
  CHECK_FALSE(says(audits.in(english), "[Per provider"));
}

TEST_CASE(
    "a contract that is not judged has its reason, what it lacks and what fails all the same") {
  AuditedContract fails = unjudged("a", {"wage", "hours.leave"});
  fails.rules[index_of(Rule::delivery)].answer = analysis::Answer::fail;
  fails.rules[index_of(Rule::margin)].answer = analysis::Answer::fail;
  AuditedContract troubled = unjudged("c", {"contract.unit", "contract.tariff"});
  troubled.troubles = {
      core::finding(core::Code::not_a_choice, {}, "contract.unit",
                    {{"key", "contract.unit"}, {"found", "week"}, {"allowed", "hour, month"}})};
  Audits audits = of({fails, unjudged("b", {}), troubled});
  const std::string heading =
      "Contracts not judged or without a distance to the cost price, and why";
  // A margin is amber: failing it is no reason to worry about a contract that is not judged.
  CHECK(below(audits.in(english), heading) ==
        "- a: not stated: wage, leave; in any case fails: way of delivering\n"
        "- b: none of the rules applied concerns it\n"
        "- c: unit of the tariff (contract.unit) must be one of hour, month, not week; not stated: "
        "tariff\n"
        "Of the contracts not judged (n = 3), these fail a red rule in any case: 1.\n");
  audits.league = 1;
  CHECK(below(audits.in(english), heading) ==
        "- a: not stated: wage, leave; in any case fails: way of delivering\n"
        "Shown: the first 1 of 3. What is missing, and in how many contracts: tariff (1), "
        "unit of the tariff (1), leave (1), wage (1). Of the contracts not judged (n = 3), these "
        "fail a red rule in any case: 1.\n");
  CHECK(below(of({unjudged("b", {"wage"})}).in(dutch),
              "Contracten zonder oordeel of zonder afstand tot de kostprijs, en waarom") ==
        "- b: geen opgave van wage\n");
}

TEST_CASE("each contract in detail has a heading with its class, only where details are asked") {
  Audits audits = of({priced(named("a"), "39")});
  audits.options = tests::asking({Rule::ceiling});
  CHECK_FALSE(says(audits.in(english), "# a: red"));
  audits.detailed = true;
  CHECK(below(audits.in(english), "a: red") ==
        "[Rule | Weight | Answer | Found | Required]\n"
        "ceiling | amber | N/a |  | \n");
}

TEST_CASE("presets are named with the beginning of their digest and the day they were checked") {
  Audits audits = of({priced(named("a"), "40")});
  CHECK_FALSE(says(audits.in(english), "Presets used"));
  audits.presets = {{"nl/cpi", "CPI", "0123456789abcdef", true, tests::day("2026-02-03")},
                    {"own", "Own", "fedcba9876543210", false, {}}};
  CHECK(below(audits.in(english), "Presets used") ==
        "- nl/cpi: CPI. Version 0123456789ab, built in, last checked 3 February 2026\n"
        "- own: Own. Version fedcba987654, folder, date of checking unknown\n"
        "A version is the beginning of the SHA-256 of the preset's bytes.\n");
}

}  // namespace billijk::report
