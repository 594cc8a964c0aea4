// A case resolved and computed for a year after its own (billijk-model(7), "Years").

#include <catch2/catch.hpp>

#include "core/resolve.hpp"
#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::Computed;
using tests::exact;
using tests::minimum;
using tests::scale;

/// Figures of 2026 in a later year, wages risen each year by another factor.
LaterYear risen(const std::vector<const char*>& factors, MonthDay rise_on = {}) {
  LaterYear later;
  later.first = 2026;
  later.rise_on = rise_on;
  for (const char* factor : factors) later.wages.push_back(exact(factor));
  return later;
}
const MonthDay july{7, 1};

/// The case of the last of the years that wages have risen to, all of it.
Computed in_later_year(const CaseText& text, const LaterYear& later,
                       const std::vector<Preset>& presets = {}) {
  core::Checked<io::LoadedCase> loaded = tests::load(text.text());
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  for (const Preset& preset : presets)
    loaded->presets.insert_or_assign(preset.name, std::make_shared<const Preset>(preset));
  const int year = later.first + static_cast<int>(later.wages.size());
  loaded->subject.period = {MonthDay{1, 1}.in(year), MonthDay{12, 31}.in(year)};
  loaded->subject.later_year = later;
  return tests::compute(std::move(*loaded));
}

const CaseText one_step =
    CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }");
const Preset no_minimum = minimum({{"2020-01-01", "hour = 1"}});

Preset steps_of_five(const std::vector<std::pair<std::string, std::string>>& wages,
                     const std::string& last_day = "") {
  tests::Rows rows;
  for (const auto& [from, wage] : wages)
    rows.emplace_back(from, "steps = { \"5\" = " + wage + " }");
  if (!last_day.empty()) rows.back().second += "\nuntil = " + last_day;
  return scale(rows);
}

Exact wage_of(const Preset& known, const LaterYear& later) {
  return in_later_year(one_step, later, {known, no_minimum}).line("wage");
}

const UsedInput& input_of(const Computed& sheet, std::string_view key) {
  for (const UsedInput& input : sheet->inputs) {
    if (input.key == key) return input;
  }
  throw std::invalid_argument{std::string{key}};
}

}  // namespace

TEST_CASE("a year up to that of the last row uses the rows as they are") {
  const Preset known = steps_of_five({{"2026-01-01", "20"}, {"2027-07-01", "22"}});
  // Whatever wages are thought to rise by: 181 days and 184.
  CHECK(wage_of(known, risen({"1.50"})) ==
        (exact("20") * exact("181") + exact("22") * exact("184")) / exact("365"));
}

TEST_CASE("rows of a year still to come keep those before them from growing") {
  const Preset known = steps_of_five({{"2026-01-01", "20"}, {"2030-01-01", "25"}});
  CHECK(wage_of(known, risen({"1.50", "1.50"})) == exact("20"));
}

TEST_CASE("after its last row a scale is carried on, from the day of the rise") {
  const Preset known = steps_of_five({{"2026-01-01", "20"}, {"2027-07-01", "22"}});
  // 2028 has 182 days before July and 184 from it on; the rise of 2027 is that of the row.
  CHECK(wage_of(known, risen({"1.50", "1.04"}, july)) ==
        (exact("22") * exact("182") + exact("22.88") * exact("184")) / exact("366"));
  CHECK(wage_of(known, risen({"1.50", "1.04"})) == exact("22.88"));
  // In 2029 the rise of 2028 has been, and another comes.
  CHECK(wage_of(known, risen({"1.50", "1.04", "1.10"}, july)) ==
        (exact("22.88") * exact("181") + exact("25.168") * exact("184")) / exact("365"));
}

TEST_CASE("a scale that ended before the case is carried on from the year of the case") {
  const Preset known = steps_of_five({{"2024-01-01", "20"}});
  CHECK(wage_of(known, risen({"1.04"})) == exact("20.8"));
  CHECK(wage_of(known, risen({"1.04", "1.05"})) == exact("21.84"));
}

TEST_CASE("nothing carried on is rounded") {
  const Preset known = steps_of_five({{"2026-01-01", "13.33"}});
  CHECK(wage_of(known, risen({"1.0333"})) == exact("13.773889"));
}

TEST_CASE("the last day of the last row is passed over") {
  CHECK(wage_of(steps_of_five({{"2026-01-01", "20"}}, "2026-08-31"), risen({"1.10"})) ==
        exact("22"));
  // In the year of the row itself it goes on as it is.
  CHECK(wage_of(steps_of_five({{"2026-01-01", "20"}, {"2027-01-01", "21"}}, "2027-08-31"),
                risen({"1.10"})) == exact("21"));
}

