#include "analysis/lever/solve.hpp"

#include <catch2/catch.hpp>

#include "analysis/lever/pays_for.hpp"
#include "unit/presets.hpp"

namespace billijk::analysis {
namespace {

using core::Decimal;
using core::Exact;
using core::Total;
using tests::CaseText;
using tests::compute;
using tests::exact;

Decimal decimal(const char* text) { return *core::parse_decimal(text).value; }
core::Tariff tariff(const char* amount) { return {.value = decimal(amount)}; }

LeveredCase lever(const tests::Computed& subject, std::string_view name) {
  core::Checked<LeveredCase> found = lever_of(*subject, name);
  if (!found) throw std::runtime_error{tests::argument(found.error().front(), "reason")};
  return std::move(*found);
}

Solution solve(const CaseText& text, std::string_view name, const Question& question) {
  const tests::Computed subject = compute(text);
  return solve(lever(subject, name), question);
}

std::string reason_against(const CaseText& text, std::string_view name) {
  const core::Checked<LeveredCase> found = lever_of(*compute(text), name);
  return found ? "" : tests::argument(found.error().front(), "reason");
}

const CaseText visits = CaseText{}.with("travel", "minutes_between = 15\nvisit_minutes = 60");

// An hour costs 64800 / (1700 - 20 x sickness): 41.0023 at 5.98 %, 41.0075 at 5.99 %.
TEST_CASE("the highest sickness is the last on the grid that holds") {
  const Solution found = solve(CaseText{}, "hours.sickness", {.tariff = tariff("41")});
  CHECK(found.found == Found::value);
  CHECK(found.is_highest);
  CHECK(found.own == exact("5"));
  CHECK(found.value == decimal("5.98"));
  CHECK(found.boundary == exact("41"));
  CHECK(found.beyond == decimal("5.99"));
  CHECK(found.next_boundary == exact("41.01"));
}

TEST_CASE("where the case fails the nearest value that holds is found") {
  const Solution found = solve(CaseText{}, "hours.sickness", {.tariff = tariff("40")});
  CHECK(found.value == decimal("4.01"));
  CHECK(found.is_highest);
  CHECK_FALSE(found.holds_at_own);
}

// 40.50 x (1 + 15 / 135) = 45.00; at 134 minutes 45.03.
TEST_CASE("the shortest visit is a lowest value, in whole minutes") {
  const Solution found = solve(visits, "travel.visit_minutes", {.tariff = tariff("45")});
  CHECK(found.value == decimal("135"));
  CHECK_FALSE(found.is_highest);
  CHECK(found.beyond == decimal("134"));
  CHECK(found.next_boundary == exact("45.03"));
}

TEST_CASE("a grid of one's own moves the answer to it") {
  const Solution found =
      solve(CaseText{}, "hours.sickness", {.tariff = tariff("41"), .grid = decimal("0.25")});
  CHECK(found.value == decimal("5.75"));
  CHECK(found.beyond == decimal("6"));
}

TEST_CASE("an own value between two places of the grid lies between answer and beyond") {
  const CaseText text = CaseText{}.with("hours", "contract = 2000\nleave = 300\nsickness = 5.005");
  const Solution found = solve(text, "hours.sickness", {.tariff = tariff("40.50")});
  CHECK(found.value == decimal("5"));
  CHECK(found.beyond == decimal("5.01"));
}

TEST_CASE("an own value beside a grid that holds everywhere is past the end nearest to it") {
  // 33.75 x 1.99 = 67.16 at 99 %, 67.33 at 99.5 %.
  const CaseText dear = CaseText{}.with("overhead", "percent = 99.5\nof = \"direct\"");
  const Solution most =
      solve(dear, "overhead.percent", {.tariff = tariff("67.2"), .grid = decimal("3")});
  CHECK(most.found == Found::value);
  CHECK(most.value == decimal("99"));
  CHECK(most.is_highest);
  CHECK_FALSE(most.beyond);
  // 40.50 x (1 + 15 / 7) = 127.29 at 7 minutes, 162.00 at 5.
  const CaseText brief = CaseText{}.with("travel", "minutes_between = 15\nvisit_minutes = 5");
  const Solution least =
      solve(brief, "travel.visit_minutes", {.tariff = tariff("130"), .grid = decimal("7")});
  CHECK(least.found == Found::value);
  CHECK(least.value == decimal("7"));
  CHECK_FALSE(least.is_highest);
  CHECK_FALSE(least.beyond);
}

TEST_CASE("a grid of a single place holds there or not, which is not to have no effect") {
  const auto found = [](const char* offered) {
    return solve(CaseText{}, "hours.sickness", {.tariff = tariff(offered), .grid = decimal("101")})
        .found;
  };
  CHECK(found("41") == Found::every);
  CHECK(found("30") == Found::none);
}

/// Rounded to euros line by line an hour costs 35, and what three lines of x, x and -2x leave, with
/// x = 300 / volume: nothing but for the rounding.
const CaseText three_lines =
    CaseText{}
        .with("overhead", "amount = 0")
        .with("rounding", "step = 1\nat = \"line\"")
        .with("contract", "volume = 300")
        .line("key = \"one\"\nelement = \"f\"\namount = 300\nper = \"contract_year\"")
        .line("key = \"two\"\nelement = \"f\"\namount = 300\nper = \"contract_year\"")
        .line("key = \"three\"\nelement = \"f\"\namount = -600\nper = \"contract_year\"");

TEST_CASE("where the boundary is as high on both sides the higher turn is taken as the end") {
  // 1 + 1 - 1 at 401, and at 200 already 2 + 2 - 3.
  const Solution holds =
      solve(three_lines, "contract.volume", {.tariff = tariff("35"), .grid = decimal("1")});
  CHECK(holds.holds_at_own);
  CHECK(holds.is_highest);
  CHECK(holds.value == decimal("400"));
  CHECK(holds.next_boundary == exact("36"));
  // 1 + 1 - 3 at 240, and at 601 already 0 + 0 - 1.
  const Solution fails =
      solve(three_lines, "contract.volume", {.tariff = tariff("34"), .grid = decimal("1")});
  CHECK_FALSE(fails.holds_at_own);
  CHECK(fails.is_highest);
  CHECK(fails.value == decimal("240"));
  CHECK(fails.next_boundary == exact("35"));
}

TEST_CASE("going down a lower value that holds is found between two places that do not") {
  const Solution found = solve(CaseText{three_lines}.with("contract", "volume = 320"),
                               "contract.volume", {.tariff = tariff("34"), .grid = decimal("1")});
  CHECK(found.value == decimal("240"));
  CHECK(found.beyond == decimal("241"));
}

// In euros an hour costs 28 + 5 + 2 + 7 until the line of sickness, 560 s / (1700 - 20 s), reaches
// 2.5 at 6.967213 %; every value in between is in doubt, as each line is rounded.
TEST_CASE("among more doubtful values than are looked at one by one the end is one that fails") {
  const Solution found =
      solve(CaseText{}.with("rounding", "step = 1\nat = \"line\""), "hours.sickness",
            {.tariff = tariff("42"), .grid = decimal("0.00001")});
  CHECK(found.value == decimal("6.96721"));
  CHECK(found.boundary == exact("42"));
  CHECK(found.beyond == decimal("6.96722"));
  CHECK(found.next_boundary == exact("43"));
}

TEST_CASE("what is given away does not help when it is too little") {
  const Solution found = solve(CaseText{}, "travel.kilometres", {.tariff = tariff("40")});
  CHECK(found.found == Found::no_effect);
  CHECK_FALSE(found.is_in_range());
  CHECK_FALSE(found.value);
  const Solution training = solve(CaseText{}, "hours.training", {.tariff = tariff("40")});
  CHECK(training.found == Found::none);
  CHECK_FALSE(training.is_in_range());
}

TEST_CASE("where every value holds the answer is the end of what is allowed") {
  const Solution found = solve(CaseText{}, "supplements.year_end_bonus", {.tariff = tariff("500")});
  CHECK(found.found == Found::every);
  CHECK(found.value == decimal("100"));
  CHECK_FALSE(found.beyond);
  CHECK(found.is_in_range());
}

TEST_CASE("where every value holds and the figure moves the tariff, that at the end is told") {
  const CaseText text = CaseText{}
                            .with("wage", "hourly = 0\nminimum_wage = \"none\"")
                            .with("contract", "norm_hours = 100");
  const core::Tariff yearly{.value = decimal("500"), .unit = core::TariffUnit::year};
  const Solution found = solve(text, "contract.norm_hours", {.tariff = yearly});
  CHECK(found.found == Found::every);
  CHECK(found.is_highest);
  REQUIRE(found.tariff);
  CHECK(*found.tariff == exact("500") / Exact{*found.value});
}

TEST_CASE("a wage below the minimum wage lowers no price") {
  const CaseText text = CaseText{}.with("wage", "hourly = 20");
  CHECK(solve(text, "wage.hourly", {.tariff = tariff("25")}).found == Found::none);
  const Solution found = solve(text, "wage.hourly", {.tariff = tariff("45")});
  CHECK(found.value == decimal("22.22"));
}

TEST_CASE("hours that leave nothing to attend are beyond what holds") {
  const Solution found = solve(CaseText{}, "hours.leave", {.tariff = tariff("999999999999")});
  CHECK(found.value == decimal("1899.9"));
  CHECK(found.beyond == decimal("1900"));
  CHECK_FALSE(found.next_boundary);
}

// Billable 64800 / 41.005 = 1580.3 of 2000 hours: 79.02 %.
TEST_CASE("productivity falls by idle hours") {
  const Solution found = solve(CaseText{}, "productivity", {.tariff = tariff("41")});
  CHECK(found.own == exact("80"));
  CHECK(found.value == decimal("79.02"));
  CHECK_FALSE(found.is_highest);
  const Solution more = solve(CaseText{}, "productivity", {.tariff = tariff("32.40")});
  CHECK(more.value == decimal("99.99"));  // 64800 / 1999.8 = 32.403
  CHECK(solve(CaseText{}, "productivity", {.tariff = tariff("32")}).found == Found::none);
}

// 40.50 + 1.2 x amount <= 39.005.
TEST_CASE("an own line may go below zero") {
  const CaseText text =
      CaseText{}.line("key = \"grant\"\nelement = \"f\"\namount = 0\nper = \"billable_hour\"");
  const Solution found = solve(text, "line.grant.amount", {.tariff = tariff("39")});
  CHECK(found.value == decimal("-1.25"));
  CHECK(found.beyond == decimal("-1.24"));
}

TEST_CASE("the number of clients moves the volume") {
  const CaseText text = CaseText{}
                            .with("obligations", "annual = 12000")
                            .with("contract", "volume = 12000\nnorm_hours = 100");
  // 40.50 + 1.2 x 12000 / (100 x clients) <= 42.005
  const Solution found = solve(text, "clients", {.tariff = tariff("42")});
  CHECK(found.own == exact("120"));
  CHECK(found.value == decimal("96"));
  CHECK_FALSE(found.is_highest);
}

// 1.2 x 12000 costs a year: 40.50 x volume + 14400 = 500000 at 11990.1 hours.
TEST_CASE("a lump sum is held against the volume that shares it") {
  const CaseText text =
      CaseText{}.with("obligations", "annual = 12000").with("contract", "volume = 12000");
  const core::Tariff lump_sum{.value = decimal("500000"), .unit = core::TariffUnit::lump_sum};
  const Solution found = solve(text, "contract.volume", {.tariff = lump_sum});
  REQUIRE(found.value);
  CHECK(*found.boundary <= *found.tariff);
  CHECK(*found.next_boundary > *found.next_tariff);
  CHECK(Exact{*found.value} > exact("11980"));
  CHECK(Exact{*found.value} < exact("12000"));
}

TEST_CASE("a key may take the place of the way the case goes") {
  const tests::Computed subject = compute(visits);
  CHECK(lever(subject, "travel.minutes").lever.own == exact("15"));
  CHECK(lever(subject, "overhead.amount").lever.own == exact("8.4375"));
  const tests::Computed indexed =
      compute(CaseText{}
                  .with("margin", "percent = 10")
                  .with("indexation", "price_level = 2025\npercent = [10]"));
  CHECK(lever(indexed, "margin.amount").lever.own == exact("4.05"));
  const Solution found = solve(visits, "travel.minutes", {.tariff = tariff("45")});
  CHECK(found.value == decimal("6.6"));
}

TEST_CASE("an own wage in the mix moves, and the wage of all is that of the period") {
  const tests::Computed subject =
      tests::compute_with(CaseText{}
                              .with("wage",
                                    "scale = \"nl/cao-vvt-hbh\"\n"
                                    "mix = { \"0\" = 50, \"3\" = { value = 50, wage = 18 } }")
                              .with("indexation", "price_level = 2025\npercent = [10]"),
                          {tests::scale({{"2026-01-01", "steps = { \"0\" = 15 }"}}),
                           tests::minimum({{"2026-01-01", "hour = 14"}})});
  // A cost price of 17.40 x 2.025 = 35.235: a euro of the wage is 1.1 x 0.5 x 2.025 of it.
  const core::Checked<LeveredCase> own = lever_of(*subject, "wage.mix.3.wage");
  REQUIRE(own);
  CHECK(own->lever.own == exact("18"));
  const Solution found = solve(*own, {.goal = core::Total::cost_price, .tariff = tariff("36.35")});
  CHECK(found.value == decimal("19"));
  CHECK(lever_of(*subject, "wage.hourly")->lever.own == exact("17.4") / exact("1.1"));
}

TEST_CASE("what no boundary depends on cannot be moved") {
  CHECK(reason_against(CaseText{}, "rounding.step") == "@only_shown");
  CHECK(reason_against(CaseText{}, "contract.tariff") == "@in_no_boundary");
  CHECK(reason_against(CaseText{}, "contract.subcontracting_fee") == "@in_no_boundary");
  CHECK(reason_against(CaseText{}, "clients") == "@needs_norm_hours");
}

TEST_CASE("what the case goes about another way cannot be moved alone") {
  CHECK(reason_against(CaseText{}.with("margin", "amount = 1"), "margin.percent") ==
        "@not_used_by_case");
  CHECK(reason_against(tests::given_cost_price("30").with("margin", "amount = 1"),
                       "margin.percent") == "@not_used_by_case");
  for (const char* key : {"travel.visit_minutes", "employer_charges.social.whk", "given.cost_price",
                          "employer_charges.pension.employer_share"}) {
    CHECK(reason_against(CaseText{}, key) == "@not_used_by_case");
  }
  CHECK(reason_against(CaseText{}.with("overhead", "amount = 5"), "overhead.percent") ==
        "@not_used_by_case");
}

TEST_CASE("a name that is no figure is an unknown key") {
  const core::Checked<LeveredCase> found = lever_of(*compute(CaseText{}), "hours.sicknes");
  REQUIRE_FALSE(found);
  CHECK(tests::codes(found.error()) == "E010");
}

TEST_CASE("the table has the margin held against the fair tariff") {
  const tests::Computed subject = compute(CaseText{}.with("margin", "percent = 1"));
  const std::vector<Solution> rows = pays_for(*subject, {.tariff = tariff("42")});
  std::string keys;
  for (const Solution& row : rows) keys += row.key + ' ';
  CHECK(keys ==
        "wage.hourly hours.sickness hours.leave hours.training hours.meetings travel.minutes "
        "overhead.percent "
        "margin.percent productivity ");
  CHECK(rows[7].goal == Total::fair_tariff);
  CHECK(rows[7].value == decimal("3.71"));  // 40.50 x 1.0371 = 42.0026
}

TEST_CASE(
    "a wage in the place of a scale is indexed to stand in the cost sheet, another stands so") {
  const std::string indexation = "price_level = 2025\npercent = [10]";
  const CaseText hourly = CaseText{}.with("indexation", indexation);
  CHECK(sheet_wage(*compute(hourly), exact("16")) == exact("16"));
  const tests::Computed scale = compute(CaseText{hourly}.with(
      "wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }"));
  CHECK(sheet_wage(*scale, exact("16")) == exact("17.6"));
  const std::vector<Solution> rows = pays_for(*scale, {.tariff = tariff("42")});
  CHECK(sheet_wage(*scale, *rows[0].own) == scale->sheet.first.labour.wage.number());
}

TEST_CASE("a wage is placed between the steps of its scale, raised to the minimum wage") {
  const CaseText text =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }");
  const tests::Computed subject = compute(text);
  const std::optional<Steps> between = steps_around(*subject, exact("16"));
  REQUIRE(between);
  CHECK(between->at_most->step == "0");
  CHECK(between->above->step == "5");
  CHECK_FALSE(steps_around(*subject, exact("14"))->at_most);
  CHECK_FALSE(steps_around(*subject, exact("30"))->above);
  CHECK_FALSE(steps_around(*compute(CaseText{}), exact("16")));
}

}  // namespace
}  // namespace billijk::analysis
