#include "core/resolve.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::compute_with;
using tests::Computed;
using tests::exact;
using tests::minimum;
using tests::scale;

const CaseText mixed =
    CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }");
const std::string steps = "steps = { \"0\" = 15, \"5\" = 20 }";

std::string used(const Computed& sheet) {
  std::string list;
  for (const UsedFigure& figure : sheet->resolution.used) {
    list +=
        figure.key() + (figure.binds ? " = " : " (does not bind) = ") + figure.value.text() + '\n';
  }
  return list;
}

/// The codes of the warnings, those of a case without presets left out.
std::string warned(const CaseText& subject, std::vector<Preset> presets) {
  return codes(compute_with(subject, std::move(presets))->warnings);
}

TEST_CASE(
    "every preset figure a calculation used is listed, a minimum wage with whether it binds") {
  const Computed sheet = compute_with(
      mixed, {scale({{"2025-07-01", steps}, {"2026-07-01", "steps = { \"0\" = 16, \"5\" = 21 }"}}),
              minimum({{"2026-01-01", "hour = 14"}, {"2026-10-01", "hour = 16.5"}})});
  CHECK(used(sheet) ==
        "nl/cao-vvt-hbh@2025-07-01.steps.0 = 15\n"
        "nl/cao-vvt-hbh@2025-07-01.steps.5 = 20\n"
        "nl/minimum-wage@2026-01-01.hour (does not bind) = 14\n"
        "nl/cao-vvt-hbh@2026-07-01.steps.0 = 16\n"
        "nl/cao-vvt-hbh@2026-07-01.steps.5 = 21\n"
        "nl/minimum-wage@2026-10-01.hour = 16.5\n");
}

TEST_CASE("a minimum wage that binds on one day only, binds") {
  const Computed sheet = compute_with(
      mixed, {scale({{"2025-07-01", "steps = { \"0\" = 13, \"5\" = 20 }"}, {"2026-07-01", steps}}),
              minimum({{"2026-01-01", "hour = 14"}})});
  CHECK(used(sheet).find("nl/minimum-wage@2026-01-01.hour = 14\n") != std::string::npos);
}

TEST_CASE("a minimum wage that equals the wage raises nothing and does not bind") {
  const std::string law = "nl/minimum-wage@2026-01-01.hour (does not bind) = ";
  const Computed hourly = compute_with(CaseText{}.with("wage", "hourly = 20"),
                                       {minimum({{"2026-01-01", "hour = 20"}})});
  CHECK(used(hourly) == law + "20\n");
  const Computed by_step =
      compute_with(mixed, {scale({{"2026-01-01", steps}}), minimum({{"2026-01-01", "hour = 15"}})});
  CHECK(used(by_step).ends_with(law + "15\n"));
}

TEST_CASE("a day before the first row is an error that names the preset and the day") {
  const Diagnostics errors =
      compute_with(mixed, {scale({{"2026-07-01", steps}}), minimum({{"2026-01-01", "hour = 14"}})})
          .errors();
  REQUIRE(codes(errors) == "E027");
  CHECK(errors[0].key == "nl/cao-vvt-hbh");
  CHECK(argument(errors[0], "day") == "2026-01-01");
  CHECK(argument(errors[0], "first") == "2026-07-01");
  CHECK(argument(errors[0], "reason") == "@before_first_row");
}

TEST_CASE("a day after the last day of its row is an error, told once for each preset") {
  const Diagnostics errors =
      compute_with(mixed, {scale({{"2025-07-01", steps + "\nuntil = 2026-03-31"}}),
                           minimum({{"2026-01-01", "hour = 14\nuntil = 2026-06-30"},
                                    {"2026-09-01", "hour = 15\nuntil = 2026-09-30"}})})
          .errors();
  REQUIRE(codes(errors) == "E027 E027");
  CHECK(argument(errors[0], "day") == "2026-04-01");
  CHECK(argument(errors[0], "reason") == "@after_until");
  CHECK(argument(errors[1], "preset") == "nl/minimum-wage");
  CHECK(argument(errors[1], "day") == "2026-07-01");
}

TEST_CASE("charges and pension need a row on every day too") {
  const Diagnostics errors =
      compute_with(tests::with_charges(), {tests::charges({{"2026-07-01", tests::charges_row()}}),
                                           tests::pension({{"2026-02-01", tests::pension_row()}})})
          .errors();
  REQUIRE(codes(errors) == "E027 E027");
  CHECK(errors[0].key == "nl/employer-charges");
  CHECK(errors[1].key == "nl/pension-pfzw");
}

