#include "analysis/audit/audit.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "analysis/audit/case_auditor.hpp"
#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using tests::CaseText;
using tests::exact;

/// The round case of the tests, audited: an hour costs 40.50, the wage floor is 33.75.
struct Audited {
  AuditedContract contract;

  const RuleAnswer& operator[](Rule rule) const { return contract[rule]; }
};

AuditOptions options() {
  AuditOptions asked;
  asked.as_of = *core::parse_date("2026-11-22");
  return asked;
}

Audited audit(const CaseText& text, const AuditOptions& asked = options()) {
  core::Checked<io::LoadedCase> loaded = tests::load(text.text());
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  CaseAuditor auditor{loaded->subject, loaded->presets, asked, {}};
  return {auditor.audit({.id = "x", .municipality = {}, .provider = {}, .region = {}})};
}

CaseText contract(const std::string& body) { return CaseText{}.with("contract", body); }

std::string missing_of(const RuleAnswer& answer) {
  std::string text;
  for (const std::string& key : answer.missing) text += (text.empty() ? "" : " ") + key;
  return text;
}

std::string list(const Fact& fact) {
  std::string text;
  for (const std::string& key : std::get<std::vector<std::string>>(fact))
    text += (text.empty() ? "" : " ") + key;
  return text;
}

}  // namespace

TEST_CASE("a boundary passes, a cent below it fails, and what mends it is that boundary") {
  CHECK(audit(contract("tariff = 40.50"))[Rule::cost_price].answer == Answer::pass);
  const Audited below = audit(contract("tariff = 40.49"));
  CHECK(below[Rule::cost_price].answer == Answer::fail);
  CHECK(std::get<core::Exact>(below[Rule::cost_price].required) == exact("40.50"));
  CHECK(*below.contract.mending == exact("40.50"));
  CHECK(*below.contract.shortfall() == exact("0.01"));
  CHECK(below[Rule::wage_floor].answer == Answer::pass);
  CHECK(audit(contract("tariff = 33.74"))[Rule::wage_floor].answer == Answer::fail);
  CHECK(audit(contract("tariff = 44.55"))[Rule::ceiling].answer == Answer::pass);
  CHECK(audit(contract("tariff = 44.56"))[Rule::ceiling].answer == Answer::fail);
}

TEST_CASE("without a tariff the rules that ask for one are unknown and say so") {
  const Audited none = audit(contract("unit = \"month\""));
  CHECK(missing_of(none[Rule::cost_price]) == "contract.tariff contract.norm_hours");
  CHECK(none[Rule::result_price].answer == Answer::fail);
  CHECK(none.contract.standing == Standing::red);  // whatever the tariff turns out to be
  CHECK(!none.contract.shortfall().has_value());
}

TEST_CASE("what would mend a price per unit is rounded up to cents of that unit") {
  CHECK(*audit(contract("tariff = 0.50\nunit = \"minute\"")).contract.mending == exact("0.68"));
  // 40.50 x 104 / 13 = 324 and 40.50 x 100 / 12 = 337.50.
  CHECK(*audit(contract("tariff = 300\nunit = \"4weeks\"\nnorm_hours = 104")).contract.mending ==
        exact("324"));
  CHECK(*audit(contract("tariff = 300\nunit = \"month\"\nnorm_hours = 100")).contract.mending ==
        exact("337.50"));
  CHECK(*audit(contract("tariff = 300\nunit = \"year\"\nnorm_hours = 100")).contract.mending ==
        exact("4050"));
  CHECK(*audit(contract("tariff = 300\nunit = \"lump_sum\"\nvolume = 1000")).contract.mending ==
        exact("40500"));
  // 40.50 / 0.9 = 45 reaches the one who delivers.
  CHECK(*audit(contract("tariff = 41\nsubcontracting_fee = 10")).contract.mending == exact("45"));
}

TEST_CASE("a fee may be too high for a tariff that is enough by itself") {
  const Audited fee = audit(contract("tariff = 42\nsubcontracting_fee = 5"));
  CHECK(fee[Rule::subcontractor].answer == Answer::fail);
  CHECK(fee[Rule::cost_price].answer == Answer::pass);
  // 1 - 40.50 / 42 = 3.571… %, down.
  CHECK(std::get<Quantity>(fee[Rule::subcontractor].mend->arguments.front().second).value ==
        exact("3.57"));
  CHECK(audit(contract("tariff = 42\nsubcontracting_fee = 3.57"))[Rule::subcontractor].answer ==
        Answer::pass);
  CHECK(audit(contract("tariff = 42"))[Rule::subcontractor].answer == Answer::not_applicable);
  CHECK(!audit(contract("tariff = 42\nsubcontracting_fee = 100")).contract.mending.has_value());
}

