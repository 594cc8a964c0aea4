#include "core/case/rails.hpp"

#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;

std::string written(const Argument& argument) {
  const auto* const phrase = std::get_if<Phrase>(&argument);
  if (phrase == nullptr) return tests::text_of(argument);
  if (*phrase == Phrase::a_month) return "month";
  if (*phrase == Phrase::a_week) return "week";
  return *phrase == Phrase::over_twice || *phrase == Phrase::over_ten_times ? "over" : "under";
}

/// "W050 hours.sickness meant 7.8": what the rails say of a case, with what is put in their text.
std::string told(const Diagnostics& rails) {
  std::string text;
  for (const Diagnostic& rail : rails) {
    (text += text.empty() ? "" : "; ") += std::string{name_of(rail.code)} + ' ' + rail.key;
    for (const auto& [name, argument] : rail.arguments) {
      if (name != "key" && name != "found") text += ' ' + name + ' ' + written(argument);
    }
  }
  return text;
}
std::string rails(const CaseText& text) { return told(rails_of(tests::compute(text)->subject)); }

std::string rails_of_hours(const std::string& body) {
  return rails(CaseText{}.with("hours", body));
}

std::string tariff_rails(const char* tariff, const char* cost, const CaseText& text = CaseText{}) {
  return told(
      tariff_rails_of(tests::compute(text)->subject, tests::exact(tariff), tests::exact(cost)));
}

}  // namespace

TEST_CASE("a case as people write it meets no rail") {
  CHECK(rails(CaseText{}) == "");
  CHECK(rails(tests::given_cost_price("40")) == "");
}

TEST_CASE("a fraction where the percentage of the sector is more is asked about") {
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 0.078") ==
        "W050 hours.sickness meant 7.8");
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 0") == "");
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 1") == "");
  CHECK(rails(CaseText{}
                  .with("overhead", "percent = 0.14\nof = \"direct\"")
                  .with("margin", "percent = 0.03\nof = \"cost_price\"")
                  .with("contract", "subcontracting_fee = 0.05")) ==
        "W050 overhead.percent meant 14; W050 margin.percent meant 3; "
        "W050 contract.subcontracting_fee meant 5");
  CHECK(rails(CaseText{}.with("supplements",
                              "holiday_allowance = 8\nyear_end_bonus = 0.0833\n"
                              "irregular_hours = 0.5")) ==
        "W050 supplements.year_end_bonus meant 8.33");
}

TEST_CASE("a wage of a month or a year in the mix is asked about as an hourly one is") {
  core::Case subject;
  subject.mix = {{.step = "3", .share = {}, .wage = core::Input{.value = tests::decimal("200")}},
                 {.step = "4", .share = {}, .wage = core::Input{.value = tests::decimal("2750")}},
                 {.step = "5", .share = {}, .wage = core::Input{.value = tests::decimal("33000")}},
                 {.step = "6", .share = {}}};
  CHECK(told(rails_of(subject)) ==
        "W055 wage.mix.4.wage span month meant 17.57; W054 wage.mix.5.wage meant 17.57");
}

TEST_CASE("the narrower rail about a key speaks alone") {
  CHECK(rails(CaseText{}.with("supplements", "holiday_allowance = 0.08\nyear_end_bonus = 0")) ==
        "W050 supplements.holiday_allowance meant 8");
  CHECK(rails(CaseText{}.with("wage", "hourly = 33000\nminimum_wage = \"none\"")) ==
        "W054 wage.hourly meant 16.50");
}

TEST_CASE("digits written as thousands are, where as a whole they would be possible") {
  const auto volume = [](const std::string& written) {
    return rails(CaseText{}.with("contract", "volume = " + written));
  };
  CHECK(volume("48.000") == "W051 contract.volume meant 48000");
  CHECK(volume("{ value = 48.125, low = 40 }") == "W051 contract.volume meant 48125");
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 5\ntraining = 7.875") == "");
  CHECK(rails(CaseText{}.line("key = \"subsidy\"\nelement = \"f\"\namount = -4.500\nper = "
                              "\"full_timer_year\"")) == "W051 line.subsidy.amount meant -4500");
  CHECK(volume("48.00") == "");
  CHECK(volume("48.0000") == "");
  CHECK(volume("0.125") == "");
  CHECK(volume("1248.125") == "");
  CHECK(rails_of_hours("contract = 2000\nleave = 237.375\nsickness = 5") == "");
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 5\nidle = 1.250") ==
        "W051 hours.idle meant 1250");
  CHECK(rails(CaseText{}.line("key = \"van\"\nelement = \"d\"\namount = 4.500\nper = "
                              "\"full_timer_year\"")) == "W051 line.van.amount meant 4500");
  CHECK(rails(CaseText{}.line("key = \"van\"\nelement = \"d\"\namount = 4.500\nper = "
                              "\"billable_hour\"")) == "");
}

TEST_CASE("hours of a week, and leave in days or weeks, are no hours of a year") {
  CHECK(rails_of_hours("contract = 36\nleave = 5\nsickness = 5") ==
        "W052 hours.contract full_time 1878");
  CHECK(rails_of_hours("contract = 61\nleave = 4\nsickness = 5") == "W053 hours.leave");
  CHECK(rails_of_hours("contract = 2000\nleave = 59.9\nsickness = 5") == "W053 hours.leave");
  CHECK(rails_of_hours("contract = 720\nleave = 58\nsickness = 5") == "");
  CHECK(rails_of_hours("contract = 2000\nleave = 0\nsickness = 5") ==
        "W062 hours.leave least 153.01 contract 2000");
}

