#include "core/formula/labour.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::charges;
using tests::charges_row;
using tests::compute;
using tests::compute_with;
using tests::Computed;
using tests::exact;
using tests::minimum;
using tests::pension;
using tests::pension_row;
using tests::scale;
using tests::with_charges;

// 2026 has 181 days before 1 July and 184 from then on.
const CaseText mixed =
    CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }");

Computed charged(const CaseText& subject) {
  return compute_with(subject, {charges({{"2026-01-01", charges_row()}}),
                                pension({{"2026-01-01", pension_row()}})});
}

TEST_CASE("each step is raised to the minimum wage of the day, then weighted by mix and days") {
  const Computed sheet =
      compute_with(mixed, {scale({{"2026-01-01", "steps = { \"0\" = 10, \"5\" = 20 }"},
                                  {"2026-07-01", "steps = { \"0\" = 15, \"5\" = 25 }"}}),
                           minimum({{"2026-01-01", "hour = 12"}, {"2026-04-01", "hour = 14"}})});
  // 90 days of 0.2 x 12 + 0.8 x 20, 91 of 0.2 x 14 + 0.8 x 20, 184 of 0.2 x 15 + 0.8 x 25.
  CHECK(sheet.line("wage") == exact("7598.8/365"));
}

TEST_CASE("an hourly wage is raised to the minimum wage on the days it is below it") {
  const CaseText subject = CaseText{}.with("wage", "hourly = 14.5");
  const Computed sheet =
      compute_with(subject, {minimum({{"2026-01-01", "hour = 14"}, {"2026-07-01", "hour = 15"}})});
  CHECK(sheet.line("wage") == exact("5384.5/365"));  // 181 x 14.5 + 184 x 15
}

TEST_CASE("without a minimum wage an hourly wage stays as it is") {
  CHECK(compute(CaseText{}.with("wage", "hourly = 2\nminimum_wage = \"none\"")).line("wage") ==
        exact("2"));
}

TEST_CASE("supplements build on the wage in the order of the model") {
  const Computed sheet = compute(CaseText{}.with(
      "supplements", "irregular_hours = 10\nholiday_allowance = 8\nyear_end_bonus = 5"));
  CHECK(sheet.line("irregular_hours") == exact("2"));
  CHECK(sheet.line("holiday_allowance") == exact("1.76"));
  CHECK(sheet.line("year_end_bonus") == exact("1"));
  CHECK(sheet->sheet.first.labour.gross.number() == exact("24.76"));
}

TEST_CASE("the year-end bonus has the base the case states") {
  const auto bonus = [](const std::string& base) {
    return compute(
               CaseText{}.with("supplements",
                               "irregular_hours = 10\nholiday_allowance = 8\nyear_end_bonus = 5\n"
                               "year_end_bonus_base = \"" +
                                   base + '"'))
        .line("year_end_bonus");
  };
  CHECK(bonus("wage") == exact("1"));
  CHECK(bonus("wage_and_irregular") == exact("1.1"));
  CHECK(bonus("wage_and_holiday_allowance") == exact("1.188"));
}

TEST_CASE("one percentage for all charges is of gross and stands under social") {
  const Computed sheet = compute(CaseText{});
  CHECK(sheet.line("social") == exact("5.4"));
  CHECK(sheet.line("pension") == exact("0"));
  CHECK(sheet->sheet.first.labour.labour.number() == exact("27"));
}

TEST_CASE("the pension premium is of what lies above each franchise, and shared") {
  // 0.25 x (21.60 - 10) + 0.01 x (21.60 - 15) = 2.966.
  CHECK(charged(with_charges()).line("pension") == exact("1.483"));
}

TEST_CASE("below the franchise there is no premium") {
  const Computed sheet = compute_with(
      with_charges(),
      {charges({{"2026-01-01", charges_row()}}), pension({{"2026-01-01", pension_row("60000")}})});
  CHECK(sheet.line("pension") == exact("0.033"));  // the AP part alone
}

TEST_CASE("social premiums are of the pay after the employee's pension premium") {
  CHECK(charged(with_charges()).line("social") == exact("3.21872"));  // 16 % of 21.60 - 1.483
}