TEST_CASE("a fee asks for no higher tariff where its rule is not asked") {
  AuditOptions asked = options();
  asked.rules[index_of(Rule::subcontractor)].asked = false;
  CHECK(*audit(contract("tariff = 40\nsubcontracting_fee = 10"), asked).contract.mending ==
        exact("40.50"));
}

TEST_CASE("a zero is covered by a note, a silent one is not") {
  // Of the round case d and f are zero; nothing says why.
  const Audited silent = audit(contract("tariff = 41"));
  CHECK(silent[Rule::elements].answer == Answer::fail);
  CHECK(list(silent[Rule::elements].found) == "a b c e");
  CaseText noted =
      contract("tariff = 41").with("travel", "minutes = { value = 0, note = \"one house\" }");
  CHECK(list(audit(noted)[Rule::elements].found) == "a b c d e");
  noted.with("obligations", "hours = { value = 0, note = \"none are asked\" }");
  CHECK(audit(noted)[Rule::elements].answer == Answer::pass);
  noted.with("obligations", "hours = 0");
  CHECK(audit(noted)[Rule::elements].answer == Answer::fail);
}

TEST_CASE("element e passes with a clause or at the level of the period") {
  CaseText text = contract("tariff = 41")
                      .with("travel", "minutes = 0\nexpenses = 1")
                      .with("obligations", "amount = 1")
                      .with("indexation", "price_level = 2025\npercent = [0]");
  CHECK(audit(text)[Rule::elements].answer == Answer::fail);
  text.with("contract", "tariff = 41\nindexation = { percent = 2 }");
  CHECK(audit(text)[Rule::elements].answer == Answer::pass);
  text.with("contract", "tariff = 41").with("indexation", "price_level = 2025\npercent = [3]");
  CHECK(audit(text)[Rule::elements].answer == Answer::pass);
}

TEST_CASE("an index covers element e also where the case states no euros it could raise") {
  const Audited indexed =
      audit(contract("tariff = 41")
                .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }")
                .with("indexation", "price_level = 2025\npercent = [3]"));
  CHECK(list(indexed[Rule::elements].found) == "a b c e");
}

TEST_CASE("a contract of a year to the day needs no clause, a day longer one does") {
  const std::string none = "\nindexation = { none = true }";
  const auto answer = [&](const std::string& days) {
    return audit(contract("tariff = 41\n" + days + none))[Rule::indexation].answer;
  };
  CHECK(answer("start = 2026-01-01\nend = 2026-12-31") == Answer::not_applicable);
  CHECK(answer("start = 2026-01-01\nend = 2027-01-01") == Answer::fail);
  CHECK(answer("start = 2024-02-29\nend = 2025-02-27") == Answer::not_applicable);
  CHECK(answer("start = 2024-02-29\nend = 2025-02-28") == Answer::fail);
  CHECK(answer("start = 2026-01-01") == Answer::unknown);
  CHECK(missing_of(audit(contract("tariff = 41"))[Rule::indexation]) ==
        "contract.start contract.end contract.indexation");
  CHECK(audit(contract("tariff = 41\nindexation = { percent = 2 }"))[Rule::indexation].answer ==
        Answer::pass);
}

TEST_CASE("a clause on consumer prices alone has no weight on wages") {
  const auto ways = [](const std::string& clause) {
    return audit(contract("tariff = 41\nindexation = { " + clause + " }"))[Rule::index_basis];
  };
  CHECK(std::get<core::Exact>(ways("series = \"nl/vng-90-10\"").found) == exact("90"));
  CHECK(ways("series = \"nl/vng-90-10\"").answer == Answer::pass);
  CHECK(ways("series = \"nl/cpi\"").answer == Answer::fail);
  CHECK(ways("percent = 2").answer == Answer::not_applicable);
}

