#include "report/calc/pays_for_table.hpp"

#include <catch2/catch.hpp>

#include "unit/documents.hpp"
#include "unit/presets.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;
using tests::decimal;
using tests::dutch;
using tests::english;
using tests::exact;
using tests::row;
using tests::rows;
using tests::text_of;
using tests::titles;

std::vector<analysis::Solution> paid_for(const tests::Computed& subject, const char* offered) {
  return analysis::pays_for(*subject, {.tariff = {.value = decimal(offered)}});
}

/// Steps 0 and 5 of the scale, at 16 and 20 euros an hour.
tests::Computed on_scale(const CaseText& text = {}) {
  return tests::compute_with(
      CaseText{text}.with("wage",
                          "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }\n"
                          "minimum_wage = \"none\""),
      {tests::scale({{"2026-01-01", "steps = { \"0\" = 16, \"5\" = 20 }"}})});
}

std::string steps_at(const tests::Computed& subject, const char* wage,
                     const Format& format = english) {
  analysis::Solution solution;
  solution.key = "wage.hourly";
  solution.value = decimal(wage);
  return steps_sentence(*subject, {solution}, format);
}

}  // namespace

// 33.75 x 1.2444 = 42.00; (64800 / 42.005 - 1700) / -20 = 7.86 %.
TEST_CASE("each figure stands beside the case's own, and the room is the one less the other") {
  const tests::Computed subject = tests::compute(CaseText{});
  const Table shown = pays_for_table(*subject, paid_for(subject, "42"), english);
  CHECK(titles(shown) == "What this tariff can pay for | Case | At tariff | Room");
  CHECK(text_of(row(shown, "Sickness, at most (% of contract hours)")) ==
        "Sickness, at most (% of contract hours) | 5.00 | 7.86 | 2.86");
  CHECK(text_of(row(shown, "Overhead, at most (% of direct cost)")) ==
        "Overhead, at most (% of direct cost) | 20.00 | 24.45 | 4.45");
  CHECK(text_of(row(shown, "Margin, at most (% of the cost price)")) ==
        "Margin, at most (% of the cost price) | 0.00 | 3.71 | 3.71");
  CHECK(titles(pays_for_table(*subject, {}, dutch)) ==
        "Wat uit dit tarief betaald kan worden | Casus | Bij tarief | Ruimte");
}

TEST_CASE("where nothing or everything holds a word stands in the place of a figure") {
  const tests::Computed subject = tests::compute(CaseText{});
  const auto shown = [&](analysis::Found found, bool holds, const Format& format) {
    analysis::Solution solution;
    solution.key = "hours.training";
    solution.found = found;
    solution.holds_at_own = holds;
    return text_of(pays_for_table(*subject, {solution}, format).rows.at(0), format);
  };
  using enum analysis::Found;
  CHECK(shown(none, false, english) == "Training, at most (hours per person a year) |  | no value");
  CHECK(shown(every, true, english) == "Training, at most (hours per person a year) |  | any");
  CHECK(shown(no_effect, true, dutch) ==
        "Scholing, ten hoogste (uur per persoon per jaar) |  | elke");
  CHECK(shown(no_effect, false, dutch) ==
        "Scholing, ten hoogste (uur per persoon per jaar) |  | kan niet");
}

TEST_CASE("a figure the case has no value for has no room either") {
  analysis::Solution solution;
  solution.key = "line.gloves.amount";
  solution.found = analysis::Found::value;
  solution.value = decimal("0.5");
  const Table shown = pays_for_table(*tests::compute(CaseText{}), {solution}, english);
  CHECK(rows(shown) == std::vector<std::string>{"line.gloves.amount |  | 0.5 | "});
}

TEST_CASE("a label names what its percentage is of; a figure without a label has its key") {
  const auto label = [](const char* key, const CaseText& text, Language language) {
    analysis::Solution solution;
    solution.key = key;
    return label_of(solution, tests::compute(text)->ways(), language);
  };
  const CaseText after_leave = CaseText{}.with(
      "hours", "contract = 2000\nleave = 300\nsickness = 5\nsickness_base = \"after_leave\"");
  CHECK(label("hours.sickness", after_leave, Language::en) ==
        "Sickness, at most (% of contract hours less leave)");
  const CaseText of_tariff = CaseText{}.with("overhead", "percent = 20\nof = \"tariff\"");
  CHECK(label("overhead.percent", of_tariff, Language::nl) ==
        "Overhead, ten hoogste (% van het billijk tarief)");
  CHECK(label("contract.volume", CaseText{}, Language::nl) == "contract.volume");
  CHECK(the(core::Total::ceiling, Language::nl) == "het plafond");
}

