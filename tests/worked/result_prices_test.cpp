#include <catch2/catch.hpp>
#include <string>

#include "core/number/rounding.hpp"
#include "core/unit_prices.hpp"
#include "unit/cases.hpp"

// Prices of results that others have printed, and norm hours made of modules.

namespace billijk {
namespace {

using core::Exact;
using core::Key;
using core::TariffUnit;
using tests::CaseText;
using tests::exact;

/// A case of one profile with these modules of KPMG's frame.
CaseText of_kpmg(const std::string& modules) {
  return CaseText{}.with("result",
                         "preset = \"nl/norm-hours-kpmg\"\nprofiles = [ { label = \"cliënt\", "
                         "share = 100, modules = { " +
                             modules + " } } ]");
}
Exact norm_hours_of(const std::string& modules) {
  return Exact{tests::compute(of_kpmg(modules))->subject.value(Key::norm_hours)};
}

}  // namespace

TEST_CASE("modules of KPMG's frame add up as Huizen prints them", "[worked]") {
  // https://www.maatschappelijkezaken.nl/nieuw-normenkader-om-hoeveelheid-huishoudelijke-hulp-vast-te-stellen
  CHECK(norm_hours_of("full_takeover = 1") == exact("108"));
  CHECK(norm_hours_of("full_takeover = 1, own_capacity = 1") == exact("85"));
  CHECK(norm_hours_of("full_takeover = 1, many_extra_limitations = 1") == exact("160"));
  CHECK(norm_hours_of("full_takeover = 1, many_extra_limitations = 1, extra_room_in_use = 1") ==
        exact("176"));
  CHECK(norm_hours_of("full_takeover = 1, extra_room_in_use = 2, extra_room_not_in_use = 0.5") ==
        exact("142"));
}

TEST_CASE("the full takeover is the 125 minutes a week of the Central Appeals Tribunal",
          "[worked]") {
  // ECLI:NL:CRVB:2025:601; 108 x 60 / 52 = 124.6.
  const Exact minutes = norm_hours_of("full_takeover = 1") * exact("60/52");
  CHECK(core::round_half_up(minutes, 0) == exact("125"));
}

TEST_CASE("Voorschoten's price of four weeks is that of its hours, which it rounded to half euros",
          "[worked]") {
  // 104.9 hours of cleaning and 15.9 more a year at 25.13 an hour; printed: 233.50.
  const Exact hours = exact("104.9") + exact("15.9");
  const Exact price = core::per_unit(exact("25.13"), TariffUnit::four_weeks, hours, Exact{});
  CHECK(price == exact("25.13") * exact("120.8") / exact("13"));
  CHECK(core::round_half_up(price, 3) == exact("233.516"));
  CHECK(core::round(price, {.step = core::Decimal::of(50, 2)}) == exact("233.50"));
  CHECK(core::per_hour(price, TariffUnit::four_weeks, hours, Exact{}) == exact("25.13"));
}

TEST_CASE("Rotterdam's price of informal help is its part of the price of a week", "[worked]") {
  // 56.00 a week; for informal help 34.94, which is 62.4 % of it.
  const tests::Computed subject = tests::compute(
      CaseText{}
          .with("contract", "tariff = 56.00\nunit = \"week\"\nnorm_hours = 104")
          .item("derived", "key = \"pgb_informal\"\npercent = 62.4\nof = \"tariff\""));
  const core::UnitPrices prices =
      core::unit_prices(*subject, TariffUnit::week, subject->subject.value(Key::tariff));
  REQUIRE(prices.derived.size() == 1);
  CHECK(prices.derived[0].base == exact("56"));
  CHECK(prices.derived[0].share.value == exact("34.944"));
  CHECK(prices.derived[0].share.rounded == exact("34.94"));
  REQUIRE(prices.mix.tariff);
  CHECK(prices.mix.tariff->value == exact("28"));
}

TEST_CASE("four weeks of the starting case cost what billijk-model(7) prints", "[worked]") {
  const tests::Computed subject = tests::compute(
      std::string{"schema = \"billijk/case/1\"\nextends = \"preset:cases/hbh-2026\"\n[result]\n"
                  "preset = \"nl/norm-hours-kpmg\"\nprofiles = [\n"
                  "{ label = \"basis\", share = 70, modules = { full_takeover = 1 } },\n"
                  "{ label = \"zwaar\", share = 30, modules = { full_takeover = 1, "
                  "many_extra_limitations = 1 } "
                  "} ]\n"});
  CHECK(core::round_half_up(subject.total(core::Total::cost_price), 12) ==
        exact("41.161927147317"));
  const core::UnitPrices prices = core::unit_prices(*subject, TariffUnit::four_weeks, {});
  CHECK(prices.mix.norm_hours == exact("123.6"));
  CHECK(prices.mix.totals[core::Total::cost_price] == exact("391.35"));
  REQUIRE(prices.profiles.size() == 2);
  CHECK(prices.profiles[0].totals[core::Total::cost_price] == exact("341.96"));
  CHECK(prices.profiles[1].totals[core::Total::cost_price] == exact("506.61"));
}

}  // namespace billijk