TEST_CASE("an hourly wage is held to scale and minimum wage, and unknown without a scale") {
  const auto step = [](const std::string& wage, const std::string& scale) {
    CaseText text = contract("tariff = 41").with("wage", "hourly = " + wage);
    if (!scale.empty()) text.with("audit", "scale = \"" + scale + '"');
    return audit(text)[Rule::scale_step];
  };
  // 2026: minimum wage 14.71 and 14.99, lowest steps 14.57 and 15.08.
  CHECK(step("15.08", "nl/cao-vvt-hbh").answer == Answer::pass);
  CHECK(step("15.07", "nl/cao-vvt-hbh").answer == Answer::fail);
  CHECK(std::get<core::Exact>(step("15.07", "nl/cao-vvt-hbh").required) == exact("15.08"));
  CHECK(missing_of(step("15.08", "")) == "audit.scale");
  CHECK(step("14.98", "").answer == Answer::fail);
  // Switched off in the case, the minimum wage is still the law.
  const auto unkept = [](const std::string& wage) {
    return audit(contract("tariff = 41")
                     .with("period", "from = 2026-01-01\nto = 2026-06-30")
                     .with("wage", "hourly = " + wage + "\nminimum_wage = \"none\"")
                     .with("audit", "scale = \"nl/cao-vvt-hbh\""))[Rule::scale_step];
  };
  CHECK(unkept("14.60").answer == Answer::fail);
  CHECK(std::get<core::Exact>(unkept("14.60").required) == exact("14.71"));
  CHECK(unkept("14.71").answer == Answer::pass);
}

TEST_CASE("norm hours are held to the preset the case names") {
  const auto norm = [](const std::string& hours, const std::string& preset) {
    CaseText text = contract("tariff = 400\nunit = \"month\"\nnorm_hours = " + hours);
    if (!preset.empty()) text.with("audit", "norm_hours = \"" + preset + '"');
    return audit(text)[Rule::norm_hours];
  };
  CHECK(norm("108", "nl/norm-hours-kpmg").answer == Answer::pass);
  CHECK(norm("107.99", "nl/norm-hours-kpmg").answer == Answer::fail);
  CHECK(missing_of(norm("108", "")) == "audit.norm_hours");
  CHECK(audit(contract("tariff = 41"))[Rule::norm_hours].answer == Answer::not_applicable);
}

TEST_CASE("what matters needs a source, what does not needs none") {
  // Nothing of the round case has one; travel minutes of 0 cannot be changed by a part of
  // themselves, and sickness moves 27 x 2000 / 1600 by no more than 0.63 %.
  CHECK(list(audit(contract("tariff = 41"))[Rule::sources].found) ==
        "wage.hourly employer_charges.percent hours.contract hours.leave overhead.percent");
  AuditOptions strict = options();
  strict.rules[index_of(Rule::sources)].threshold = core::Decimal::of(5, 1);
  CHECK(list(audit(contract("tariff = 41"), strict)[Rule::sources].found) ==
        "wage.hourly supplements.holiday_allowance employer_charges.percent hours.contract "
        "hours.leave hours.sickness overhead.percent");
}

TEST_CASE("a share of the mix needs a source, unless it is all of it or nothing") {
  const auto found = [](const std::string& lowest, const std::string& highest) {
    return list(audit(contract("tariff = 41")
                          .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = " + lowest +
                                            ", \"5\" = " + highest + " }"))[Rule::sources]
                    .found);
  };
  const std::string others = "employer_charges.percent hours.contract hours.leave overhead.percent";
  CHECK(found("100", "0").ends_with(others));
  CHECK(found("100", "0").find("mix") == std::string::npos);
  // 89.1 % of the lowest wage in the place of 99 % is more than 1 % dearer, 1.1 % is not.
  CHECK(found("99", "1").find("mix.0") != std::string::npos);
  CHECK(found("99", "1").find("mix.5") == std::string::npos);
}

TEST_CASE("placeholders, a high margin and old figures fail") {
  CaseText text = contract("tariff = 41");
  text.with("hours",
            "contract = 2000\nleave = 300\nsickness = { value = 5, grade = \"placeholder\" }");
  CHECK(list(audit(text)[Rule::placeholders].found) == "hours.sickness");
  CHECK(audit(text.with("margin", "percent = 10"))[Rule::margin].answer == Answer::pass);
  CHECK(audit(text.with("margin", "percent = 10.01"))[Rule::margin].answer == Answer::fail);
  // 9.5 % of the tariff is 10.497… % of the cost price.
  CHECK(audit(text.with("margin", "percent = 9.5\nof = \"tariff\""))[Rule::margin].answer ==
        Answer::fail);
  const auto fresh = [&](const std::string& day) {
    text.with("hours", "contract = 2000\nleave = { value = 300, source = \"x\"" +
                           (day.empty() ? "" : ", checked = " + day) + " }\nsickness = 5");
    return audit(text)[Rule::freshness];
  };
  CHECK(fresh("2025-11-22").answer == Answer::pass);
  CHECK(fresh("2025-11-21").answer == Answer::fail);
  CHECK(missing_of(fresh("")) == "hours.leave checked");
}

