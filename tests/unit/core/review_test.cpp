#include "core/review.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::codes;
using tests::compute;
using tests::compute_with;
using tests::day;

/// The findings of one code, "key; key; ".
std::string keys_of(const Diagnostics& findings, Code code) {
  std::string keys;
  for (const Diagnostic& finding : findings) {
    if (finding.code == code) keys += finding.key + "; ";
  }
  return keys;
}

TEST_CASE("a number without a source is weak, a placeholder weaker, one with a source is not") {
  const Diagnostics found = review(
      *compute(
          CaseText{}
              .with("wage", "hourly = { value = 20, source = \"CAO\" }\nminimum_wage = \"none\"")
              .with("supplements",
                    "holiday_allowance = { value = 8, source = \"CAO\" }\nyear_end_bonus = { value "
                    "= 0, source = \"CAO\" }")
              .with("employer_charges",
                    "percent = { value = 25, grade = \"placeholder\", source = \"none\" }")
              .with("indexation", "price_level = 2025\npercent = [2]")
              .with("rounding", "step = 0.05")
              .with("contract", "tariff = 40")
              .line("key = \"own\"\nelement = \"f\"\npercent = 1\nof = \"wage\"")),
      {});
  CHECK(keys_of(found, Code::placeholder) == "employer_charges.percent; ");
  CHECK(keys_of(found, Code::without_source) ==
        "hours.contract; hours.leave; hours.sickness; travel.minutes; overhead.percent; "
        "indexation.percent; line.own; ");
  CHECK(codes(found).starts_with("W006 W002 "));  // in the order of the file
}

TEST_CASE("shares of a mix are inputs like any other") {
  const CaseText mixed = CaseText{}.with(
      "wage",
      "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = { value = 20, source = \"x\" }, \"5\" = 80 }");
  CHECK(keys_of(review(*compute(mixed), {}), Code::without_source)
            .starts_with("wage.mix.5; supplements."));
}

const CaseText hourly = CaseText{}.with("wage", "hourly = 20");

TEST_CASE("with a day, what nobody compared with its source in the year before it is old") {
  const auto old = [](const std::string& as_of) {
    const CaseText subject = CaseText{}.with(
        "hours", "contract = { value = 2000, checked = 2025-11-21 }\nleave = 300\nsickness = 5");
    return keys_of(review(*compute(subject), as_of.empty() ? std::optional<Date>{} : day(as_of)),
                   Code::not_checked);
  };
  CHECK(old("").empty());
  CHECK(old("2026-11-21").empty());
  CHECK(old("2026-11-22") == "hours.contract; ");
}

TEST_CASE(
    "the preset rows a case used are reviewed with it, each once, a minimum wage only when it "
    "binds") {
  const auto found = [](const std::string& hour) {
    const CaseText subject = CaseText{hourly}.with(
        "wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }");
    return review(
        *compute_with(
            subject,
            {tests::scale(
                 {{"2026-01-01", "steps = { \"0\" = 15, \"5\" = 20 }\ngrade = \"placeholder\""}}),
             tests::minimum({{"2026-01-01", "hour = " + hour + "\nchecked = 2024-01-01"}})}),
        day("2026-06-01"));
  };
  CHECK(keys_of(found("14"), Code::placeholder) == "nl/cao-vvt-hbh@2026-01-01; ");
  CHECK(keys_of(found("14"), Code::not_checked).empty());
  CHECK(keys_of(found("16"), Code::not_checked) == "nl/minimum-wage@2026-01-01; ");
}

TEST_CASE("a row not confirmed until the day is said once, by the calculation or the review") {
  const auto found = [](const std::string& to, const std::string& as_of) {
    const CaseText subject = CaseText{hourly}.with("period", "from = 2026-01-01\nto = " + to);
    return keys_of(
        review(*compute_with(
                   subject,
                   {tests::minimum({{"2026-01-01", "hour = 21\nconfirmed_until = 2026-08-31"}})}),
               day(as_of)),
        Code::past_confirmed);
  };
  CHECK(found("2026-06-30", "2026-08-31").empty());
  CHECK(found("2026-06-30", "2026-09-01") == "nl/minimum-wage; ");
  CHECK(found("2026-12-31", "2026-09-01") == "nl/minimum-wage; ");
  CHECK(found("2026-12-31", "2026-06-30") == "nl/minimum-wage; ");
}

TEST_CASE("a preset is reviewed for placeholders and for days no row covers") {
  const Preset law =
      tests::minimum({{"2025-01-01", "hour = 14\nuntil = 2025-06-30"},
                      {"2025-07-01", "hour = 14.4\nuntil = 2025-10-31\ngrade = \"placeholder\""},
                      {"2026-01-01", "hour = 14.7\nuntil = 2026-06-30"}});
  const Diagnostics found = review(law, {});
  REQUIRE(codes(found) == "W002 W005");
  CHECK(found[0].key == "nl/minimum-wage@2025-07-01");
  CHECK(tests::argument(found[1], "from") == "2025-11-01");
  CHECK(tests::argument(found[1], "to") == "2025-12-31");
}

TEST_CASE("with a day, the row of a preset then in force is reviewed for its age") {
  const Preset law = tests::minimum(
      {{"2025-01-01", "hour = 14\nchecked = 2024-12-01"},
       {"2026-01-01", "hour = 14.7\nchecked = 2025-12-01\nconfirmed_until = 2026-12-31"}});
  CHECK(review(law, {}).empty());
  CHECK(review(law, day("2026-06-01")).empty());
  CHECK(codes(review(law, day("2025-12-31"))) == "W004");
  CHECK(codes(review(law, day("2027-01-01"))) == "W004 W003");
  CHECK(review(law, day("2024-01-01")).empty());
}

}  // namespace
}  // namespace billijk::core
