#include "analysis/compare/case_part.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using tests::CaseText;

core::Case read(const CaseText& text, const std::vector<std::string>& settings = {}) {
  const auto loaded = tests::load(text.text(), settings);
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  return loaded->subject;
}

/// The keys of the changes between two cases, the same both ways.
std::string keys(const core::Case& a, const core::Case& b) {
  const auto list = [](const std::vector<CaseChange>& changes) {
    std::string text;
    for (const CaseChange& change : changes) text += (text.empty() ? "" : "; ") + change.key;
    return text;
  };
  CHECK(list(changes_between(a, b)) == list(changes_between(b, a)));
  return list(changes_between(a, b));
}
std::string keys(const CaseText& a, const CaseText& b) { return keys(read(a), read(b)); }

const std::string visits = "minutes_between = 10\nvisit_minutes = 150";
const std::string social =
    "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = 90 }";
const std::string pension = "\npension = { preset = \"nl/pension-pfzw\", employer_share = 50 }";

TEST_CASE("nothing differs between a case and itself, whatever it states of what is taken anyway") {
  CHECK(keys(CaseText{}, CaseText{}).empty());
  CHECK(keys(read(CaseText{}), read(CaseText{}, {"hours.idle=0", "hours.part_time_factor=100",
                                                 "hours.sickness_base=contract", "band.ceiling=10",
                                                 "rounding.step=0.01"}))
            .empty());
}

TEST_CASE("numbers change by themselves") {
  CHECK(keys(read(CaseText{}),
             read(CaseText{}, {"hours.sickness=6", "hours.leave=310", "overhead.percent=21"})) ==
        "hours.leave; hours.sickness; overhead.percent");
}

TEST_CASE("ways to state the same thing exclude each other and change as one") {
  const CaseText scale = CaseText{}.with(
      "wage",
      "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }\nminimum_wage = \"none\"");
  CHECK(keys(CaseText{}, scale) == "wage");
  CHECK(keys(scale, CaseText{scale}.with("wage",
                                         "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 30, \"5\" = "
                                         "70 }\nminimum_wage = \"none\"")) == "wage.mix");
  CHECK(keys(CaseText{},
             CaseText{}.with("wage", "hourly = 21\nminimum_wage = \"nl/minimum-wage\"")) ==
        "wage.hourly; wage.minimum_wage");
  const auto own = [](const std::string& wage) {
    return CaseText{}.with(
        "wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"3\" = { value = 100, wage = " + wage +
                    " } }\nminimum_wage = \"none\"");
  };
  CHECK(keys(own("16.90"), own("17")) == "wage.mix");
  CHECK(keys(own("16.90"), own("16.900")).empty());
  CHECK(keys(CaseText{}, CaseText{}.with("travel", visits)) == "travel.minutes");
  CHECK(keys(CaseText{}.with("travel", visits),
             CaseText{}.with("travel", "minutes_between = 8\nvisit_minutes = 120")) ==
        "travel.minutes_between; travel.visit_minutes");
  CHECK(keys(CaseText{}, CaseText{}.with("overhead", "amount = 5")) == "overhead");
  CHECK(keys(CaseText{}, CaseText{}.with("margin", "amount = 0.60")) == "margin.amount");
  CHECK(keys(CaseText{}.with("margin", "percent = 3\nof = \"tariff\""),
             CaseText{}.with("margin", "amount = 0.60")) == "margin");
  CHECK(keys(CaseText{}, CaseText{}.with("employer_charges", social)) == "employer_charges");
  CHECK(keys(CaseText{}.with("employer_charges", social),
             CaseText{}.with("employer_charges", social + pension)) == "employer_charges.pension");
  CHECK(keys(CaseText{}.with("employer_charges", social + pension),
             CaseText{}.with("employer_charges",
                             "social = { preset = \"nl/employer-charges\", employer = \"small\", "
                             "permanent = 80, whk = 1.5, base = \"gross\" }\n"
                             "pension = { preset = \"nl/pension-pfzw\", employer_share = 60 }")) ==
        "employer_charges.social.employer; employer_charges.social.base; "
        "employer_charges.social.permanent; employer_charges.social.whk; "
        "employer_charges.pension.employer_share");
}

