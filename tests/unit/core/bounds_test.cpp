#include "core/bounds.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::exact;

Exact low(const Computed& sheet, Total total) { return *(*sheet)[total]->low; }
Exact high(const Computed& sheet, Total total) { return *(*sheet)[total]->high; }

CaseText with_sickness(const std::string& sickness) {
  return CaseText{}.with("hours", "contract = 2000\nleave = 300\nsickness = " + sickness);
}

TEST_CASE("without ranges there is no low and no high") {
  const Computed sheet = compute(CaseText{});
  CHECK_FALSE(sheet->has_ranges());
  CHECK_FALSE((*sheet)[Total::cost_price]->low);
  CHECK_FALSE((*sheet)[Total::cost_price]->high);
}

TEST_CASE("one range moves every boundary to its two ends") {
  const Computed sheet = compute(with_sickness("{ value = 5, low = 4, high = 6 }"));
  CHECK(low(sheet, Total::wage_floor) == exact("54000/1620"));
  CHECK(high(sheet, Total::wage_floor) == exact("54000/1580"));
  CHECK(low(sheet, Total::cost_price) == exact("64800/1620"));
  CHECK(high(sheet, Total::ceiling) == exact("64800/1580") * exact("1.1"));
  CHECK(sheet.total(Total::cost_price) == exact("40.5"));
}

TEST_CASE("an absent end is the value") {
  const Computed sheet = compute(with_sickness("{ value = 5, high = 6 }"));
  CHECK(low(sheet, Total::wage_floor) == exact("33.75"));
  CHECK(high(sheet, Total::wage_floor) == exact("54000/1580"));
}

TEST_CASE("each boundary moves every input to the end that lowers or raises that boundary") {
  const Computed sheet = compute(
      with_sickness("{ value = 5, low = 4, high = 6 }")
          .with("wage", "hourly = { value = 20, low = 19, high = 22 }\nminimum_wage = \"none\"")
          .with("margin", "percent = { value = 4, low = 0, high = 20 }")
          .with("band", "ceiling = { value = 10, low = 5, high = 15 }"));
  CHECK(low(sheet, Total::wage_floor) == exact("54000/1620") * exact("0.95"));
  CHECK(high(sheet, Total::cost_price) == exact("64800/1580") * exact("1.1"));
  CHECK(low(sheet, Total::fair_tariff) == exact("64800/1620") * exact("0.95"));
  CHECK(high(sheet, Total::fair_tariff) == exact("64800/1580") * exact("1.32"));
  CHECK(low(sheet, Total::ceiling) == exact("64800/1620") * exact("0.95") * exact("1.05"));
  CHECK(high(sheet, Total::ceiling) == exact("64800/1580") * exact("1.32"));
}

TEST_CASE("an input may lower a boundary by going up") {
  const Computed sheet = compute(CaseText{}.with(
      "travel", "minutes_between = 10\nvisit_minutes = { value = 150, low = 120, high = 240 }"));
  CHECK(low(sheet, Total::wage_floor) == exact("33.75") * exact("25/24"));
  CHECK(high(sheet, Total::wage_floor) == exact("33.75") * exact("13/12"));
}

TEST_CASE("own lines and the volume have ranges too") {
  const Computed sheet =
      compute(CaseText{}
                  .line("key = \"subsidy\"\nelement = \"f\"\namount = { value = -1, low = -2, high "
                        "= 0 }\nper = \"billable_hour\"")
                  .line("key = \"guard\"\nelement = \"f\"\npercent = { value = 4, low = 2, high = "
                        "8 }\nof = \"wage\"")
                  .with("overhead", "amount = 0")
                  .with("obligations", "annual = 6000")
                  .with("contract", "volume = { value = 3000, low = 2000, high = 6000 }"));
  CHECK(sheet.total(Total::cost_price) == exact("35.75"));  // 33.75 - 1 + 1 + 2
  CHECK(low(sheet, Total::cost_price) == exact("33.25"));   // 33.75 - 2 + 0.5 + 1
  CHECK(high(sheet, Total::cost_price) == exact("38.75"));  // 33.75 + 0 + 2 + 3
  CHECK(low(sheet, Total::wage_floor) == exact("33.75"));   // no input moves it
}