TEST_CASE("social premiums are of gross where the case says so") {
  CHECK(charged(with_charges(", base = \"gross\"")).line("social") == exact("3.456"));
}

TEST_CASE("the case's own whk goes before the average of the preset") {
  CHECK(charged(with_charges(", whk = 0.5, base = \"gross\"")).line("social") ==
        exact("3.24"));  // 15 %
}

TEST_CASE("a large employer pays the higher Aof, and a sector premium counts where a row has one") {
  const CaseText large = CaseText{}.with(
      "employer_charges",
      "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = 0 }");
  CHECK(compute_with(large, {charges({{"2026-01-01", charges_row()}})}).line("social") ==
        exact("4.536"));  // 21 %
  CHECK(compute_with(large, {charges({{"2026-01-01", charges_row() + "\nsector = 1.5"}})})
            .line("social") == exact("4.86"));  // 22.5 %
}

TEST_CASE("social premiums stop at the maximum premium wage, which is per person") {
  const auto social = [](const std::string& hours) {
    return compute_with(with_charges("", hours), {charges({{"2026-01-01", charges_row("30000")}}),
                                                  pension({{"2026-01-01", pension_row()}})})
        .line("social");
  };
  CHECK(social("") == exact("2.4"));                           // 16 % of 30000 / 2000
  CHECK(social("part_time_factor = 80") == exact("3"));        // 16 % of 30000 / 1600
  CHECK(social("part_time_factor = 50") == exact("3.21872"));  // 30000 / 1000 lies above the pay
}

TEST_CASE("percentages, maxima and franchises are applied day by day, never averaged") {
  const Computed sheet = compute_with(
      with_charges(),
      {charges({{"2026-01-01", charges_row("30000")}, {"2026-07-01", charges_row("50000", "8")}}),
       pension({{"2026-01-01", pension_row("60000")}, {"2026-07-01", pension_row()}})});
  CHECK(sheet.line("pension") ==
        (exact("181") * exact("0.033") + exact("184") * exact("1.483")) / exact("365"));
  // 16 % of 15, then 18 % of 20.117.
  CHECK(sheet.line("social") ==
        (exact("181") * exact("2.4") + exact("184") * exact("3.62106")) / exact("365"));
}

TEST_CASE("rounded line by line, gross and labour are sums of rounded lines") {
  const Computed sheet = charged(with_charges()
                                     .with("wage", "hourly = 20.055\nminimum_wage = \"none\"")
                                     .with("rounding", "at = \"line\""));
  CHECK(sheet.line("wage") == exact("20.06"));
  CHECK(sheet.line("holiday_allowance") == exact("1.6"));  // 1.6048
  CHECK(sheet->sheet.first.labour.gross.number() == exact("21.66"));
  // The premium 0.25 x 11.66 + 0.01 x 6.66 = 2.9816 is not rounded inside social.
  CHECK(sheet.line("social") == exact("3.23"));   // 16 % of 21.66 - 1.4908 = 3.227072
  CHECK(sheet.line("pension") == exact("1.49"));  // 1.4908
  CHECK(sheet->sheet.first.labour.labour.number() == exact("26.38"));
}

TEST_CASE("social and pension are rounded after they are averaged over the days") {
  const Computed sheet = compute_with(
      with_charges().with("rounding", "at = \"line\"\nstep = 1"),
      {charges({{"2026-01-01", charges_row("30000")}, {"2026-07-01", charges_row("50000", "8")}}),
       pension({{"2026-01-01", pension_row("39760")}, {"2026-07-01", pension_row("34960")}})});
  // Gross 20 + 2 = 22: pension 0.3 and 0.6, mean 0.451; rounded day by day 0 and 1, mean 0.504.
  CHECK(sheet.line("pension") == exact("0"));
  // 16 % of 15 = 2.4 and 18 % of 21.4 = 3.852, mean 3.13.
  CHECK(sheet.line("social") == exact("3"));
}

}  // namespace
}  // namespace billijk::core