TEST_CASE("a step the scale does not know is an error that lists those it knows") {
  const CaseText subject =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"3\" = 80 }");
  const Diagnostics errors = compute_with(subject, {scale({{"2025-07-01", steps}}),
                                                    minimum({{"2026-01-01", "hour = 14"}})})
                                 .errors();
  REQUIRE(codes(errors) == "E028");
  CHECK(argument(errors[0], "step") == "3");
  CHECK(argument(errors[0], "allowed") == "0, 5");
  CHECK(errors[0].at.line > 0);
}

TEST_CASE(
    "an unknown step is told once, with the first day of each row of the scale that lacks it, "
    "however often the minimum wage changes") {
  const CaseText subject =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"3\" = 80 }");
  const Preset law = minimum(
      {{"2026-01-01", "hour = 14"}, {"2026-04-01", "hour = 14.1"}, {"2026-10-01", "hour = 14.2"}});
  CHECK(codes(compute_with(subject, {scale({{"2025-07-01", steps}}), law}).errors()) == "E028");
  const Diagnostics twice =
      compute_with(subject, {scale({{"2025-07-01", steps}, {"2026-07-01", steps}}), law}).errors();
  REQUIRE(codes(twice) == "E028");
  CHECK(argument(twice[0], "day") == "2025-07-01, 2026-07-01");
  CHECK(argument(twice[0], "share") == "80");
  const std::string three = "steps = { \"0\" = 15, \"4\" = 19, \"5\" = 20 }";
  const Diagnostics grown =
      compute_with(subject, {scale({{"2025-07-01", steps}, {"2026-07-01", three}}), law}).errors();
  REQUIRE(codes(grown) == "E028 E028");
  CHECK(argument(grown[0], "allowed") == "0, 4, 5");
  CHECK(argument(grown[0], "day") == "2026-07-01");
}

TEST_CASE("an own wage is no way out for a step the scale knows on other days") {
  const CaseText subject =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"3\" = 80 }");
  const Diagnostics found =
      compute_with(
          subject,
          {scale({{"2025-07-01", steps}, {"2026-07-01", "steps = { \"0\" = 15, \"3\" = 17 }"}}),
           minimum({{"2026-01-01", "hour = 14"}})})
          .errors();
  REQUIRE(codes(found) == "E028");
  CHECK(argument(found[0], "day") == "2025-07-01");
  CHECK(argument(found[0], "share") == "(none)");
}

CaseText indexed(const std::string& body) { return CaseText{}.with("indexation", body); }

TEST_CASE("one percentage for each year after the price level, no more and no fewer") {
  const Diagnostics errors =
      compute_with(indexed("price_level = 2023\npercent = [1, 2]"), {}).errors();
  REQUIRE(codes(errors) == "E036");
  CHECK(argument(errors[0], "found") == "2");
  CHECK(argument(errors[0], "needed") == "3");
  CHECK(argument(errors[0], "first") == "2024");
  CHECK(argument(errors[0], "last") == "2026");
  const Diagnostics none = compute_with(indexed("price_level = 2026\npercent = [1]"), {}).errors();
  REQUIRE(codes(none) == "E036");
  CHECK(argument(none[0], "needed") == "0");
  CHECK(argument(none[0], "year") == "2026");
}

TEST_CASE("a price level after the year the period begins in is an error") {
  const Diagnostics errors = compute_with(indexed("price_level = 2027\npercent = []"), {}).errors();
  REQUIRE(codes(errors) == "E035");
  CHECK(argument(errors[0], "found") == "2027");
  CHECK(argument(errors[0], "year") == "2026");
}

const std::string series_from_2024 = "price_level = 2024\nseries = \"nl/vng-90-10\"";

TEST_CASE("a series gives the index of each year, with the figures it came from") {
  const Computed sheet =
      compute_with(indexed(series_from_2024),
                   {tests::series("weights = { cpi = 100 }",
                                  {{"2025-01-01", "cpi = 5"}, {"2026-01-01", "cpi = 10"}})});
  CHECK(sheet->ways().index_factor == exact("1.155"));
  REQUIRE(sheet->resolution.index_years.size() == 2);
  CHECK(sheet->resolution.index_years[1].year == 2026);
  CHECK(sheet->resolution.index_years[1].index == exact("0.1"));
  CHECK(used(sheet) == "nl/vng-90-10@2025-01-01.cpi = 5\nnl/vng-90-10@2026-01-01.cpi = 10\n");
}