TEST_CASE("a percentage changes with the base it is a share of") {
  CHECK(keys(read(CaseText{}),
             read(CaseText{}, {"overhead.of=cost_price", "overhead.percent=15"})) == "overhead");
  CHECK(keys(read(CaseText{}), read(CaseText{}, {"overhead.of=cost_price"})) == "overhead.of");
  CHECK(keys(read(CaseText{}), read(CaseText{}, {"margin.of=tariff", "margin.percent=3"})) ==
        "margin");
  CHECK(keys(read(CaseText{}), read(CaseText{}, {"hours.sickness_base=after_leave",
                                                 "hours.sickness=6"})) == "hours.sickness");
  CHECK(keys(read(CaseText{}),
             read(CaseText{}, {"supplements.year_end_bonus_base=wage_and_irregular",
                               "supplements.year_end_bonus=3"})) == "supplements.year_end_bonus");
  CHECK(keys(read(CaseText{}), read(CaseText{}, {"rounding.step=0.05", "rounding.at=line"})) ==
        "rounding");
}

TEST_CASE("own lines are told by their key, whatever their order") {
  const std::string one = "key = \"one\"\nelement = \"f\"\namount = 1\nper = \"billable_hour\"";
  const std::string two = "key = \"two\"\nelement = \"b\"\npercent = 1\nof = \"wage\"";
  CHECK(keys(CaseText{}.line(one).line(two), CaseText{}.line(two).line(one)).empty());
  CHECK(keys(CaseText{}.line(two), CaseText{}.line(one)) == "line.one; line.two");
  CHECK(keys(CaseText{}.line(one),
             CaseText{}.line("key = \"one\"\nelement = \"f\"\namount = 1\nper = \"paid_hour\"")) ==
        "line.one");
}

TEST_CASE("yearly costs and the volume they are spread over change as one where a case has none") {
  CHECK(keys(read(CaseText{}), read(CaseText{}, {"contract.volume=1000"})).empty());
  CHECK(keys(read(CaseText{}),
             read(CaseText{}, {"contract.volume=1000", "obligations.annual=500"})) ==
        "obligations.annual + contract.volume");
  CHECK(keys(read(CaseText{}, {"contract.volume=900"}),
             read(CaseText{}, {"contract.volume=1000", "obligations.annual=500"})) ==
        "obligations.annual; contract.volume");
  const std::string line =
      "key = \"yearly\"\nelement = \"f\"\namount = 100\nper = \"contract_year\"";
  CHECK(keys(read(CaseText{}), read(CaseText{}.line(line), {"contract.volume=1000"})) ==
        "obligations.annual + contract.volume");
}

TEST_CASE("a period of another year takes its index with it") {
  const std::string later = "from = 2027-01-01\nto = 2027-12-31";
  CHECK(keys(CaseText{}, CaseText{}.with("period", later)) == "period");
  CHECK(keys(CaseText{}.with("indexation", "price_level = 2025\npercent = [3]"),
             CaseText{}
                 .with("period", later)
                 .with("indexation", "price_level = 2025\npercent = [3, 2]")) ==
        "period + indexation");
  CHECK(keys(CaseText{}, CaseText{}.with("indexation", "price_level = 2025\npercent = [3]")) ==
        "indexation");
}

TEST_CASE("a given cost price stands against all of the build-up") {
  const CaseText given = CaseText{}
                             .without("wage")
                             .without("supplements")
                             .without("employer_charges")
                             .without("hours")
                             .without("travel")
                             .without("overhead")
                             .with("given", "cost_price = 26.59")
                             .with("margin", "percent = 2");
  CHECK(keys(CaseText{}, given) == "given.cost_price; margin.percent");
  CHECK(keys(given, CaseText{given}.with("given", "cost_price = 27")) == "given.cost_price");
}

TEST_CASE("what the contract says of the tariff moves no boundary") {
  CHECK(keys(read(CaseText{}),
             read(CaseText{}, {"contract.tariff=30", "contract.norm_hours=108",
                               "contract.subcontracting_fee=5", "contract.delivery=alfahulp"}))
            .empty());
}

TEST_CASE("every change taken over makes the other case") {
  const core::Case a =
      read(CaseText{}.line("key = \"one\"\nelement = \"f\"\namount = 1\nper = \"billable_hour\""),
           {"rounding.step=0.05"});
  const core::Case b =
      read(CaseText{}
               .with("overhead", "amount = 5")
               .with("travel", visits)
               .line("key = \"two\"\nelement = \"f\"\namount = 1\nper = \"billable_hour\""),
           {"hours.sickness_base=after_leave", "wage.hourly=21", "margin.percent=3",
            "margin.of=tariff"});
  core::Case moved = a;
  for (const CaseChange& change : changes_between(a, b)) {
    for (const CasePart& part : change.parts) part.move(moved, b);
  }
  CHECK(changes_between(moved, b).empty());
  CHECK_FALSE(changes_between(a, b).empty());
}

}  // namespace
}  // namespace billijk::analysis
