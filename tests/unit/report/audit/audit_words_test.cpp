#include "report/audit/audit_words.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unit/audit_reports.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using tests::dutch;
using tests::english;
using tests::exact;
using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a figure of a rule has the decimals it has, and the unit of the rule") {
  const analysis::AuditOptions options;
  const AuditWords words{options, english};
  CHECK(words.text(exact("40.5"), Rule::cost_price) == "€ 40.50");
  CHECK(words.text(exact("37.99525"), Rule::cost_price) == "€ 37.99525");
  CHECK(words.text(exact("100/3"), Rule::cost_price) == "€ 33.33");
  CHECK(words.text(exact("100/3"), Rule::margin) == "33.33 %");
  CHECK(words.text(exact("7.5"), Rule::margin) == "7.5 %");
  CHECK(words.text(exact("1040.5"), Rule::norm_hours) == "1,040.5 hours per client per year");
  CHECK(AuditWords{options, dutch}.text(exact("1040.5"), Rule::norm_hours) ==
        "1.040,5 uur per cliënt per jaar");
}

TEST_CASE("words of a case file are told in the language, what is absent not at all") {
  const analysis::AuditOptions options;
  const AuditWords words{options, dutch};
  CHECK(words.text(std::string{"employment"}, Rule::delivery) == "dienstverband");
  CHECK(words.text(std::string{"none"}, Rule::indexation) == "geen");
  CHECK(words.text(std::string{"nl/cpi"}, Rule::indexation) == "nl/cpi");
  CHECK(words.text(Keys{"wage", "hours.leave"}, Rule::sources) == "wage, verlof");
  CHECK(words.text(analysis::Fact{}, Rule::cost_price).empty());
}

TEST_CASE("where there is little room hours have no unit and a long list is counted") {
  const analysis::AuditOptions options;
  const AuditWords words{options, english};
  CHECK(words.brief(exact("1040.5"), Rule::norm_hours) == "1,040.5");
  CHECK(words.brief(exact("40.5"), Rule::cost_price) == "€ 40.50");
  // 24 characters fit, 25 do not.
  CHECK(words.brief(Keys{"hours.sickness", "hours.leave123"}, Rule::sources) ==
        "sickness, hours.leave123");
  CHECK(words.brief(Keys{"hours.sickness", "hours.leave1234"}, Rule::sources) == "figures: 2");
}

TEST_CASE("keys that are missing come last, as one list behind what else is wrong") {
  const analysis::AuditOptions options;
  const auto missing = [](const std::string& key) {
    return core::finding(core::Code::missing_key, {}, key, {{"key", key}});
  };
  const core::Diagnostic unknown =
      core::finding(core::Code::not_a_choice, {}, "contract.unit",
                    {{"key", "contract.unit"}, {"found", "week"}, {"allowed", "hour, month"}});
  const core::Diagnostics troubles{missing("wage"), unknown, missing("hours.leave")};
  CHECK(AuditWords{options, english}.text(troubles) ==
        "unit of the tariff (contract.unit) must be one of hour, month, not week; missing: wage, "
        "leave");
  CHECK(AuditWords{options, dutch}.text(troubles) ==
        "eenheid van het tarief (contract.unit): week is niet toegestaan; kies uit hour, month; "
        "ontbreekt: "
        "wage, verlof");
  CHECK(AuditWords{options, english}.text(core::Diagnostics{}).empty());
}

TEST_CASE("rules that are not as they come are told, one that is not asked in its own sentence") {
  analysis::AuditOptions options;
  CHECK(AuditWords{options, english}.changes().empty());
  analysis::RuleSetting& norm = options.rules[index_of(Rule::norm_hours)];
  norm.weight = analysis::Weight::red;
  norm.weight_changed = true;
  norm.threshold = core::Decimal{1050};
  norm.threshold_changed = true;
  analysis::RuleSetting& margin = options.rules[index_of(Rule::margin)];
  margin.weight_changed = true;
  margin.asked = false;
  CHECK(AuditWords{options, english}.changes() ==
        "Rules changed for this audit: norm hours (norm-hours): weight red; norm hours "
        "(norm-hours): threshold 1,050. Rules not applied: margin (margin).");
  CHECK(AuditWords{options, dutch}.changes() ==
        "Voor deze audit gewijzigde toetsregels: normuren (norm-hours): gewicht rood; normuren "
        "(norm-hours): drempel 1.050. Niet toegepaste toetsregels: marge (margin).");
}

TEST_CASE("a class that nobody could be put in differs by scheme, and break-even has its band") {
  analysis::AuditOptions options;
  using analysis::Standing;
  CHECK(AuditWords{options, english}.described(Standing::not_judged) ==
        "not judged: a red rule is unknown");
  options.scheme = analysis::Scheme::by_trade;
  options.break_even = tests::decimal("1.5");
  CHECK(AuditWords{options, english}.described(Standing::not_judged) ==
        "not judged: no distance to the cost price");
  CHECK(AuditWords{options, dutch}.described(Standing::break_even) ==
        "kostendekkend: binnen 1,5 % van de kostprijs");
}

TEST_CASE("an answer for a given cost price weighs nothing, and names no key that is missing") {
  const analysis::AuditOptions options;
  const AuditWords words{options, english};
  analysis::RuleAnswer answer = analysis::rules::unknown({"build_up"});
  CHECK(words.evidence(Rule::elements, answer) == "Missing: build_up.");
  answer.weightless = true;
  CHECK(words.evidence(Rule::elements, answer) ==
        "The cost price is given and has no build-up; this is not weighed.");
}

TEST_CASE("what mends a rule may be a word, a figure or a tariff in the unit of the contract") {
  const analysis::AuditOptions options;
  const AuditWords words{options, english};
  CHECK(words.text(analysis::Mend{"index_basis", {{"series", std::string{"nl/cpi"}}}}) ==
        "a series that gives weight to wages, in place of nl/cpi");
  CHECK(words.text(analysis::Mend{
            "norm_hours",
            {{"hours", analysis::Quantity{exact("105"), core::Unit::hours_per_year}}}}) ==
        "norm hours of at least 105 hours per client per year");
  const analysis::TariffAmount tariff{exact("0.68"), core::TariffUnit::minute};
  CHECK(words.text(analysis::Mend{"cost_price", {{"tariff", tariff}}}) ==
        "a tariff of at least € 0.68 per minute");
}

}  // namespace billijk::report
