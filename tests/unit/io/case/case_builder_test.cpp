#include "io/case/case_builder.hpp"

#include <catch2/catch.hpp>

#include "io/case/check.hpp"
#include "io/toml/toml.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using core::Key;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::decimal;
using tests::summary;

BuiltCase build(const std::string& text) {
  TomlResult result = read_toml(tests::source(text));
  if (!result.errors.empty()) throw std::invalid_argument{summary(result.errors)};
  check_case_file(result.root);
  return build_case(result.root, "case.toml");
}
BuiltCase build(const CaseText& text) { return build(text.text()); }

std::string missing(const core::Diagnostics& errors) {
  std::string keys;
  for (const core::Diagnostic& error : errors) {
    if (error.code == core::Code::missing_key) keys += error.key + ' ';
  }
  return keys;
}

TEST_CASE("a whole case becomes what it states") {
  const BuiltCase built = build(
      CaseText{}
          .with("wage", "scale = \"s\"\nmix = { \"5\" = 80, \"0\" = 20 }\nminimum_wage = \"m\"")
          .with("supplements",
                "holiday_allowance = 8\nyear_end_bonus = 0\nyear_end_bonus_base = "
                "\"wage_and_irregular\"")
          .with("employer_charges",
                "social = { preset = \"c\", employer = \"large\", permanent = 90, base = \"gross\" "
                "}\n"
                "pension = { preset = \"p\", employer_share = 50 }")
          .with("hours",
                "contract = 1878\nleave = 237.4\nsickness = 7.5\nsickness_base = \"after_leave\"")
          .with("margin", "percent = 3\nof = \"tariff\"")
          .with("indexation", "price_level = 2024\nseries = \"i\"\ncatch_up = \"ratio\"")
          .with("rounding", "mode = \"down\"\nat = \"line\"")
          .with("contract",
                "municipality = \"Velsen\"\nprovider = \"P\"\nproduct = \"HbH\"\ntariff = "
                "38.50\nunit = \"month\"\n"
                "norm_hours = 108\ndelivery = \"alfahulp\"\nstart = 2026-01-01\nend = 2029-12-31"));
  REQUIRE(built.errors.empty());
  const core::Case& subject = built.subject;
  CHECK(subject.file == "case.toml");
  CHECK(subject.period == core::Period{tests::day("2026-01-01"), tests::day("2026-12-31")});
  CHECK(subject.scale == "s");
  REQUIRE(subject.mix.size() == 2);
  CHECK(subject.mix[0].step == "5");
  CHECK(subject.mix[1].share.value == decimal("20"));
  CHECK(subject.minimum_wage == "m");
  CHECK(subject.choices.stated<core::BonusBase>() == core::BonusBase::wage_and_irregular);
  CHECK(subject.social_preset == "c");
  CHECK(subject.choices.stated<core::Employer>() == core::Employer::large);
  CHECK(subject.choices.stated<core::SocialBase>() == core::SocialBase::gross);
  CHECK(subject.pension_preset == "p");
  CHECK(subject.value(Key::employer_share) == decimal("50"));
  CHECK(subject.choices.stated<core::SicknessBase>() == core::SicknessBase::after_leave);
  CHECK(subject.choices.stated<core::OverheadBase>() == core::OverheadBase::direct);
  CHECK(subject.choices.stated<core::MarginBase>() == core::MarginBase::tariff);
  CHECK(subject.indexation->price_level == 2024);
  CHECK(subject.indexation->series == "i");
  CHECK(subject.indexation->catch_up == core::CatchUp::ratio);
  CHECK(subject.choices.stated<core::RoundingMode>() == core::RoundingMode::down);
  CHECK(subject.choices.stated<core::RoundingAt>() == core::RoundingAt::line);
  CHECK(subject.contract.municipality == "Velsen");
  CHECK(subject.contract.provider == "P");
  CHECK(subject.contract.product == "HbH");
  CHECK(subject.choices.chosen<core::TariffUnit>() == core::TariffUnit::month);
  CHECK(subject.choices.chosen<core::Delivery>() == core::Delivery::alfahulp);
  CHECK(subject.contract.end == tests::day("2029-12-31"));
  CHECK_FALSE(subject.contract.indexation);
}

TEST_CASE("every required key that is not there is told, a zero is there") {
  CHECK(missing(build("schema = \"billijk/case/1\"").errors) ==
        "period.from period.to wage.hourly supplements.holiday_allowance "
        "supplements.year_end_bonus employer_charges.percent "
        "hours.contract hours.leave hours.sickness travel.minutes overhead.amount ");
  CHECK(build(CaseText{}.with("travel", "minutes = 0").with("overhead", "amount = 0"))
            .errors.empty());
}

