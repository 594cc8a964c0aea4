#include "core/inputs.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;

std::string text_of(const UsedInput& input) {
  if (const auto* number = std::get_if<Decimal>(&input.value)) return number->text();
  if (const auto* word = std::get_if<std::string>(&input.value)) return *word;
  return iso(std::get<Date>(input.value));
}

std::string listed(const Computed& sheet) {
  std::string list;
  for (const UsedInput& input : sheet->inputs) {
    list += input.key + " = " + text_of(input);
    if (input.unit != Unit::none) list += ' ' + std::string{unit_name(input.unit)};
    list += '\n';
  }
  return list;
}

const UsedInput& find(const Computed& sheet, std::string_view key) {
  for (const UsedInput& input : sheet->inputs) {
    if (input.key == key) return input;
  }
  throw std::invalid_argument{"no input " + std::string{key}};
}

TEST_CASE("every input of a case is listed with its unit") {
  CHECK(listed(compute(
            CaseText{}
                .with("contract", "tariff = 40\nunit = \"hour\"\ndelivery = \"employment\"")
                .with("rounding", "step = 0.05\nmode = \"up\"\nat = \"end\"")
                .with("indexation", "price_level = 2024\npercent = [1.5, 2]")
                .line("key = \"gloves\"\nelement = \"f\"\namount = 0.05\nper = \"billable_hour\"")
                .line("key = \"guard\"\nelement = \"c\"\npercent = 2\nof = \"wage\""))) ==
        "period.from = 2026-01-01\n"
        "period.to = 2026-12-31\n"
        "wage.minimum_wage = none\n"
        "overhead.of = direct\n"
        "rounding.mode = up\n"
        "rounding.at = end\n"
        "contract.unit = hour\n"
        "contract.delivery = employment\n"
        "wage.hourly = 20 EUR per hour\n"
        "supplements.holiday_allowance = 8 %\n"
        "supplements.year_end_bonus = 0 %\n"
        "employer_charges.percent = 25 %\n"
        "hours.contract = 2000 hours per year\n"
        "hours.leave = 300 hours per year\n"
        "hours.sickness = 5 %\n"
        "travel.minutes = 0 minutes per hour\n"
        "overhead.percent = 20 %\n"
        "rounding.step = 0.05 EUR\n"
        "contract.tariff = 40 EUR\n"
        "line.gloves.amount = 0.05 EUR\n"
        "line.guard.percent = 2 %\n"
        "indexation.price_level = 2024\n"
        "indexation.percent.2025 = 1.5 %\n"
        "indexation.percent.2026 = 2 %\n");
}

TEST_CASE("preset figures are inputs too, each with the unit of its kind") {
  const CaseText subject =
      tests::with_charges(", base = \"gross\"")
          .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }")
          .with("indexation", "price_level = 2025\nseries = \"nl/vng-90-10\"\ncatch_up = \"none\"");
  const Computed sheet = tests::compute_with(
      subject, {tests::scale({{"2026-01-01", "steps = { \"5\" = 18 }"}}),
                tests::minimum({{"2026-01-01", "hour = 14"}}),
                tests::charges({{"2026-01-01", tests::charges_row()}}),
                tests::pension({{"2026-01-01", tests::pension_row()}}),
                tests::series("weights = { cpi = 100 }", {{"2026-01-01", "cpi = 3"}})});
  const std::string list = listed(sheet);
  for (const char* line :
       {"wage.scale = nl/cao-vvt-hbh\n", "wage.mix.5 = 100 %\n",
        "wage.minimum_wage = nl/minimum-wage\n",
        "employer_charges.social.preset = nl/employer-charges\n",
        "employer_charges.social.employer = small\n", "employer_charges.social.base = gross\n",
        "employer_charges.pension.preset = nl/pension-pfzw\n", "indexation.series = nl/vng-90-10\n",
        "indexation.catch_up = none\n", "nl/cao-vvt-hbh@2026-01-01.steps.5 = 18 EUR per hour\n",
        "nl/minimum-wage@2026-01-01.hour = 14 EUR per hour\n",
        "nl/employer-charges@2026-01-01.zvw = 6 %\n",
        "nl/employer-charges@2026-01-01.max_wage = 50000 EUR per year\n",
        "nl/pension-pfzw@2026-01-01.op = 25 %\n",
        "nl/pension-pfzw@2026-01-01.ap_franchise = 30000 EUR per year\n",
        "nl/vng-90-10@2026-01-01.cpi = 3 %\n"}) {
    CAPTURE(line);
    CHECK(list.find(line) != std::string::npos);
  }
  CHECK(list.find("aof_large") == std::string::npos);
}