TEST_CASE("a series without a year is an error where the series is asked for") {
  const Diagnostics errors =
      compute_with(indexed(series_from_2024),
                   {tests::series("weights = { cpi = 100 }", {{"2025-01-01", "cpi = 5"}})})
          .errors();
  REQUIRE(codes(errors) == "E037");
  CHECK(argument(errors[0], "year") == "2026");
  CHECK(argument(errors[0], "known") == "2025");
  CHECK(errors[0].at.line > 0);
}

TEST_CASE("the catch-up of the case holds for all its years") {
  const std::string row = "wage_provisional = 5\nwage_definitive = 6";
  const auto factor = [&](const std::string& more) {
    return compute_with(
               indexed(series_from_2024 + more),
               {tests::series("weights = { wage = 100 }\ncatch_up = \"difference\"",
                              {{"2024-01-01", row}, {"2025-01-01", row}, {"2026-01-01", row}})})
        ->ways()
        .index_factor;
  };
  CHECK(factor("") == exact("1.06") * exact("1.06"));
  CHECK(factor("\ncatch_up = \"none\"") == exact("1.05") * exact("1.05"));
}

TEST_CASE("a wage that may fall below the minimum is warned about") {
  CHECK(warned(CaseText{}, {}) == "W006");
  CHECK(warned(CaseText{}.with("wage", "hourly = 20"), {minimum({{"2026-01-01", "hour = 14"}})})
            .empty());
}

TEST_CASE("a wage that the minimum wage raises is warned about, with the day and both figures") {
  const Preset law = minimum({{"2026-01-01", "hour = 14"}, {"2026-07-01", "hour = 16"}});
  const Computed paid = compute_with(CaseText{}.with("wage", "hourly = 15"), {law});
  REQUIRE(codes(paid->warnings) == "W013");
  CHECK(paid->warnings[0].key == "wage.hourly");
  CHECK(argument(paid->warnings[0], "wage") == "15.00");
  CHECK(argument(paid->warnings[0], "minimum") == "16.00");
  CHECK(argument(paid->warnings[0], "from") == "2026-07-01");
  const Computed by_step = compute_with(mixed, {scale({{"2026-01-01", steps}}), law});
  REQUIRE(codes(by_step->warnings) == "W013");
  CHECK(by_step->warnings[0].key == "wage.mix.0");
}

const CaseText with_own_wage = CaseText{}.with(
    "wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"3\" = { value = 50, wage = 18 } }");

TEST_CASE("a step the scale does not know may bring its own wage, raised as any other") {
  const Preset known = scale({{"2026-01-01", steps}});
  const Computed paid =
      compute_with(with_own_wage, {known, minimum({{"2026-01-01", "hour = 14"}})});
  CHECK(paid.line("wage") == exact("16.5"));
  CHECK(paid->warnings.empty());
  const Computed raised =
      compute_with(with_own_wage,
                   {known, minimum({{"2026-01-01", "hour = 14"}, {"2026-07-01", "hour = 18.50"}})});
  REQUIRE(codes(raised->warnings) == "W013 W013");
  CHECK(raised->warnings[0].key == "wage.mix.0");
  CHECK(raised->warnings[1].key == "wage.mix.3.wage");
  CHECK(argument(raised->warnings[1], "wage") == "18.00");
  // 16.50 over 181 days, 18.50 over 184.
  CHECK(raised.line("wage") ==
        (exact("16.5") * exact("181") + exact("18.5") * exact("184")) / exact("365"));
}

TEST_CASE("an own wage is brought to the period, a step of the scale is not") {
  const Computed sheet =
      compute_with(CaseText{with_own_wage}.with("indexation", "price_level = 2025\npercent = [10]"),
                   {scale({{"2026-01-01", steps}}), minimum({{"2026-01-01", "hour = 14"}})});
  CHECK(sheet.line("wage") == exact("16.5"));
  // 7.50 + 9.90 = 17.40, times 1.08 x 1.25 x 2000 / 1600 x 1.2.
  CHECK(sheet.total(Total::cost_price) == exact("17.4") * exact("2.025"));
}

