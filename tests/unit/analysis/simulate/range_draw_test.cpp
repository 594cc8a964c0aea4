#include "analysis/simulate/range_draw.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Distribution;
using tests::decimal;

RangeDraw draw_of(std::string_view low, std::string_view value, std::string_view high,
                  Distribution distribution = Distribution::triangular) {
  core::Input input{.value = decimal(value)};
  input.low = decimal(low);
  input.high = decimal(high);
  input.distribution = distribution;
  return {core::Key::wage_hourly, "key", input};
}

TEST_CASE("the grid of a draw is the coarsest power of ten with a million steps") {
  CHECK(draw_of("6", "7.5", "9").grid() == decimal("0.000001"));
  CHECK(draw_of("0", "5", "10").grid() == decimal("0.00001"));
  CHECK(draw_of("0", "400000", "1000000").grid() == decimal("1"));
  CHECK(draw_of("0", "0.000000000001", "0.000000000002").grid() == decimal("0.000000000001"));
  CHECK(draw_of("0.123456789", "1", "2").grid() == decimal("0.000000001"));
  // More steps than a double tells apart: the grid gives way, the low end stays where it is.
  const RangeDraw wide = draw_of("0.000000000001", "5", "999999999999");
  CHECK(wide.grid() == decimal("0.001"));
  CHECK(wide.decimal(0) == decimal("0.000000000001"));
}

TEST_CASE("a triangular draw is the inverse of its distribution") {
  const RangeDraw draw = draw_of("0", "2", "10");
  // F(1) = 1 / (10 x 2), F(2) = 2/10, F(6) = 1 - 16 / (10 x 8).
  CHECK(draw.decimal(draw.offset(0.05)) == decimal("1"));
  CHECK(draw.decimal(draw.offset(0.2)) == decimal("2"));
  CHECK(draw.decimal(draw.offset(0.8)) == decimal("6"));
  CHECK(draw.decimal(draw.offset(0x1p-53)) == decimal("0"));
  CHECK(draw.decimal(draw.offset(1 - 0x1p-53)) == decimal("10"));
}

TEST_CASE("a value on an end makes a triangle with one side") {
  const RangeDraw rising = draw_of("4", "8", "8");
  CHECK(rising.decimal(rising.offset(0.25)) == decimal("6"));
  const RangeDraw falling = draw_of("4", "4", "8");
  CHECK(falling.decimal(falling.offset(0.75)) == decimal("6"));
}

TEST_CASE("a uniform draw has every step of its grid, both ends too") {
  const RangeDraw draw = draw_of("0", "0.000000000001", "0.000000000003", Distribution::uniform);
  CHECK(draw.offset(0x1p-53) == 0);
  CHECK(draw.offset(0.24) == 0);
  CHECK(draw.offset(0.26) == 1);
  CHECK(draw.offset(0.51) == 2);
  CHECK(draw.offset(0.76) == 3);
  CHECK(draw.offset(1 - 0x1p-53) == 3);
}

TEST_CASE("a draw is the same number, exact and filtered") {
  for (const RangeDraw& draw : {draw_of("6", "7.5", "9"), draw_of("-0.3", "-0.1", "0.7"),
                                draw_of("0.000000000001", "5", "999999999999")}) {
    for (const double uniform : {0x1p-53, 0.1, 0.123456, 0.5, 0.9999, 1 - 0x1p-53}) {
      const std::int64_t offset = draw.offset(uniform);
      CHECK(tests::holds(draw.filtered(offset), core::Exact{draw.decimal(offset)}));
      CHECK(draw.decimal(offset) >= draw.low());
      CHECK(draw.decimal(offset) <= draw.high());
      CHECK(draw.coarse(offset) < std::int64_t{1} << 40);
    }
  }
}

TEST_CASE("a range of which one end has more digits than a double is taken with its error") {
  // In steps of a millionth one end is 2^53 + 1.
  const RangeDraw up = draw_of("1", "2", "9007199254.740993");
  const std::int64_t last = up.offset(1);
  CHECK(up.decimal(last) == decimal("9007199254.740993"));
  CHECK(tests::holds(up.filtered(last), core::Exact{up.decimal(last)}));
  const RangeDraw down = draw_of("-9007199254.740993", "-2", "-1");
  CHECK(down.decimal(0) == decimal("-9007199254.740993"));
  CHECK(tests::holds(down.filtered(0), core::Exact{down.decimal(0)}));
}

TEST_CASE("only numbers with room between their ends are drawn") {
  const auto loaded =
      tests::load(tests::CaseText{}
                      .with("hours",
                            "contract = 2000\nleave = { value = 300, low = 300, high = 300 }\n"
                            "sickness = { value = 5, high = 8, distribution = \"uniform\" }")
                      .line("key = \"gloves\"\nelement = \"f\"\nper = \"billable_hour\"\namount = "
                            "{ value = 0.1, low = 0 }")
                      .text());
  REQUIRE(loaded);
  const std::vector<RangeDraw> inputs = drawn_inputs(loaded->subject);
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0].key() == "hours.sickness");
  CHECK(inputs[0].low() == decimal("5"));
  CHECK(inputs[0].distribution() == Distribution::uniform);
  CHECK(inputs[1].key() == "line.gloves.amount");
  CHECK(inputs[1].distribution() == Distribution::triangular);
}

}  // namespace
}  // namespace billijk::analysis