TEST_CASE("a gap before the last row remains an error, and so does a day before the first") {
  const auto errors_with = [](const Preset& known) {
    return in_later_year(one_step, risen({"1.10"}), {known, no_minimum}).errors();
  };
  const Diagnostics gap =
      errors_with(scale({{"2026-01-01", "steps = { \"5\" = 20 }\nuntil = 2026-08-31"},
                         {"2027-07-01", "steps = { \"5\" = 21 }"}}));
  REQUIRE(codes(gap) == "E027");
  CHECK(argument(gap[0], "day") == "2027-01-01");
  CHECK(argument(gap[0], "reason") == "@after_until");
  const Diagnostics before = errors_with(steps_of_five({{"2027-07-01", "21"}}));
  REQUIRE(codes(before) == "E027");
  CHECK(argument(before[0], "reason") == "@before_first_row");
}

TEST_CASE("an hourly wage of the case rises each year from the day of the rise") {
  CHECK(in_later_year(CaseText{}, risen({"1.04"})).line("wage") == exact("20.8"));
  // 20.80 over the 182 days of 2028 before July, 21.84 over 184.
  CHECK(in_later_year(CaseText{}, risen({"1.04", "1.05"}, july)).line("wage") ==
        (exact("20.8") * exact("182") + exact("21.84") * exact("184")) / exact("366"));
  CHECK(in_later_year(CaseText{}, risen({})).line("wage") == exact("20"));
}

TEST_CASE("a wage in the mix rises as one of the case, a step by the rows of its scale") {
  const CaseText mixed = CaseText{}.with("wage",
                                         "scale = \"nl/cao-vvt-hbh\"\n"
                                         "mix = { \"5\" = 50, \"9\" = { value = 50, wage = 18 } }");
  // Of 2027 the scale has a row, 21; the own wage is 18 x 1.10.
  CHECK(in_later_year(mixed, risen({"1.10"}),
                      {steps_of_five({{"2026-01-01", "20"}, {"2027-01-01", "21"}}), no_minimum})
            .line("wage") == (exact("21") + exact("19.8")) / exact("2"));
}

TEST_CASE("a minimum wage carried on raises the wages below it") {
  const Preset law = minimum({{"2026-01-01", "hour = 20.50"}});
  // 20 x 1.10 = 22 is below 20.50 x 1.10 = 22.55.
  const Computed own =
      in_later_year(CaseText{}.with("wage", "hourly = 20"), risen({"1.10"}), {law});
  CHECK(own.line("wage") == exact("22.55"));
  REQUIRE(codes(own->warnings) == "W013");
  CHECK(argument(own->warnings[0], "wage") == "22.00");
  CHECK(argument(own->warnings[0], "minimum") == "22.55");
  // A row of 2027 stands as it is: 22.10 is above 22, and nothing is raised further.
  const Preset known = minimum({{"2026-01-01", "hour = 20.50"}, {"2027-01-01", "hour = 22.10"}});
  CHECK(in_later_year(CaseText{}.with("wage", "hourly = 20"), risen({"1.10"}), {known})
            .line("wage") == exact("22.1"));
  // A known step of 21 is overtaken from July on only: 20.50, then 22.55.
  const Preset steps = steps_of_five({{"2026-01-01", "20"}, {"2027-01-01", "21"}});
  CHECK(in_later_year(one_step, risen({"1.10"}, july), {steps, law}).line("wage") ==
        (exact("21") * exact("181") + exact("22.55") * exact("184")) / exact("365"));
}

TEST_CASE("a wage that outgrows the minimum wage of its rows is not raised") {
  const Preset law = minimum({{"2026-01-01", "hour = 20.50"}, {"2027-01-01", "hour = 21"}});
  const Computed sheet =
      in_later_year(CaseText{}.with("wage", "hourly = 20"), risen({"1.10"}), {law});
  CHECK(sheet.line("wage") == exact("22"));
  CHECK(sheet->warnings.empty());
}

TEST_CASE("the limits of charges and pension rise on the first of January, percentages stay") {
  const std::vector<Preset> presets{tests::charges({{"2026-01-01", tests::charges_row("20000")}}),
                                    tests::pension({{"2026-01-01", tests::pension_row()}})};
  const Computed sheet = in_later_year(tests::with_charges(), risen({"1.10"}, july), presets);
  // 20000 x 1.10 over 2000 hours is 11 euros an hour, below any gross pay: 16 % of it.
  CHECK(sheet->sheet.first.labour.social.number() == exact("1.76"));
  // Gross 1.08 x (20 x 181 + 22 x 184) / 365; franchises 11 and 16.50; half of 25 % and of 1 %.
  const Exact gross = exact("1.08") * exact("7668/365");
  CHECK(sheet->sheet.first.labour.pension.number() ==
        exact("0.125") * (gross - exact("11")) + exact("0.005") * (gross - exact("16.5")));
}