TEST_CASE("a wage is placed between the steps of its scale") {
  const tests::Computed subject = on_scale();
  CHECK(steps_at(subject, "17.5") ==
        "€ 17.50 is at least step 0 of the scale (€ 16.00) and less than step 5 (€ 20.00).");
  CHECK(steps_at(subject, "15.99", dutch) ==
        "€ 15,99 is minder dan de laagste bekende trede van de schaal, trede 0 (€ 16,00).");
  CHECK(steps_at(subject, "20") ==
        "€ 20.00 is at least the highest known step of the scale, step 5 (€ 20.00).");
}

const CaseText indexed = CaseText{}.with("indexation", "price_level = 2025\npercent = [4.2]");

TEST_CASE("the wage is that of the cost sheet, which of a scale is never indexed") {
  const tests::Computed subject = on_scale(indexed);
  std::vector<analysis::Solution> solutions = paid_for(subject, "42");
  REQUIRE(subject->sheet.first.labour.wage.number() == exact("18"));
  solutions[0].value = decimal("16.66");  // 16.66 x 1.042 = 17.35972
  CHECK(text_of(pays_for_table(*subject, solutions, english).rows.at(0)) ==
        "Wage, at most (euros per paid hour) | 18.00 | 17.36 | -0.64");
  CHECK(steps_at(subject, "16.66") ==
        "€ 17.36 is at least step 0 of the scale (€ 16.00) and less than step 5 (€ 20.00).");
}

TEST_CASE("an hourly wage stands in the cost sheet as the case states it, indexed or not") {
  const tests::Computed subject = tests::compute(indexed);
  std::vector<analysis::Solution> solutions = paid_for(subject, "42");
  solutions[0].value = decimal("17");
  CHECK(text_of(pays_for_table(*subject, solutions, english).rows.at(0)) ==
        "Wage, at most (euros per paid hour) | " +
            core::fixed(subject->sheet.first.labour.wage.number(), 2) + " | 17.00 | " +
            core::fixed(exact("17") - subject->sheet.first.labour.wage.number(), 2));
}

TEST_CASE("without a scale or a wage nothing is said of steps") {
  CHECK(steps_at(tests::compute(CaseText{}), "17.5").empty());
  CHECK(steps_sentence(*on_scale(), {}, english).empty());
  analysis::Solution none;
  none.key = "wage.hourly";
  CHECK(steps_sentence(*on_scale(), {none}, english).empty());
}

TEST_CASE("a quantity has its unit, and the decimals that write it") {
  using core::Unit;
  CHECK(quantity(exact("15.8"), Unit::eur_per_hour, english) == "€ 15.80 per hour");
  CHECK(quantity(exact("0.235"), Unit::eur_per_km, dutch) == "€ 0,235 per kilometer");
  CHECK(quantity(exact("12000"), Unit::eur, english) == "€ 12,000.00");
  CHECK(quantity(exact("1/3"), Unit::eur, english) == "€ 0.33");
  CHECK(quantity(exact("4.86"), Unit::percent, english) == "4.86 %");
  CHECK(quantity(exact("100/3"), Unit::hours_per_year, dutch) == "33,3333 uur per jaar");
  CHECK(quantity(exact("12.5"), Unit::none, dutch) == "12,5");
  CHECK(quantity(decimal("0.000123"), Unit::eur_per_hour, english) == "€ 0.000123 per hour");
}

TEST_CASE("decimals are those of the step at least, and four at most") {
  CHECK(decimals_for(exact("5"), decimal("0.01")) == 2);
  CHECK(decimals_for(exact("5.125"), decimal("0.1")) == 3);
  CHECK(decimals_for(exact("1/3"), decimal("0.1")) == 2);
  CHECK(decimals_for(exact("1/3"), decimal("0.001")) == 3);
}

}  // namespace billijk::report