TEST_CASE("an own wage is an input of its own, founded by the table it stands in or its own") {
  const auto used = [](const std::string& step) {
    return tests::compute_with(
        CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"3\" = " + step + " }"),
        {tests::scale({{"2026-01-01", "steps = { \"5\" = 18 }"}}),
         tests::minimum({{"2026-01-01", "hour = 14"}})});
  };
  const Computed plain =
      used("{ value = 100, wage = 16.90, grade = \"measured\", source = \"payroll\" }");
  CHECK(listed(plain).find("wage.mix.3 = 100 %\nwage.mix.3.wage = 16.9 EUR per hour\n") !=
        std::string::npos);
  CHECK(find(plain, "wage.mix.3.wage").grade == Grade::measured);
  CHECK(find(plain, "wage.mix.3.wage").source == std::vector<std::string>{"payroll"});
  const Computed apart =
      used("{ value = 100, wage = { value = 16.90, grade = \"cao\" }, source = \"payroll\" }");
  CHECK(find(apart, "wage.mix.3.wage").grade == Grade::cao);
  CHECK(find(apart, "wage.mix.3.wage").source.empty());
  CHECK(find(apart, "wage.mix.3").source.size() == 1);
}

TEST_CASE("an input carries what its number was stated with") {
  const Computed sheet =
      compute(CaseText{}.with("hours",
                              "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, high "
                              "= 6, grade = \"measured\", source = \"Vernet\", "
                              "checked = 2026-11-01, note = \"mean\" }"));
  const UsedInput& sickness = find(sheet, "hours.sickness");
  CHECK(sickness.low == tests::decimal("4"));
  CHECK(sickness.high == tests::decimal("6"));
  CHECK(sickness.grade == Grade::measured);
  CHECK(sickness.source == std::vector<std::string>{"Vernet"});
  CHECK(sickness.checked == tests::day("2026-11-01"));
  CHECK(sickness.note == "mean");
  CHECK(find(sheet, "hours.leave").grade == Grade::assumed);
  CHECK_FALSE(find(sheet, "period.from").grade);
}

TEST_CASE("a given cost price has no minimum wage") {
  const Computed given = compute(CaseText{}
                                     .without("wage")
                                     .without("supplements")
                                     .without("employer_charges")
                                     .without("hours")
                                     .without("travel")
                                     .without("overhead")
                                     .with("given", "cost_price = 30"));
  CHECK(listed(given) ==
        "period.from = 2026-01-01\nperiod.to = 2026-12-31\ngiven.cost_price = 30 EUR per hour\n");
}

TEST_CASE(
    "norm hours and volume count for the units that divide by them, the volume for yearly costs "
    "too") {
  const Computed sheet = compute(CaseText{}.with(
      "contract", "norm_hours = 108\nvolume = 9\nsubcontracting_fee = 8\ntariff = 1"));
  CHECK_FALSE(rests_on(find(sheet, "contract.norm_hours"), TariffUnit::hour));
  CHECK(rests_on(find(sheet, "contract.norm_hours"), TariffUnit::four_weeks));
  CHECK_FALSE(rests_on(find(sheet, "contract.volume"), TariffUnit::year));
  CHECK(rests_on(find(sheet, "contract.volume"), TariffUnit::lump_sum));
  CHECK_FALSE(rests_on(find(sheet, "contract.subcontracting_fee"), TariffUnit::hour));
  CHECK(rests_on(find(sheet, "contract.tariff"), TariffUnit::hour));
  const Computed permit =
      compute(CaseText{}
                  .with("contract", "volume = 9")
                  .line("key = \"permit\"\nelement = \"b\"\namount = 1\nper = \"contract_year\""));
  CHECK(rests_on(find(permit, "contract.volume"), TariffUnit::hour));
}

TEST_CASE("the hours of a norm hours preset are hours") {
  const Preset norm = tests::make_preset("nl/norm", "norm_hours", {{"2026-01-01", "hours = 108"}});
  Resolution resolution;
  resolution.used.push_back(
      {.preset = &norm, .row = &norm.rows[0], .field = "hours", .value = tests::decimal("108")});
  const std::vector<UsedInput> inputs = used_inputs(Case{}, resolution);
  CHECK(inputs.back().unit == Unit::hours_per_year);
}

}  // namespace
}  // namespace billijk::core
