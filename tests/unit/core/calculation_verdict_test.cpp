#include <catch2/catch.hpp>

#include "core/calculation.hpp"
#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::codes;
using tests::compute;
using tests::Computed;
using tests::decimal;
using tests::exact;

// The round case: wage floor 33.75, cost price and fair tariff 40.50, ceiling 44.55.

Verdict verdict(const Computed& sheet, std::string_view tariff,
                TariffUnit unit = TariffUnit::hour) {
  const Checked<Verdict> given = give_verdict(*sheet, {decimal(tariff), unit});
  if (!given) throw std::runtime_error{tests::summary(given.error())};
  return *given;
}

std::string joined(const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) text += key + ' ';
  return text;
}

TEST_CASE("a tariff is judged on the rounded boundaries") {
  const Computed sheet = compute(CaseText{});
  CHECK(verdict(sheet, "33.74").judgement.zone == Zone::below_wage_floor);
  CHECK(verdict(sheet, "33.75").judgement.zone == Zone::below_cost_price);
  CHECK(verdict(sheet, "40.5").judgement.zone == Zone::fair);
  CHECK(verdict(sheet, "44.55").judgement.zone == Zone::fair);
  CHECK(verdict(sheet, "44.5500001").judgement.zone == Zone::above_ceiling);
  const Computed near =
      compute(CaseText{}.with("wage", "hourly = 20.002\nminimum_wage = \"none\""));
  CHECK(near.total(Total::cost_price) == exact("40.50405"));
  CHECK(verdict(near, "40.5").judgement.zone == Zone::fair);
}

TEST_CASE("with a subcontracting fee what is left is judged as well") {
  const Verdict both =
      verdict(compute(CaseText{}.with("contract", "subcontracting_fee = 8\nvolume = 1000")), "42");
  CHECK(both.judgement.zone == Zone::fair);
  REQUIRE(both.subcontractor);
  CHECK(both.subcontractor->per_hour == exact("38.64"));
  CHECK(both.subcontractor->zone == Zone::below_cost_price);
  CHECK(both.subcontractor->distances[index_of(Total::cost_price)]->per_year == exact("-1860"));
  CHECK_FALSE(verdict(compute(CaseText{}), "42").subcontractor);
}

TEST_CASE("a unit that divides by what the case does not state is an error") {
  const Computed sheet = compute(CaseText{});
  const auto error = [&](TariffUnit unit) {
    return give_verdict(*sheet, {decimal("1"), unit}).error();
  };
  CHECK(codes(error(TariffUnit::month)) == "E031");
  CHECK(error(TariffUnit::year)[0].key == "contract.norm_hours");
  CHECK(error(TariffUnit::lump_sum)[0].key == "contract.volume");
  CHECK(tests::argument(error(TariffUnit::four_weeks)[0], "unit") == "@unit_four_weeks");
  const Computed stated = compute(CaseText{}.with("contract", "norm_hours = 108\nvolume = 52000"));
  CHECK(verdict(stated, "378", TariffUnit::month).judgement.per_hour == exact("42"));
  CHECK(verdict(stated, "2184000", TariffUnit::lump_sum).judgement.per_hour == exact("42"));
}

TEST_CASE("a unit that divides by what may be zero is an error that names the end") {
  const auto codes_of = [](const std::string& volume) {
    const Computed sheet = compute(CaseText{}.with("contract", "volume = { " + volume + " }"));
    const Checked<Verdict> given = give_verdict(*sheet, {decimal("1"), TariffUnit::lump_sum});
    return given ? "" : codes(given.error()) + ' ' + tests::argument(given.error()[0], "ends");
  };
  CHECK(codes_of("value = 9, low = 0") == "E043 contract.volume.low = 0");
  CHECK(codes_of("value = 9, low = 1").empty());
  CHECK(codes_of("value = 9, high = 10").empty());
}

TEST_CASE("a given cost price is judged without a wage floor") {
  const Computed given = compute(CaseText{}
                                     .without("wage")
                                     .without("supplements")
                                     .without("employer_charges")
                                     .without("hours")
                                     .without("travel")
                                     .without("overhead")
                                     .with("given", "cost_price = 30"));
  CHECK(verdict(given, "1").judgement.zone == Zone::below_cost_price);
  CHECK(verdict(given, "33").judgement.zone == Zone::fair);
  CHECK(verdict(given, "33.01").judgement.zone == Zone::above_ceiling);
}

