#include "core/case/keys.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "core/number/rounding.hpp"
#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::decimal;

bool allowed(Key key, std::string_view value) { return allows(facts_of(key), decimal(value)); }

TEST_CASE("every key is found by its path, and no two share one") {
  std::set<std::string_view> paths;
  for (std::size_t i = 0; i < key_count; ++i) {
    const std::string_view path = path_of(key_at(i));
    CAPTURE(std::string{path});
    CHECK(key_of(path) == key_at(i));
    CHECK(paths.insert(path).second);
  }
}

TEST_CASE("a path at which no number stands has no key") {
  CHECK_FALSE(key_of("hours"));
  CHECK_FALSE(key_of("wage.scale"));
  CHECK_FALSE(key_of("hours.sicknes"));
  CHECK_FALSE(key_of(""));
}

TEST_CASE("what is taken for a number is one it could be, and nothing for what is asked for") {
  for (const Key key : all_keys) {
    const KeyFacts& facts = facts_of(key);
    CAPTURE(std::string{facts.path});
    if (facts.taken.empty()) continue;
    CHECK(allows(facts, default_of(key)));
    CHECK_FALSE(facts.required);
  }
  CHECK(default_of(Key::rounding_step) == Rounding{}.step);
  CHECK(default_of(Key::leave).is_zero());
}

TEST_CASE("percentages go from 0 to 100") {
  CHECK(allowed(Key::sickness, "0"));
  CHECK(allowed(Key::sickness, "100"));
  CHECK_FALSE(allowed(Key::sickness, "-0.000000000001"));
  CHECK_FALSE(allowed(Key::sickness, "100.000000000001"));
}

TEST_CASE("money and hours are not below zero") {
  CHECK(allowed(Key::leave, "0"));
  CHECK(allowed(Key::wage_hourly, "999999999999"));
  CHECK_FALSE(allowed(Key::leave, "-0.01"));
  CHECK_FALSE(allowed(Key::tariff, "-0.01"));
}

TEST_CASE("contract hours go from 1 to 3000") {
  CHECK(allowed(Key::contract_hours, "1"));
  CHECK(allowed(Key::contract_hours, "3000"));
  CHECK_FALSE(allowed(Key::contract_hours, "0.99"));
  CHECK_FALSE(allowed(Key::contract_hours, "3000.01"));
}

TEST_CASE("what is divided by has to be above zero") {
  const Key key =
      GENERATE(Key::part_time_factor, Key::visit_minutes, Key::rounding_step, Key::norm_hours);
  CHECK_FALSE(allowed(key, "0"));
  CHECK(allowed(key, "0.000000000001"));
}

TEST_CASE("a volume may be zero, as long as nothing divides by it") {
  CHECK(allowed(Key::volume, "0"));
}

TEST_CASE("ranges stand on the inputs of the price and nowhere else") {
  for (const Key key : {Key::tariff, Key::norm_hours, Key::subcontracting_fee, Key::rounding_step,
                        Key::given_cost_price}) {
    CHECK_FALSE(facts_of(key).ranged);
  }
  for (const Key key : {Key::wage_hourly, Key::whk, Key::leave, Key::visit_minutes,
                        Key::band_ceiling, Key::margin_percent, Key::margin_amount, Key::volume}) {
    CHECK(facts_of(key).ranged);
  }
}

TEST_CASE("the euro figures the case states itself are indexed, and no others") {
  const std::set<Key> priced{Key::wage_hourly,       Key::kilometre_rate,  Key::travel_expenses,
                             Key::training_expenses, Key::overhead_amount, Key::obligation_amount,
                             Key::obligation_annual, Key::margin_amount};
  for (std::size_t i = 0; i < key_count; ++i) {
    CAPTURE(std::string{path_of(key_at(i))});
    CHECK(facts_of(key_at(i)).priced == priced.contains(key_at(i)));
  }
}

TEST_CASE("units have the names machines read") {
  CHECK(unit_name(Unit::eur) == "EUR");
  CHECK(unit_name(Unit::eur_per_hour) == "EUR per hour");
  CHECK(unit_name(Unit::eur_per_km) == "EUR per km");
  CHECK(unit_name(Unit::eur_per_year) == "EUR per year");
  CHECK(unit_name(Unit::percent) == "%");
  CHECK(unit_name(Unit::hours_per_year) == "hours per year");
  CHECK(unit_name(Unit::minutes_per_hour) == "minutes per hour");
  CHECK(unit_name(Unit::minutes) == "minutes");
  CHECK(unit_name(Unit::km_per_hour) == "km per hour");
  CHECK(unit_name(Unit::none).empty());
}

TEST_CASE("only a percentage shifts its digits to become a share") {
  CHECK(shift_of(Unit::percent) == 2);
  CHECK(shift_of(Unit::eur_per_hour) == 0);
}

}  // namespace
}  // namespace billijk::core
