#include "core/unit_prices.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::decimal;
using tests::exact;

/// An hour costs 40.50, is fair at 41.715 and has a ceiling of 44.55.
CaseText priced(const std::string& contract = "norm_hours = 130\nvolume = 20000") {
  return CaseText{}.with("margin", "percent = 3").with("contract", contract);
}
/// Clients of 108 and of 160 hours a year.
CaseText of_two_profiles(const std::string& contract = "") {
  CaseText text = CaseText{}.with(
      "result",
      "preset = \"nl/norm-hours-kpmg\"\nprofiles = [ { label = \"basis\", share = 70, modules = { "
      "full_takeover = 1 } }, { label = \"zwaar\", share = 30, modules = { full_takeover = 1, "
      "many_extra_limitations = 1 } } ]");
  return contract.empty() ? text : text.with("contract", contract);
}
UnitPrices prices_of(const CaseText& text, TariffUnit unit,
                     const std::optional<Decimal>& tariff = {}) {
  // Profiles point into a case that is gone by then, and are not followed here.
  const Computed subject = compute(text);
  return unit_prices(*subject, unit, tariff);
}

}  // namespace

TEST_CASE("an amount per hour is one per unit, the inverse of what a tariff is per hour") {
  const auto per = [](TariffUnit unit) {
    const Exact amount = per_unit(exact("41.715"), unit, exact("130"), exact("20000"));
    CHECK(per_hour(amount, unit, exact("130"), exact("20000")) == exact("41.715"));
    return amount;
  };
  CHECK(per(TariffUnit::hour) == exact("41.715"));
  CHECK(per(TariffUnit::minute) == exact("0.69525"));
  CHECK(per(TariffUnit::week) == exact("104.2875"));
  CHECK(per(TariffUnit::four_weeks) == exact("417.15"));
  CHECK(per(TariffUnit::month) == exact("451.9125"));
  CHECK(per(TariffUnit::year) == exact("5422.95"));
  CHECK(per(TariffUnit::lump_sum) == exact("834300"));
}

TEST_CASE("boundaries are put in every unit, from their exact value and rounded once") {
  struct Wanted {
    TariffUnit unit;
    std::array<const char*, total_count> totals;
  };
  const std::vector<Wanted> all{{TariffUnit::hour, {"33.75", "40.5", "41.72", "44.55"}},
                                {TariffUnit::minute, {"0.56", "0.68", "0.7", "0.74"}},
                                {TariffUnit::week, {"84.38", "101.25", "104.29", "111.38"}},
                                {TariffUnit::four_weeks, {"337.5", "405", "417.15", "445.5"}},
                                {TariffUnit::month, {"365.63", "438.75", "451.91", "482.63"}},
                                {TariffUnit::year, {"4387.5", "5265", "5422.95", "5791.5"}},
                                {TariffUnit::lump_sum, {"675000", "810000", "834300", "891000"}}};
  for (const Wanted& wanted : all) {
    CAPTURE(word_of(wanted.unit));
    const UnitPrices found = prices_of(priced(), wanted.unit);
    CHECK(found.unit == wanted.unit);
    for (const Total total : all_totals) {
      CAPTURE(key_of(total));
      CHECK(found.mix.totals[total] == exact(wanted.totals.at(index_of(total))));
    }
    CHECK(found.mix.norm_hours.has_value() == (divisor_of(wanted.unit) == Key::norm_hours));
    CHECK_FALSE(found.mix.tariff);
    CHECK(found.profiles.empty());
    CHECK(found.mix.profile == nullptr);
  }
}

TEST_CASE("they are rounded as the case says") {
  CaseText text = priced();
  text.with("rounding", "step = 0.05\nmode = \"half_even\"");
  const UnitPrices found = prices_of(text, TariffUnit::week);
  CHECK(found.mix.totals[Total::fair_tariff] == exact("104.3"));  // 104.2875
  CHECK(found.mix.totals[Total::wage_floor] == exact("84.4"));    // 84.375 lies halfway
}