CaseText ranged(const std::string& sickness, const std::string& margin = "percent = 0") {
  return CaseText{}
      .with("hours", "contract = 2000\nleave = 300\nsickness = " + sickness)
      .with("margin", margin);
}

TEST_CASE("a verdict is certain when the zone is the same at both ends") {
  const Computed sheet = compute(ranged("{ value = 5, low = 4, high = 6 }"));
  CHECK(verdict(compute(CaseText{}), "40.5").certain);
  CHECK(verdict(sheet, "30").certain);
  CHECK(verdict(sheet, "42").certain);
  CHECK(verdict(sheet, "50").certain);
  CHECK_FALSE(verdict(sheet, "40.5").certain);  // cost price up to 41.01
  CHECK_FALSE(verdict(sheet, "33.5").certain);  // wage floor down to 33.33
}

TEST_CASE(
    "inputs whose range alone changes the zone are named, and those that alone make it fair") {
  const CaseText subject =
      ranged("{ value = 5, low = 4, high = 6 }")
          .with("overhead", "percent = { value = 20, low = 10, high = 20 }\nof = \"direct\"")
          .with("band", "ceiling = { value = 10, low = 9, high = 12 }");
  const Verdict low = verdict(compute(subject), "40.2");
  CHECK(low.judgement.zone == Zone::below_cost_price);
  CHECK_FALSE(low.certain);
  CHECK(joined(low.could_change) == "hours.sickness overhead.percent ");
  CHECK(joined(low.could_be_fair) == "hours.sickness overhead.percent ");
  const Verdict floor = verdict(compute(subject), "34");
  CHECK(joined(floor.could_change) == "hours.sickness ");  // wage floor up to 34.18
  CHECK(floor.could_be_fair.empty());
  const Verdict fair = verdict(compute(subject), "40.6");
  CHECK(joined(fair.could_change) == "hours.sickness ");  // cost price up to 41.01
  CHECK(fair.could_be_fair.empty());
  const Verdict high = verdict(compute(subject), "44.8");
  CHECK(high.judgement.zone == Zone::above_ceiling);
  CHECK(joined(high.could_change) == "hours.sickness band.ceiling ");
}

TEST_CASE("several inputs may change the zone only together") {
  const CaseText subject =
      ranged("{ value = 5, low = 5, high = 6 }")
          .with("overhead", "percent = { value = 20, low = 20, high = 21 }\nof = \"direct\"");
  const Verdict together =
      verdict(compute(subject), "41.2");  // 41.01 and 40.84 alone, 41.35 together
  CHECK(together.judgement.zone == Zone::fair);
  CHECK_FALSE(together.certain);
  CHECK(together.could_change.empty());
}

/// "wage_floor below? cost_price below fair_tariff below ceiling below", with what could take the
/// tariff across behind a side that is open.
std::string sides(const Verdict& verdict) {
  std::string text;
  for (const Total total : all_totals) {
    const std::optional<BoundarySide>& of = verdict[total];
    if (!of) continue;
    (text += key_of(total)) += ' ';
    text += key_of(of->side);
    if (!of->certain) text += "? " + joined(of->could_cross);
    text += of->certain ? " " : "";
  }
  return text;
}

TEST_CASE("each boundary has a side of its own, certain whatever is open about another") {
  const Computed sheet = compute(ranged("{ value = 5, low = 4, high = 6 }"));
  CHECK(sides(verdict(sheet, "33.5")) ==
        "wage_floor below? hours.sickness cost_price below fair_tariff below ceiling below ");
  CHECK(verdict(sheet, "33.5").is_certainly(Side::below, Total::cost_price));
  CHECK_FALSE(verdict(sheet, "33.5").is_certainly(Side::below, Total::wage_floor));
  CHECK_FALSE(verdict(sheet, "33.5").is_certainly(Side::above, Total::cost_price));
  CHECK(sides(verdict(sheet, "40.5")) ==
        "wage_floor above cost_price above? hours.sickness fair_tariff above? hours.sickness "
        "ceiling below ");
  CHECK(sides(verdict(sheet, "50")) ==
        "wage_floor above cost_price above fair_tariff above ceiling above ");
}

TEST_CASE("a tariff that equals a boundary is on its fair side") {
  const Computed sheet = compute(CaseText{});
  CHECK(sides(verdict(sheet, "40.5")) ==
        "wage_floor above cost_price above fair_tariff above ceiling below ");
  CHECK(sides(verdict(sheet, "44.55")) ==
        "wage_floor above cost_price above fair_tariff above ceiling below ");
}