TEST_CASE("what founds the figures grades the evidence and leaves the class alone") {
  const auto founded = [](const std::string& sickness) {
    const std::string sure = ", source = \"x\", checked = 2026-11-01 }";
    return audit(
        contract("tariff = 41\nstart = 2026-01-01\nend = 2026-12-31\nindexation = { percent = 2 }")
            .with("wage", "hourly = { value = 20" + sure)
            .with("employer_charges", "percent = { value = 25" + sure)
            .with("hours", "contract = { value = 2000" + sure + "\nleave = { value = 300" + sure +
                               "\nsickness = { value = 5, " + sickness + " }")
            .with("travel", "minutes = 0\nexpenses = { value = 0.1" + sure)
            .with("overhead", "percent = { value = 20" + sure + "\nof = \"direct\"")
            .with("obligations", "amount = { value = 0.1" + sure)
            .with("audit", "scale = \"nl/cao-vvt-hbh\""));
  };
  const Audited strong = founded("source = \"x\", checked = 2026-11-01");
  CHECK(strong.contract.standing == Standing::green);
  CHECK(strong.contract.evidence == EvidenceGrade::strong);
  const Audited weak = founded("grade = \"placeholder\", source = \"x\", checked = 2024-11-01");
  CHECK(weak.contract.standing == Standing::green);
  CHECK(weak.contract.evidence == EvidenceGrade::weak);
  CHECK(weak_rules(weak.contract.rules, options()) ==
        std::vector{Rule::freshness, Rule::placeholders});
  CHECK(weak[Rule::freshness].keys == std::vector<std::string>{"hours.sickness"});
  CHECK(weak[Rule::placeholders].keys == std::vector<std::string>{"hours.sickness"});
  CHECK(weak.contract.provisional);
  CHECK(founded("source = \"x\"")[Rule::freshness].keys ==
        std::vector<std::string>{"hours.sickness"});
  AuditOptions unasked = options();
  for (const Rule rule : {Rule::sources, Rule::freshness, Rule::placeholders})
    unasked.rules[index_of(rule)].asked = false;
  CHECK_FALSE(audit(contract("tariff = 41"), unasked).contract.evidence.has_value());
}

TEST_CASE("a rule of evidence that is given another weight decides the class again") {
  AuditOptions asked = options();
  for (RuleSetting& setting : asked.rules) setting.asked = false;
  asked.rules[index_of(Rule::cost_price)].asked = true;
  asked.rules[index_of(Rule::sources)].asked = true;
  CHECK(audit(contract("tariff = 41"), asked).contract.standing == Standing::green);
  CHECK(audit(contract("tariff = 41"), asked).contract.evidence == EvidenceGrade::weak);
  asked.rules[index_of(Rule::sources)].weight = Weight::amber;
  CHECK(audit(contract("tariff = 41"), asked).contract.standing == Standing::amber);
  CHECK_FALSE(audit(contract("tariff = 41"), asked).contract.evidence.has_value());
}

TEST_CASE("rows of the program's own presets are told and never count against a contract") {
  // The wages of July 2026 are confirmed until 31 August; the figures of the case are undated.
  const Audited aged =
      audit(contract("tariff = 41")
                .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }"));
  CHECK(aged[Rule::freshness].answer == Answer::pass);
  CHECK(aged[Rule::freshness].remarks ==
        std::vector<std::string>{"nl/cao-vvt-hbh@2026-07-01, confirmed_until 2026-08-31"});
  CHECK(aged[Rule::freshness].keys.empty());
  CHECK(aged.contract.provisional);
  AuditOptions later = options();
  later.as_of = *core::parse_date("2029-01-01");
  const Audited old =
      audit(contract("tariff = 41")
                .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }"),
            later);
  CHECK(old[Rule::freshness].answer == Answer::pass);
  CHECK(old[Rule::freshness].remarks.size() > 2);
}