TEST_CASE("profiles have prices of their own hours, the mix that of all") {
  const UnitPrices found = prices_of(of_two_profiles(), TariffUnit::week);
  CHECK(found.mix.norm_hours == exact("123.6"));
  REQUIRE(found.profiles.size() == 2);
  CHECK(found.profiles[0].norm_hours == exact("108"));
  CHECK(found.profiles[1].norm_hours == exact("160"));
  CHECK(found.mix.totals[Total::cost_price] == exact("96.27"));  // 40.50 x 123.6 / 52 = 96.265
  CHECK(found.profiles[0].totals[Total::cost_price] == exact("84.12"));   // 84.115
  CHECK(found.profiles[1].totals[Total::cost_price] == exact("124.62"));  // 124.615
}

TEST_CASE("only where a client's hours make the price are there profiles") {
  for (const TariffUnit unit : {TariffUnit::hour, TariffUnit::minute, TariffUnit::lump_sum})
    CHECK(prices_of(of_two_profiles("volume = 1000"), unit).profiles.empty());
  for (const TariffUnit unit :
       {TariffUnit::week, TariffUnit::four_weeks, TariffUnit::month, TariffUnit::year})
    CHECK(prices_of(of_two_profiles(), unit).profiles.size() == 2);
}

TEST_CASE("a tariff fair for the mix may lose on those who need much, and be rich on the others") {
  const Computed subject = compute(of_two_profiles("tariff = 97\nunit = \"week\""));
  const UnitPrices found = unit_prices(*subject, TariffUnit::week, decimal("97"));
  REQUIRE(found.mix.tariff);
  CHECK(found.mix.tariff->value == exact("5044") / exact("123.6"));  // 40.81
  CHECK(found.mix.tariff->zone == Zone::fair);
  REQUIRE(found.profiles.size() == 2);
  CHECK(found.profiles[0].profile == subject->subject.result->profiles.data());
  CHECK(found.profiles[0].tariff->value == exact("5044/108"));  // 46.70 above 44.55
  CHECK(found.profiles[0].tariff->zone == Zone::above_ceiling);
  CHECK(found.profiles[1].tariff->value == exact("31.525"));
  CHECK(found.profiles[1].tariff->zone == Zone::below_wage_floor);
}

TEST_CASE("norm hours stated hold for the mix, profiles keep theirs") {
  const UnitPrices found =
      prices_of(of_two_profiles("norm_hours = 104\nunit = \"year\""), TariffUnit::year);
  CHECK(found.mix.norm_hours == exact("104"));
  CHECK(found.mix.totals[Total::cost_price] == exact("4212"));
  CHECK(found.profiles[0].totals[Total::cost_price] == exact("4374"));
}

TEST_CASE("derived prices are shares of the boundary or tariff in the unit, rounded first") {
  CaseText text = priced("norm_hours = 130\nunit = \"week\"\ntariff = 105.005");
  text.item("derived", "key = \"of_fair\"\npercent = 50\nof = \"fair_tariff\"")
      .item("derived", "key = \"of_tariff\"\npercent = 50\nof = \"tariff\"");
  const Computed subject = compute(text);
  const UnitPrices found =
      unit_prices(*subject, TariffUnit::week, subject->subject.value(Key::tariff));
  REQUIRE(found.derived.size() == 2);
  CHECK(found.derived[0].price->key == "of_fair");
  CHECK(found.derived[0].base == exact("104.29"));
  CHECK(found.derived[0].share.value == exact("52.145"));
  CHECK(found.derived[0].share.rounded == exact("52.15"));
  CHECK(found.derived[1].base == exact("105.01"));
  CHECK(found.derived[1].share.rounded == exact("52.51"));  // 52.505
  const UnitPrices without = unit_prices(*subject, TariffUnit::week, {});
  REQUIRE(without.derived.size() == 1);
  CHECK(without.derived[0].price->key == "of_fair");
}

TEST_CASE("a given cost price has no wage floor in a unit either") {
  const UnitPrices found = prices_of(
      tests::given_cost_price("40").with("contract", "norm_hours = 104"), TariffUnit::week);
  CHECK_FALSE(found.mix.totals[Total::wage_floor]);
  CHECK(found.mix.totals[Total::cost_price] == exact("80"));
}

}  // namespace billijk::core