TEST_CASE("charges and pension have each a last row of their own") {
  const std::vector<Preset> presets{
      tests::charges({{"2026-01-01", tests::charges_row("20000")},
                      {"2027-01-01", tests::charges_row("24000")}}),
      tests::pension({{"2026-01-01", tests::pension_row() + "\nuntil = 2026-12-31"}})};
  const Computed sheet = in_later_year(tests::with_charges(), risen({"1.10"}), presets);
  CHECK(sheet->sheet.first.labour.social.number() == exact("1.92"));  // 16 % of 24000 / 2000
  // Gross 1.08 x 22 = 23.76.
  CHECK(sheet->sheet.first.labour.pension.number() ==
        exact("0.125") * exact("12.76") + exact("0.005") * exact("7.26"));
}

CaseText with_own_figures() {
  return CaseText{}
      .with("overhead", "amount = 6")
      .with("margin", "amount = 2")
      .with("contract", "volume = 500")
      .line("key = \"gloves\"\nelement = \"f\"\namount = 1000\nper = \"contract_year\"")
      .line("key = \"fund\"\nelement = \"f\"\npercent = 1\nof = \"labour\"");
}

TEST_CASE("the other figures of the case go with prices, and its volume with its own growth") {
  LaterYear later = risen({"1.10"});
  later.prices = exact("1.05");
  later.volume = exact("1.25");
  const Computed sheet = in_later_year(with_own_figures(), later);
  CHECK(sheet.line("overhead") == exact("6.3"));
  CHECK(sheet.line("margin") == exact("2.1"));
  CHECK(sheet.line("gloves") == exact("1.68"));  // 1050 / 625
  // Labour 27 x 1.10 a paid hour, 1.25 paid hours to one: a percentage of it stays one.
  CHECK(sheet.line("fund") == exact("0.37125"));
  // 33.75 x 1.10 and all of these but the margin.
  CHECK(sheet.total(Total::cost_price) == exact("45.47625"));
}

TEST_CASE("figures at the level of an earlier year come to that of the case first") {
  LaterYear later = risen({"1.10"});
  later.own_level = exact("1.2");
  later.prices = exact("1.05");
  const Computed sheet = in_later_year(with_own_figures(), later);
  CHECK(sheet.line("wage") == exact("26.4"));      // 20 x 1.2 x 1.10
  CHECK(sheet.line("overhead") == exact("7.56"));  // 6 x 1.2 x 1.05
  CHECK(sheet.line("gloves") == exact("2.52"));    // 1000 x 1.26 / 500: no growth of the volume
  CHECK(sheet.line("indexation") == exact("0"));
}

TEST_CASE("the level of the case's own figures is no matter of a preset") {
  LaterYear later = risen({"1.10"});
  later.own_level = exact("1.2");
  const Preset law = minimum({{"2026-01-01", "hour = 25"}});
  // 25 x 1.10 is above 20 x 1.2 x 1.10 = 26.40.
  CHECK(in_later_year(CaseText{}.with("wage", "hourly = 20"), later, {law}).line("wage") ==
        exact("27.5"));
  CHECK(wage_of(steps_of_five({{"2026-01-01", "20"}}), later) == exact("22"));
}

TEST_CASE("what is carried on is expected, and what has a row of the year is as sure as that") {
  const std::string five = "nl/cao-vvt-hbh@2026-01-01.steps.5";
  const std::vector<Preset> presets{
      steps_of_five({{"2026-01-01", "20"}}),
      minimum({{"2026-01-01", "hour = 1"}, {"2027-01-01", "hour = 2"}})};
  const Computed sheet = in_later_year(one_step, risen({"1.10"}), presets);
  CHECK(input_of(sheet, five).grade == Grade::expected);
  CHECK(input_of(sheet, "nl/minimum-wage@2027-01-01.hour").grade == Grade::cao);
  CHECK(input_of(in_later_year(one_step, risen({}), presets), five).grade == Grade::cao);
}

TEST_CASE("a percentage that stays as it is, is expected too once its preset ended") {
  const Computed sheet = in_later_year(tests::with_charges(), risen({"1.10"}),
                                       {tests::charges({{"2026-01-01", tests::charges_row()}}),
                                        tests::pension({{"2026-01-01", tests::pension_row()},
                                                        {"2027-01-01", tests::pension_row()}})});
  CHECK(input_of(sheet, "nl/employer-charges@2026-01-01.zvw").grade == Grade::expected);
  CHECK(input_of(sheet, "nl/pension-pfzw@2027-01-01.op").grade == Grade::cao);
}

TEST_CASE("a later year does not run past its presets, nor is warned of them") {
  const Computed sheet = in_later_year(
      one_step, risen({"1.10"}),
      {scale({{"2026-01-01", "steps = { \"5\" = 20 }\nuntil = 2026-08-31\ngrade = \"expected\""}}),
       no_minimum});
  CHECK(sheet->resolution.outruns.empty());
  CHECK(sheet->warnings.empty());
}

}  // namespace billijk::core
