#include "core/number/exact.hpp"

#include <catch2/catch.hpp>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::decimal;
using tests::exact;

TEST_CASE("a percentage becomes exactly the share it is") {
  CHECK(Exact{decimal("8.33"), 2}.rational() == mpq_class{833, 10000});
  CHECK(Exact{decimal("-7.5"), 2}.rational() == mpq_class{-3, 40});
  CHECK(Exact{decimal("1878")}.rational() == 1878);
}

TEST_CASE("the longest decimals there are stay exact") {
  CHECK(Exact{decimal("999999999999.999999999999")}.rational() ==
        mpq_class{"999999999999999999999999/1000000000000"});
  CHECK(Exact{decimal("-123456789012.345678901234"), 2}.rational() ==
        mpq_class{"-61728394506172839450617/50000000000000"});
}

TEST_CASE("a third times three is one") {
  const Exact third = Exact{1} / Exact{3};
  CHECK(third * Exact{3} == Exact{1});
  CHECK(third + third + third == Exact{1});
  CHECK(third - third == Exact{0});
  CHECK(-third == Exact{-1} / Exact{3});
}

TEST_CASE("exact numbers are in order") {
  CHECK(exact("1/3") < exact("0.333333333334"));
  CHECK(exact("1/3") > exact("0.333333333333"));
  CHECK(max(exact("-1"), exact("-1/3")) == exact("-1/3"));
  CHECK(max(exact("2"), exact("-1/3")) == exact("2"));
  CHECK(min(exact("-1"), exact("-1/3")) == exact("-1"));
  CHECK(min(exact("2"), exact("3")) == exact("2"));
  CHECK(abs(exact("-1/3")) == exact("1/3"));
  CHECK(abs(exact("1/3")) == exact("1/3"));
}

TEST_CASE("the sign of an exact number is always certain") {
  CHECK(exact("-0.000000000001").certain_sign() == -1);
  CHECK(exact("0").certain_sign() == 0);
  CHECK(exact("1/3").certain_sign() == 1);
  CHECK(exact("0").is_zero());
}

struct Shown {
  const char* value;
  int decimals;
  const char* text;
};

TEST_CASE("fixed shows exactly so many decimals, halves away from zero") {
  const Shown shown = GENERATE(values<Shown>({
      {"1/3", 2, "0.33"},
      {"2/3", 2, "0.67"},
      {"-2/3", 2, "-0.67"},
      {"0.005", 2, "0.01"},
      {"-0.005", 2, "-0.01"},
      {"-0.004", 2, "0.00"},
      {"1/2", 0, "1"},
      {"-1/2", 0, "-1"},
      {"1.5", 0, "2"},
      {"1234.5", 3, "1234.500"},
      {"0.05", 1, "0.1"},
      {"99.995", 2, "100.00"},
      {"0", 2, "0.00"},
      {"12", 12, "12.000000000000"},
  }));
  CAPTURE(shown.value, shown.decimals);
  CHECK(fixed(exact(shown.value), shown.decimals) == shown.text);
}

TEST_CASE("shortest leaves out the zeros nobody needs") {
  const Shown shown = GENERATE(values<Shown>({
      {"8.330", 12, "8.33"},
      {"1/3", 4, "0.3333"},
      {"2/3", 4, "0.6667"},
      {"100", 12, "100"},
      {"100", 0, "100"},
      {"-0.10", 12, "-0.1"},
      {"0", 12, "0"},
      {"-0.001", 2, "0"},
      {"1/3", 12, "0.333333333333"},
  }));
  CAPTURE(shown.value, shown.decimals);
  CHECK(shortest(exact(shown.value), shown.decimals) == shown.text);
}

TEST_CASE("it is known whether so many decimals write a number exactly") {
  CHECK(is_written_by(exact("1/8"), 3));
  CHECK_FALSE(is_written_by(exact("1/8"), 2));
  CHECK_FALSE(is_written_by(exact("1/3"), 12));
  CHECK(is_written_by(exact("-7"), 0));
}

}  // namespace
}  // namespace billijk::core
