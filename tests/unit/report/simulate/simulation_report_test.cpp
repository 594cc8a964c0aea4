#include "report/simulate/simulation_report.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/audit_reports.hpp"
#include "unit/simulated.hpp"

namespace billijk::report {
namespace {

using core::TariffUnit;
using core::Total;
using tests::below;
using tests::dutch;
using tests::english;
using tests::exact;
using tests::line_of;
using tests::line_with;
using tests::says;
using tests::Simulated;
using tests::with_tariff;
using tests::with_two_ranges;

std::string told(const Simulated& simulated, const Format& format = english) {
  return tests::told(simulation_document(simulated.result(), format), format);
}
std::string headline(const Simulated& simulated, const Format& format = english) {
  return line_of(told(simulated, format), 0);
}

const std::string spread =
    "(neutral) Cost price: in 90 % of the draws (1,000) between € 40.00 and € 44.00 per hour; "
    "the median is € 42.00.";

}  // namespace

TEST_CASE(
    "the headline gives nine of ten, the median, and with a tariff how often it covers them") {
  CHECK(headline(Simulated{with_two_ranges()}) == spread);
  Simulated judged{with_two_ranges(), with_tariff("41.5")};
  judged.chance("1", "0.8516", "0.9", "0.75");
  CHECK(headline(judged) ==
        spread + " € 41.50 per hour covers the cost price in about 85 % of the draws.");
  CHECK(headline(judged, dutch) ==
        "(neutral) Kostprijs: in 90 % van de trekkingen (1.000) tussen € 40,00 en € 44,00 per "
        "uur; de mediaan is € 42,00. € 41,50 per uur dekt de kostprijs in ongeveer 85 % van de "
        "trekkingen.");
  Simulated floor{with_two_ranges(), {.seed = 1, .boundary = Total::wage_floor, .tariff = {}}};
  CHECK(headline(floor) ==
        "(neutral) Wage floor: in 90 % of the draws (1,000) between € 30.00 and € 34.00 per hour; "
        "the median is € 32.00.");
}

TEST_CASE("a tariff in another unit is told per hour too, unless that moves with the draws") {
  Simulated month{with_two_ranges("norm_hours = 100"), with_tariff("300.125", TariffUnit::month)};
  month.chance("0", "0", "1", "0");
  CHECK(says(headline(month), " € 300.125 per month (€ 36.015 per hour) covers"));
  Simulated sum{with_two_ranges("volume = 1000"), with_tariff("40000", TariffUnit::lump_sum)};
  sum.chance("0", "0", "1", "0");
  CHECK(*hourly_tariff(sum.result()) == exact("40"));
  Simulated drawn{with_two_ranges("volume = { value = 1000, low = 900, high = 1100 }"),
                  with_tariff("40000", TariffUnit::lump_sum)};
  drawn.chance("0", "0", "1", "0");
  CHECK_FALSE(hourly_tariff(drawn.result()));
  CHECK(says(headline(drawn), " € 40,000.00 a year for the whole contract covers"));
  CHECK_FALSE(says(told(drawn), "◄ tariff"));
}

TEST_CASE("means have the decimals of the rounding, and of one draw no error is known") {
  Simulated simulated{with_two_ranges()};
  simulated[Total::ceiling].standard_error.reset();
  CHECK(says(told(simulated),
             "[Boundary | Mean | ± | 5 % | 25 % | Median | 75 % | 95 %]\n"
             "Wage floor | 32.12 | 0.01 | 30.00 | 31.00 | 32.00 | 33.00 | "
             "34.00\n"
             "*Cost price | 42.12 | 0.01 | 40.00 | 41.00 | 42.00 | 43.00 | "
             "44.00\n"
             "Fair tariff | 52.12 | 0.01 | 50.00 | 51.00 | 52.00 | 53.00 | "
             "54.00\n"
             "Ceiling | 62.12 |  | 60.00 | 61.00 | 62.00 | 63.00 | 64.00\n"
             "Euros per hour, 1,000 draws with seed 1."));
  CHECK_FALSE(says(told(simulated), "counted together"));
  simulated[Total::wage_floor].steps_per_count = 4096;
  CHECK(says(told(simulated),
             "The figures are so far apart that up to 4,096 steps are counted together: "
             "quantiles are no finer than that."));
}

TEST_CASE("a chance that is not whole never shows as 0 or 100 %") {
  Simulated simulated{with_two_ranges("volume = 1000\nsubcontracting_fee = 5.5"),
                      with_tariff("41.5")};
  simulated.chance("1", "0.99999", "0.00001", "1/3");
  simulated.chance("0", "0.999999999", "0.5", "0.5");
  const std::string text = told(simulated);
  CHECK(says(text,
             "[€ 41.50 per hour | Of the draws | ±]\n"
             "  covers the wage floor | 100 % | 1\n"
             "  covers the cost price | 99.999 % | 1\n"
             "  is not above the ceiling | 0.001 % | 1\n"
             "  *is fair: all three | 33 % | 1\n"
             "[After the lead provider has kept 5.5 % | Of the draws | ±]\n"
             "  covers the wage floor | 0 % | 1\n"
             "  covers the cost price | 99.9999999 % | 1\n"));
  CHECK_FALSE(says(told(Simulated{with_two_ranges()}), "covers the wage floor"));
}

TEST_CASE("bars are as long as their draws, the least visible, and show the case and the tariff") {
  Simulated simulated{with_two_ranges(), with_tariff("42.004")};
  simulated.chance("1", "1", "1", "1");
  simulated[Total::cost_price].histogram = {{exact("9.50"), exact("9.50"), 1},
                                            {exact("40.50"), exact("41.99"), 640},
                                            {exact("42"), exact("42"), 320},
                                            {exact("42.01"), exact("43"), 0}};
  const auto bar = [](int length) {
    std::string text;
    for (int i = 0; i < length; ++i) text += "█";
    return text;
  };
  // The tariff lies in the class of the cent below it.
  CHECK(below(told(simulated), "Cost price per hour, in % of the draws") ==
        ">          9.50  ▏ 0.10 %\n> 40.50 – 41.99  " + bar(32) +
            " 64.00 %  ◄ the case itself\n>         42.00  " + bar(16) +
            " 32.00 %  ◄ tariff\n> 42.01 – 43.00   0.00 %\n");
  CHECK(says(told(simulated, dutch), "> 40,50 – 41,99  " + bar(32) + " 64,00 %  ◄ de casus zelf"));
}

TEST_CASE("inputs come as they are given, with the decimals of their range and what they move") {
  Simulated simulated{with_two_ranges("volume = { value = 1000, low = 900, high = 1100 }")};
  simulated.input(0, exact("0.91234"), 1);
  simulated.input(1, exact("0.05"), -1);
  simulated.input(2, exact("0"), 0);
  const std::string heading = "Cost price: what drives the spread";
  const std::string text = below(told(simulated), heading);
  CHECK(text ==
        "[Input | Low | Value | High | If higher | Share]\n"
        "Hourly wage, euros per paid hour | 16 | 20 | 22 | rises | 91.2 %\n"
        "Sickness, % of the hours (uniform) | 4.00 | 5.00 | 6.25 | falls | 5.0 %\n"
        "Volume of the contract, billable hours per year | 900 | 1,000 | 1,100 |  | 0.0 %\n"
        "Shares of the variance of the cost price: the square of the correlation of each input "
        "with it. Together 96.2 %; the difference from 100 % comes from non-linear effects, "
        "interaction and chance.\n"
        "Each input is drawn independently of the others, from low over value to high (triangular) "
        "unless marked uniform. Figures that move together in reality make the spread wider or "
        "narrower than here.\n"
        "Chances are no better than the ranges they rest on. Assumed or still to be filled in: "
        "sickness and volume of the contract.\n");
  CHECK(says(told(simulated, dutch),
             "\nZiekteverzuim, % van de uren (gelijkmatig) | 4,00 | 5,00 | 6,25 | daalt"));
  Simulated still{with_two_ranges()};
  still.input(0, {}, 0);
  CHECK(below(told(still), heading)
            .starts_with("[Input | Low | Value | High | If higher | Share]\n"
                         "Hourly wage, euros per paid hour | 16 | 20 | 22 |  | \n"
                         "Each input is drawn independently of the others"));
}

TEST_CASE("ranges that somebody assumed are named at the end, and those with a source are not") {
  CHECK(says(told(Simulated{with_two_ranges()}),
             "\nChances are no better than the ranges they rest on. Assumed or still to be "
             "filled in: sickness.\n"));
  tests::CaseText text = with_two_ranges();
  text.with("hours", "contract = 2000\nleave = 300\nsickness = 5");
  CHECK_FALSE(says(told(Simulated{text}), "Chances are no better"));
}

}  // namespace billijk::report