TEST_CASE("what is below the law fails, whatever else is said of the same figure") {
  const auto legal = [](const std::string& table, const std::string& body) {
    return audit(contract("tariff = 41").with(table, body))[Rule::legal_minimum];
  };
  CHECK(audit(contract("tariff = 41"))[Rule::legal_minimum].answer == Answer::pass);
  const RuleAnswer allowance = legal("supplements", "holiday_allowance = 7.99\nyear_end_bonus = 0");
  CHECK(allowance.answer == Answer::fail);
  CHECK(list(allowance.found) == "supplements.holiday_allowance = 7.99");
  CHECK(list(allowance.required) == "supplements.holiday_allowance = 8");
  // A fraction is asked about in its own words, and is below the law all the same.
  CHECK(legal("supplements", "holiday_allowance = 0.08\nyear_end_bonus = 0").answer ==
        Answer::fail);
  // 2000 x 28 / 366 = 153.0054…
  CHECK(legal("hours", "contract = 2000\nleave = 153\nsickness = 5").answer == Answer::fail);
  CHECK(legal("hours", "contract = 2000\nleave = 153.01\nsickness = 5").answer == Answer::pass);
  CHECK(legal("hours", "contract = 2000\nleave = 5\nsickness = 5").answer == Answer::fail);
  CHECK(list(legal("wage", "hourly = 14.70\nminimum_wage = \"none\"").found) ==
        "wage.hourly = 14.7");
  // 14.71 in the first half of 2026, 14.99 in the second.
  CHECK(list(legal("wage", "hourly = 14.70\nminimum_wage = \"none\"").required) ==
        "wage.hourly = 14.99");
  CHECK(legal("wage", "hourly = 14.70").answer == Answer::pass);  // raised to the minimum
  CHECK(
      audit(
          contract("tariff = 41").with("supplements", "holiday_allowance = 7\nyear_end_bonus = 0"))
          .contract.standing == Standing::red);
}

TEST_CASE("labour is told as a share of the tariff, and judged only by a threshold") {
  // 33.75 of 40.50 is 83.33 %.
  const Audited told = audit(contract("tariff = 40.50"));
  CHECK(told[Rule::labour_share].answer == Answer::not_applicable);
  CHECK(std::get<core::Exact>(told[Rule::labour_share].found) == exact("83.33"));
  AuditOptions asked = options();
  asked.rules[index_of(Rule::labour_share)].threshold = core::Decimal{84};
  CHECK(audit(contract("tariff = 40.50"), asked)[Rule::labour_share].answer == Answer::fail);
  CHECK(audit(contract("tariff = 0"))[Rule::labour_share].answer == Answer::unknown);
}

TEST_CASE("the union's classes follow the worst answer that weighs, the trade's the distance") {
  std::array<RuleAnswer, rule_count> rules;
  const ContractFigures figures;
  const auto standing = [&] { return standing_of(rules, figures, options()); };
  // What no rule speaks of is never sound, whatever is only told.
  CHECK(standing() == Standing::not_judged);
  rules[index_of(Rule::labour_share)].answer = Answer::fail;
  CHECK(standing() == Standing::not_judged);
  rules[index_of(Rule::cost_price)].answer = Answer::pass;
  CHECK(standing() == Standing::green);
  rules[index_of(Rule::margin)].answer = Answer::unknown;
  CHECK(standing() == Standing::amber);
  rules[index_of(Rule::delivery)].answer = Answer::fail;
  CHECK(standing() == Standing::red);
  rules[index_of(Rule::indexation)].answer = Answer::unknown;
  CHECK(standing() == Standing::red);  // what is known to be red is red
  rules[index_of(Rule::delivery)].answer = Answer::pass;
  CHECK(standing() == Standing::not_judged);
  rules[index_of(Rule::indexation)].weightless = true;
  CHECK(standing() == Standing::amber);

  AuditOptions trade = options();
  trade.scheme = Scheme::by_trade;
  ContractFigures priced;
  const auto at = [&](const std::string& tariff) {
    priced.tariff = exact(tariff);
    priced.boundaries[index_of(core::Total::cost_price)] = exact("40");
    return standing_of(rules, priced, trade);
  };
  CHECK(at("40.40") == Standing::break_even);
  CHECK(at("39.60") == Standing::break_even);
  CHECK(at("40.41") == Standing::margin);
  CHECK(at("39.59") == Standing::loss);
  CHECK(standing_of(rules, figures, trade) == Standing::not_judged);
}

}  // namespace billijk::analysis
