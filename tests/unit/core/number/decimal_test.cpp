#include "core/number/decimal.hpp"

#include <catch2/catch.hpp>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::decimal;

struct Written {
  const char* literal;
  const char* text;
};

TEST_CASE("a decimal literal keeps the digits that were written") {
  const Written written = GENERATE(values<Written>({
      {"8.33", "8.33"},
      {"1878", "1878"},
      {"+7.50", "7.5"},
      {"-0.5", "-0.5"},
      {"-12.340", "-12.34"},
      {"1_878.1_2", "1878.12"},
      {"0", "0"},
      {"-0", "0"},
      {"0.000", "0"},
      {"0e999999", "0"},
      {"1e3", "1000"},
      {"15E-1", "1.5"},
      {"1.5e-2", "0.015"},
      {"2.5e+2", "250"},
      {"12345678901.5e1", "123456789015"},
      {"0.1", "0.1"},
      {"0.000000000001", "0.000000000001"},
      {"999999999999.999999999999", "999999999999.999999999999"},
      {"-999999999999.999999999999", "-999999999999.999999999999"},
  }));
  CAPTURE(written.literal);
  const DecimalResult read = parse_decimal(written.literal);
  REQUIRE(read.value);
  CHECK(read.value->text() == written.text);
}

TEST_CASE("zeros before and behind a decimal do not count as digits") {
  CHECK(decimal("0000000000000000000001.50000000000000000000") == decimal("1.5"));
  CHECK(decimal("100000000000e-1").text() == "10000000000");
}

TEST_CASE("what is not written as a decimal is not a number") {
  const std::string text =
      GENERATE("", "+", "-", ".5", "5.", "1,5", "nan", "inf", "-inf", "0x10", "_1", "1_", "1__0",
               "1._5", "1.5_", "1e", "1e+", "1e1.5", "1e-+2", "1e+-2", "--1", "1 ", " 1", "1a");
  CAPTURE(text);
  const DecimalResult read = parse_decimal(text);
  CHECK_FALSE(read.value);
  CHECK(read.error == DecimalError::not_a_number);
}

TEST_CASE("more than 12 digits before or 12 after the point are too many") {
  const std::string text =
      GENERATE("1000000000000", "1234567890123", "1e12", "0.0000000000001", "1e-13",
               "1.0000000000001", "1e99999999999999999999", "1e-99999999999999999999");
  CAPTURE(text);
  const DecimalResult read = parse_decimal(text);
  CHECK_FALSE(read.value);
  CHECK(read.error == DecimalError::too_many_digits);
}

TEST_CASE("a coefficient and a scale are brought to their shortest form") {
  CHECK(Decimal::of(1200, 3) == decimal("1.2"));
  CHECK(Decimal::of(-500, 2) == Decimal{-5});
  CHECK(Decimal::of(0, 5) == Decimal{});
  CHECK(Decimal::of(0, 5).scale() == 0);
  CHECK(decimal("1.20").scale() == 1);
  CHECK(decimal("1.20").coefficient() == 12);
}

TEST_CASE("decimals are compared by what they are worth") {
  CHECK(decimal("0.5") < decimal("0.51"));
  CHECK(decimal("-1") < decimal("0.1"));
  CHECK(decimal("-0.2") < decimal("-0.1"));
  CHECK(decimal("999999999998.999999999999") < decimal("999999999999"));
  CHECK(decimal("2.50") == decimal("2.5"));
  CHECK(decimal("2.5") >= decimal("2.5"));
}

TEST_CASE("zero and whole numbers are known as such") {
  CHECK(decimal("0.0").is_zero());
  CHECK_FALSE(decimal("0.01").is_zero());
  CHECK(decimal("7.0").is_whole());
  CHECK_FALSE(decimal("7.5").is_whole());
}

}  // namespace
}  // namespace billijk::core
