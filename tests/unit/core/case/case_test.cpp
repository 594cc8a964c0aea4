#include "core/case/case.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::decimal;

Case read(const CaseText& text) {
  const Checked<io::LoadedCase> loaded = tests::load(text.text());
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  return loaded->subject;
}

std::string taken(const Case& subject) {
  std::string list;
  for (const NotStated& entry : not_stated(subject)) list += entry.key + " = " + entry.taken + '\n';
  return list;
}

TEST_CASE("what a case takes for granted is listed with what is taken") {
  CHECK(taken(read(CaseText{}.with("wage", "hourly = 20"))) ==
        "wage.minimum_wage = nl/minimum-wage\n"
        "supplements.year_end_bonus_base = wage\n"
        "hours.sickness_base = contract\n"
        "supplements.irregular_hours = 0\n"
        "hours.training = 0\n"
        "hours.meetings = 0\n"
        "hours.part_time_factor = 100\n"
        "hours.idle = 0\n"
        "hours.indirect = 0\n"
        "travel.kilometres = 0\n"
        "travel.rate = 0\n"
        "travel.expenses = 0\n"
        "training.expenses = 0\n"
        "obligations.hours = 0\n"
        "obligations.amount = 0\n"
        "obligations.annual = 0\n"
        "indexation = 1\n"
        "margin.percent = 0\n"
        "band.ceiling = 10\n"
        "rounding.step = 0.01\n"
        "margin.of = cost_price\n"
        "rounding.mode = half_up\n"
        "rounding.at = end\n");
}

TEST_CASE("what a case states is not in the list") {
  const std::string list =
      taken(read(CaseText{}
                     .with("supplements",
                           "holiday_allowance = 8\nyear_end_bonus = 0\nirregular_hours = 0\n"
                           "year_end_bonus_base = \"wage\"")
                     .with("margin", "percent = 0\nof = \"tariff\"")
                     .with("indexation", "price_level = 2026\npercent = []")
                     .with("rounding", "step = 0.05\nmode = \"up\"\nat = \"line\"")
                     .with("band", "ceiling = 0")));
  for (const std::string_view key : {"minimum_wage", "year_end_bonus_base", "irregular_hours",
                                     "margin", "indexation", "rounding", "band"}) {
    CAPTURE(std::string{key});
    CHECK(list.find(key) == std::string::npos);
  }
}

TEST_CASE("beside a margin in euros no percentage and no base is taken for granted") {
  const std::string list = taken(read(CaseText{}.with("margin", "amount = 0.60")));
  CHECK(list.find("margin") == std::string::npos);
}

TEST_CASE("the base of social premiums is taken for granted only where there are any") {
  const CaseText social = CaseText{}.with(
      "employer_charges",
      "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = 90 }");
  CHECK(taken(read(social)).find("employer_charges.social.base = after_pension\n") !=
        std::string::npos);
  CHECK(taken(read(CaseText{})).find("social.base") == std::string::npos);
}

TEST_CASE("a given cost price takes only margin, band and rounding for granted") {
  const Case given = read(CaseText{}
                              .without("wage")
                              .without("supplements")
                              .without("employer_charges")
                              .without("hours")
                              .without("travel")
                              .without("overhead")
                              .with("given", "cost_price = 30"));
  CHECK(given.is_given());
  CHECK(taken(given) ==
        "margin.percent = 0\nband.ceiling = 10\nrounding.step = 0.01\nmargin.of = cost_price\n"
        "rounding.mode = half_up\nrounding.at = end\n");
}

TEST_CASE("rounding is to the cent, half up, at the end, unless the case says otherwise") {
  const Rounding usual = read(CaseText{}).rounding();
  CHECK(usual.step == decimal("0.01"));
  CHECK(usual.mode == RoundingMode::half_up);
  CHECK(usual.at == RoundingAt::end);
  const Rounding own =
      read(CaseText{}.with("rounding", "step = 0.05\nmode = \"half_even\"\nat = \"line\""))
          .rounding();
  CHECK(own.step == decimal("0.05"));
  CHECK(own.mode == RoundingMode::half_even);
  CHECK(own.at == RoundingAt::line);
}

TEST_CASE("the minimum wage is that of the law, another preset, or none") {
  CHECK(read(CaseText{}.with("wage", "hourly = 20")).minimum_wage_preset() == "nl/minimum-wage");
  CHECK(read(CaseText{}).minimum_wage_preset().empty());
  Case other;
  other.minimum_wage = "nl/own";
  CHECK(other.minimum_wage_preset() == "nl/own");
}

TEST_CASE("a number is what was stated, or zero") {
  const Case subject = read(CaseText{});
  CHECK(subject.value(Key::leave) == decimal("300"));
  CHECK(subject.value(Key::meetings).is_zero());
  CHECK_FALSE(subject.number(Key::meetings));
  CHECK_FALSE(subject.is_given());
}

TEST_CASE("a key knows where it stands, one that is not stated stands at the period") {
  const Case subject = read(CaseText{}.with("margin", "of = \"tariff\""));
  CHECK(subject.place_of("period.from").line == 3);
  CHECK(subject.place_of("hours.leave").line == 15);
  CHECK(subject.place_of("margin.of").line == 23);
  CHECK(subject.place_of("margin.percent").line == subject.period_at.line);
}

TEST_CASE("an input has a range when it has either end") {
  Input input;
  CHECK_FALSE(input.has_range());
  input.high = decimal("1");
  CHECK(input.has_range());
}

}  // namespace
}  // namespace billijk::core