TEST_CASE("a way to state a thing that is begun must be complete") {
  CHECK(missing(build(CaseText{}.with("wage", "scale = \"s\"")).errors) == "wage.mix ");
  CHECK(missing(build(CaseText{}.with("wage", "mix = { \"0\" = 100 }")).errors) == "wage.scale ");
  CHECK(missing(build(CaseText{}.with("travel", "visit_minutes = 100")).errors) ==
        "travel.minutes_between ");
  CHECK(missing(build(CaseText{}.with("overhead", "percent = 15")).errors) == "overhead.of ");
  CHECK(missing(build(CaseText{}.with("employer_charges", "social = { whk = 1 }")).errors) ==
        "employer_charges.social.preset employer_charges.social.employer "
        "employer_charges.social.permanent ");
  CHECK(
      missing(build(CaseText{}.with("employer_charges", "pension = { preset = \"p\" }")).errors) ==
      "employer_charges.social.preset employer_charges.social.employer "
      "employer_charges.social.permanent "
      "employer_charges.pension.employer_share ");
  CHECK(missing(build(CaseText{}.with("indexation", "catch_up = \"ratio\"")).errors) ==
        "indexation.price_level indexation.percent ");
}

TEST_CASE("a choice between two ways names both when neither is taken") {
  const BuiltCase built = build(CaseText{}.without("wage"));
  REQUIRE(codes(built.errors) == "E016");
  CHECK(argument(built.errors[0], "or") == "wage.scale + wage.mix");
}

TEST_CASE("a missing key is told at the table it belongs in") {
  const BuiltCase built = build(CaseText{}.with("hours", "contract = 2000\nleave = 300"));
  REQUIRE(codes(built.errors) == "E016");
  CHECK(built.errors[0].at.line == 13);  // [hours]
}

TEST_CASE("a mix sums to exactly one hundred") {
  const auto mix = [](const std::string& shares) {
    return build(CaseText{}.with("wage", "scale = \"s\"\nmix = { " + shares + " }")).errors;
  };
  CHECK(mix("\"0\" = 33.3, \"3\" = 33.3, \"5\" = 33.4").empty());
  const core::Diagnostics errors = mix("\"0\" = 33.3, \"3\" = 33.3, \"5\" = 33.3");
  REQUIRE(codes(errors) == "E023");
  CHECK(argument(errors[0], "sum") == "99.9");
  CHECK(argument(errors[0], "rest") == "0.1");
  CHECK(argument(mix("\"0\" = 60, \"5\" = 50")[0], "excess") == "10");
}

TEST_CASE("a period or contract that ends before it begins is told") {
  const auto period = [](const std::string& to) {
    return build(CaseText{}.with("period", "from = 2026-07-01\nto = " + to)).errors;
  };
  CHECK(summary(period("2026-06-30")) == "E024 period.to 4:6");
  CHECK(period("2026-07-01").empty());
  CHECK(codes(build(CaseText{}.with("contract", "start = 2026-07-01\nend = 2026-06-30")).errors) ==
        "E024");
}

CaseText given(const std::string& more = "") {
  return CaseText{}
      .without("wage")
      .without("supplements")
      .without("employer_charges")
      .without("hours")
      .without("travel")
      .without("overhead")
      .with("given", "cost_price = 26.59" + more);
}

TEST_CASE("beside a given cost price only period, margin, band, rounding and contract may stand") {
  CHECK(build(given()
                  .with("margin", "percent = 3")
                  .with("band", "ceiling = 5")
                  .with("rounding", "step = 0.05")
                  .with("contract", "tariff = 30"))
            .errors.empty());
  CHECK(summary(build(given().with("hours", "leave = 1").line("key = \"a\"")).errors)
            .find("E034 hours") != std::string::npos);
  CHECK(
      codes(build(given().with("training", "expenses = 1").with("indexation", "price_level = 2025"))
                .errors) == "E034 E034");
  CHECK(missing(build(CaseText{given()}.with("given", "")).errors) == "given.cost_price ");
}

TEST_CASE("ranges do not apply to a given cost price") {
  CHECK(codes(build(given().with("margin", "percent = { value = 3, low = 2 }")).errors) == "E019");
  CHECK(codes(build(given()
                        .with("band", "ceiling = { value = 3, low = 2 }")
                        .with("contract", "volume = { value = 9, high = 10 }"))
                  .errors) == "E019 E019");
}

}  // namespace
}  // namespace billijk::io