// 1878 x 28 / 366 = 143.6721…
TEST_CASE("less leave or holiday allowance than the law gives is said to be") {
  CHECK(rails_of_hours("contract = 1878\nleave = 143.67\nsickness = 5") ==
        "W062 hours.leave least 143.68 contract 1878");
  CHECK(rails_of_hours("contract = 1878\nleave = 143.68\nsickness = 5") == "");
  CHECK(rails(CaseText{}.with("supplements", "holiday_allowance = 7.99\nyear_end_bonus = 0")) ==
        "W061 supplements.holiday_allowance least 8");
}

TEST_CASE("a wage of a month or a year is none of an hour") {
  const auto wage = [](const std::string& hourly) {
    return rails(CaseText{}.with("wage", "hourly = " + hourly + "\nminimum_wage = \"none\""));
  };
  CHECK(wage("2750") == "W055 wage.hourly span month meant 16.50");
  CHECK(wage("1000") == "W055 wage.hourly span week meant 26.00");
  CHECK(wage("200") == "W064 wage.hourly most 60");
  CHECK(wage("60") == "");
  CHECK(wage("10000") == "W055 wage.hourly span month meant 60.00");
}

TEST_CASE("a figure far above what is usual is asked about, and a fraction of it means a tenth") {
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 25") == "");
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 25.1") ==
        "W064 hours.sickness most 25");
  CHECK(rails_of_hours("contract = 2000\nleave = 300\nsickness = 0.781") ==
        "W050 hours.sickness meant 7.81");
}

TEST_CASE("an index or a share of a price as a fraction is asked about") {
  const auto indexed = [](const std::string& percent) {
    return rails(CaseText{}.with("indexation", "price_level = 2025\npercent = [" + percent + "]"));
  };
  CHECK(indexed("0.042") == "W050 indexation.percent.1 meant 4.2");
  CHECK(indexed("0.1") == "");
  CHECK(indexed("0") == "");
  CHECK(rails(CaseText{}.with("contract", "indexation = { percent = 0.02, cap = 0.05 }")) ==
        "W050 contract.indexation.percent meant 2; W050 contract.indexation.cap meant 5");
}

TEST_CASE("travel longer than a visit, and a margin above overhead, are asked about") {
  const auto travel = [](const std::string& body) {
    return rails(CaseText{}.with("travel", body));
  };
  CHECK(travel("minutes_between = 60\nvisit_minutes = 60") ==
        "W056 travel.minutes_between visit 60");
  CHECK(travel("minutes_between = 59\nvisit_minutes = 60") == "");
  CHECK(rails(CaseText{}.with("margin", "percent = 20.1\nof = \"cost_price\"")) ==
        "W060 margin.percent overhead 20");
  CHECK(rails(CaseText{}.with("margin", "percent = 20\nof = \"cost_price\"")) == "");
  CHECK(rails(CaseText{}
                  .with("overhead", "percent = 0\nof = \"direct\"")
                  .with("margin", "percent = 3\nof = \"cost_price\"")) == "");
  CHECK(rails(CaseText{}
                  .with("overhead", "percent = 0.2\nof = \"direct\"")
                  .with("margin", "percent = 3\nof = \"cost_price\"")) ==
        "W050 overhead.percent meant 20");
}

TEST_CASE("a tariff far from the cost price is looked at again") {
  CHECK(tariff_rails("80", "40") == "");
  CHECK(tariff_rails("80.01", "40") == "W059 contract.tariff cost 40.00 relation over");
  CHECK(tariff_rails("20", "40") == "");
  CHECK(tariff_rails("19.99", "40") == "W059 contract.tariff cost 40.00 relation under");
  CHECK(tariff_rails("400.01", "40") == "W058 contract.tariff cost 40.00 relation over");
  CHECK(tariff_rails("3.99", "40") == "W058 contract.tariff cost 40.00 relation under");
  CHECK(tariff_rails("1", "0") == "");
  const CaseText few = CaseText{}.with("contract", "volume = 39.60");
  CHECK(tariff_rails("48000", "40", few) == "W057 contract.tariff volume 39.6");
  CHECK(
      tariff_rails("240", "40", CaseText{}.with("contract", "volume = 50\nunit = \"lump_sum\"")) ==
      "W059 contract.tariff cost 40.00 relation over");
  CHECK(tariff_rails("200", "40", few) == "W059 contract.tariff cost 40.00 relation over");
}

TEST_CASE("a wage that nothing raises is held to the minimum wage, a wage once") {
  const auto codes_of = [](const std::string& hourly) {
    const tests::Computed found =
        tests::compute(CaseText{}.with("wage", "hourly = " + hourly + "\nminimum_wage = \"none\""));
    return told(found->warnings);
  };
  CHECK(codes_of("14.70") ==
        "W006 wage.minimum_wage; W063 wage.hourly wage 14.70 minimum 14.71 "
        "from 2026-01-01 most 14.99");
  CHECK(codes_of("14.71").starts_with("W006 wage.minimum_wage; W063 wage.hourly wage 14.71"));
  CHECK(codes_of("20") == "W006 wage.minimum_wage");
}

TEST_CASE("rails are told apart from other warnings") {
  CHECK(is_rail(Code::almost_nothing));
  CHECK(is_rail(Code::tariff_twofold));
  CHECK(is_rail(Code::below_minimum_wage));
  CHECK_FALSE(is_rail(Code::no_minimum_wage));
}

}  // namespace billijk::core