TEST_CASE("of two ends that lower a boundary the one that lowers it more is taken") {
  // Training per head weighs more with a smaller factor; above 80 % the maximum premium wage binds.
  // A subsidy makes the price fall at both ends of the factor.
  const CaseText subject =
      CaseText{}
          .with("employer_charges",
                "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = "
                "100, whk = 0 }")
          .with("hours",
                "contract = 3000\nleave = 400\nsickness = 0\ntraining = 100\n"
                "part_time_factor = { value = 80, low = 60, high = 100 }")
          .with("wage", "hourly = 30\nminimum_wage = \"none\"")
          .line("key = \"subsidy\"\nelement = \"f\"\namount = -200000\nper = \"full_timer_year\"");
  const Exact value = compute(subject).total(Total::cost_price);
  const auto at = [&](const std::string& factor) {
    return compute(subject, {"hours.part_time_factor=" + factor}).total(Total::cost_price);
  };
  const Computed ranged = compute(subject);
  REQUIRE(at("60") < value);
  REQUIRE(at("100") < value);
  CHECK(low(ranged, Total::cost_price) == min(at("60"), at("100")));
  CHECK(high(ranged, Total::cost_price) == value);
}

TEST_CASE("bounds are computed with the rounding of the case, ends are found without") {
  const Computed sheet = compute(with_sickness("{ value = 5, low = 4.9, high = 6 }")
                                     .with("rounding", "step = 1\nat = \"line\""));
  // Unrounded the low end lowers; with every line rounded it makes no difference.
  CHECK(low(sheet, Total::wage_floor) == exact("35"));
  CHECK(high(sheet, Total::wage_floor) ==
        exact("35"));  // 28 x 300 / 1580 = 5.3, 28 x 120 / 1580 = 2.1
}

TEST_CASE("an end at which nothing can be computed is an error that names it") {
  const Diagnostics errors =
      compute(CaseText{}.with("hours",
                              "contract = 1000\nleave = { value = 300, high = 980 }\n"
                              "sickness = { value = 5, high = 75 }"))
          .errors();
  REQUIRE(tests::codes(errors) == "E043 E043");
  CHECK(errors[0].key == "hours.leave");
  CHECK(tests::argument(errors[0], "ends") == "hours.leave.high = 980");
  CHECK(tests::argument(errors[0], "reason") == "@trouble_no_attendance");
  CHECK(tests::argument(errors[1], "ends") == "hours.sickness.high = 75");
}

TEST_CASE("an end that leaves nothing, or divides by nothing, says so") {
  const Diagnostics shares =
      compute(
          CaseText{}.with("overhead", "percent = { value = 20, high = 100 }\nof = \"cost_price\""))
          .errors();
  REQUIRE(tests::codes(shares) == "E043");
  CHECK(tests::argument(shares[0], "reason") == "@trouble_nothing_left");
  const Diagnostics volume = compute(CaseText{}
                                         .with("obligations", "annual = 1")
                                         .with("contract", "volume = { value = 9, low = 0 }"))
                                 .errors();
  REQUIRE(tests::codes(volume) == "E043");
  CHECK(tests::argument(volume[0], "reason") == "@trouble_no_volume");
}

TEST_CASE("ends that fail only together are named together") {
  const Diagnostics errors =
      compute(CaseText{}.with("hours",
                              "contract = 1000\nleave = { value = 300, high = 600 }\n"
                              "sickness = { value = 5, high = 50 }"))
          .errors();
  REQUIRE(tests::codes(errors) == "E043");
  CHECK(tests::argument(errors[0], "ends") == "hours.leave.high, hours.sickness.high");
}

TEST_CASE("ranged inputs are listed in the order of the file format, own lines last") {
  const Computed sheet = compute(
      with_sickness("{ value = 5, low = 4 }")
          .with("margin", "percent = { value = 1, high = 2 }")
          .with("wage", "hourly = { value = 20, low = 19 }\nminimum_wage = \"none\"")
          .line(
              "key = \"own\"\nelement = \"f\"\npercent = { value = 1, high = 2 }\nof = \"wage\""));
  std::string keys;
  for (const Slot slot : sheet->ranged) keys += slot.name(sheet->subject) + ' ';
  CHECK(keys == "wage.hourly hours.sickness margin.percent line.own.percent ");
}

}  // namespace
}  // namespace billijk::core