TEST_CASE("an own wage for a step the scale knows on some day is an error, once a step") {
  const Diagnostics found =
      compute_with(
          with_own_wage,
          {scale({{"2026-01-01", steps}, {"2026-07-01", "steps = { \"0\" = 15, \"3\" = 17 }"}}),
           minimum({{"2026-01-01", "hour = 14"}, {"2026-09-01", "hour = 14.5"}})})
          .errors();
  REQUIRE(codes(found) == "E145");
  CHECK(found[0].key == "wage.mix.3.wage");
  CHECK(argument(found[0], "day") == "2026-07-01");
  CHECK(argument(found[0], "wage") == "17");
  const std::string known = "steps = { \"0\" = 15, \"3\" = ";
  const Diagnostics twice =
      compute_with(with_own_wage,
                   {scale({{"2026-01-01", known + "17 }"}, {"2026-07-01", known + "18 }"}}),
                    minimum({{"2026-01-01", "hour = 14"}})})
          .errors();
  REQUIRE(codes(twice) == "E145");
  CHECK(argument(twice[0], "day") == "2026-01-01, 2026-07-01");
  CHECK(argument(twice[0], "wage") == "17, 18");
}

TEST_CASE("an own wage below the law that nothing raises is warned about") {
  const CaseText subject = CaseText{}.with(
      "wage",
      "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"3\" = { value = 50, wage = 13 } }\n"
      "minimum_wage = \"none\"");
  const Computed sheet = compute_with(
      subject, {scale({{"2026-01-01", steps}}), minimum({{"2026-01-01", "hour = 14"}})});
  REQUIRE(codes(sheet->warnings) == "W006 W063");
  CHECK(sheet->warnings[1].key == "wage.mix.3.wage");
}

TEST_CASE("an average whk and an absent pension are warned about") {
  CHECK(warned(tests::with_charges(), {}) == "W006 W007");
  CHECK(warned(tests::with_charges(", whk = 1"), {}) == "W006");
  const CaseText bare = CaseText{}.with(
      "employer_charges",
      "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = 90 }");
  CHECK(warned(bare, {}) == "W006 W007 W008");
}

TEST_CASE("a row used after the day it was confirmed until is warned about") {
  const std::string row = steps + "\nconfirmed_until = 2026-08-31";
  const Preset law = minimum({{"2026-01-01", "hour = 14"}});
  CHECK(warned(mixed, {scale({{"2026-01-01", row}}), law}) == "W003");
  CHECK(warned(mixed, {scale({{"2026-01-01", row}, {"2026-09-01", steps}}), law}).empty());
  CHECK(warned(mixed, {scale({{"2026-01-01", row}, {"2026-09-02", steps}}), law}) == "W003");
}

TEST_CASE("a period that runs more than a year past the last row is warned about") {
  const auto until = [](const std::string& last_day, const std::string& rows_until = "") {
    const CaseText subject = CaseText{mixed}.with("period", "from = 2026-01-01\nto = " + last_day);
    return warned(subject, {scale({{"2026-01-01", steps + rows_until}}),
                            minimum({{"2026-01-01", "hour = 14"}, {"2026-12-01", "hour = 14.5"}})});
  };
  CHECK(until("2026-12-31").empty());
  CHECK(until("2027-01-01") == "W009");
  CHECK(until("2027-01-01", "\nuntil = 2027-12-31").empty());
}

TEST_CASE(
    "a minimum wage that raises nothing may yet do so a year past its last row, not past its "
    "confirmation") {
  const auto until = [](const std::string& last_day, const std::string& hour) {
    const CaseText subject = CaseText{}
                                 .with("wage", "hourly = 20")
                                 .with("period", "from = 2026-01-01\nto = " + last_day);
    return warned(subject,
                  {minimum({{"2026-01-01", "hour = " + hour + "\nconfirmed_until = 2026-06-30"}})});
  };
  CHECK(until("2026-12-31", "14").empty());
  CHECK(until("2026-12-31", "21") == "W013 W003");
  CHECK(until("2028-01-01", "14") == "W009");
}

TEST_CASE("minimum wages before 2024 are per hour at 36 hours a week, a warning with other hours") {
  const CaseText subject =
      CaseText{}.with("wage", "hourly = 20").with("period", "from = 2023-01-01\nto = 2023-12-31");
  const Preset law = minimum({{"2023-01-01", "hour = 12"}});
  CHECK(warned(subject, {law}) == "W010");
  CHECK(warned(CaseText{subject}.with("hours", "contract = 1878\nleave = 300\nsickness = 5"), {law})
            .empty());
}

}  // namespace
}  // namespace billijk::core