TEST_CASE("a given cost price has no wage floor to be on a side of") {
  CHECK(sides(verdict(compute(tests::given_cost_price("40")), "39")) ==
        "cost_price below fair_tariff below ceiling below ");
}

TEST_CASE("the range of a volume moves a lump sum itself") {
  const Computed sheet =
      compute(CaseText{}.with("contract", "volume = { value = 1000, low = 900, high = 1000 }"));
  const Verdict lump = verdict(sheet, "42000", TariffUnit::lump_sum);
  CHECK(lump.judgement.zone == Zone::fair);
  CHECK(joined(lump.could_change) == "contract.volume ");  // 46.67 an hour
  CHECK_FALSE(lump.certain);
  // With the volume at its low and sickness too no figure alone covers the cost price, both do.
  const Computed two =
      compute(ranged("{ value = 5, low = 4 }")
                  .with("contract", "volume = { value = 1000, low = 990, high = 1000 }"));
  const Verdict both = verdict(two, "39700", TariffUnit::lump_sum);  // 40.10 an hour, 40.00
  CHECK(both.judgement.zone == Zone::below_cost_price);
  CHECK(both.could_change.empty());
  CHECK_FALSE(both.certain);
  CHECK_FALSE(both.is_certainly(Side::below, Total::cost_price));
  CHECK(sides(lump) ==
        "wage_floor above cost_price above fair_tariff above ceiling below? contract.volume ");
  CHECK(verdict(sheet, "42").certain);
}

std::string provisional(const Computed& sheet, TariffUnit unit = TariffUnit::hour) {
  const Verdict given = verdict(sheet, "40", unit);
  std::string keys;
  for (const std::size_t place : given.provisional) keys += sheet->inputs.at(place).key + ' ';
  return keys;
}

TEST_CASE("a verdict is provisional by every weak input it rests on") {
  const Computed sheet =
      compute(CaseText{}
                  .with("hours",
                        "contract = 2000\nleave = { value = 300, grade = \"unconfirmed\" "
                        "}\nsickness = { value = 5, grade = \"placeholder\" }")
                  .with("margin", "percent = { value = 0, grade = \"assumed\" }")
                  .line("key = \"own\"\nelement = \"f\"\namount = { value = 1, grade = "
                        "\"placeholder\" }\nper = \"billable_hour\""));
  CHECK(provisional(sheet) == "hours.leave hours.sickness line.own.amount ");
  CHECK(provisional(compute(CaseText{})).empty());
}

TEST_CASE("the tariff, its norm hours and the volume count only where the verdict rests on them") {
  const Computed sheet =
      compute(CaseText{}.with("contract",
                              "tariff = { value = 40, grade = \"unconfirmed\" }\nnorm_hours = { "
                              "value = 108, grade = \"placeholder\" }\n"
                              "volume = { value = 1000, grade = \"placeholder\" "
                              "}\nsubcontracting_fee = { value = 8, grade = \"placeholder\" }"));
  CHECK(provisional(sheet) == "contract.tariff ");
  CHECK(provisional(sheet, TariffUnit::month) == "contract.tariff contract.norm_hours ");
  CHECK(provisional(sheet, TariffUnit::lump_sum) == "contract.tariff contract.volume ");
  const Computed annual =
      compute(CaseText{}
                  .with("obligations", "annual = 1")
                  .with("contract", "volume = { value = 1000, grade = \"placeholder\" }"));
  CHECK(provisional(annual) == "contract.volume ");
}

TEST_CASE("a preset row in force counts, a minimum wage only when it binds") {
  const auto weak = [](const std::string& hour) {
    return provisional(tests::compute_with(
        CaseText{}.with("wage", "hourly = 20"),
        {tests::minimum({{"2026-01-01", "hour = " + hour + "\ngrade = \"expected\""}})}));
  };
  CHECK(weak("19").empty());
  CHECK(weak("21") == "nl/minimum-wage@2026-01-01.hour ");
}

TEST_CASE("only placeholder, unconfirmed and expected are provisional") {
  for (const std::string_view word : choice_words<Grade>) {
    CAPTURE(std::string{word});
    CHECK(is_provisional(*choice_of<Grade>(word)) ==
          (word == "placeholder" || word == "unconfirmed" || word == "expected"));
  }
}

}  // namespace
}  // namespace billijk::core
