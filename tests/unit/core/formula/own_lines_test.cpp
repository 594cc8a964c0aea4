#include <catch2/catch.hpp>

#include "core/formula/sheet.hpp"
#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::exact;

// The round case: wage 20, gross 21.60, labour 27, N / B = 1.25, direct costs 33.75.

CaseText with_line(const std::string& element, const std::string& figure) {
  return CaseText{}
      .with("contract", "volume = 30000")
      .line("key = \"own\"\nelement = \"" + element + "\"\n" + figure);
}

TEST_CASE("an own amount becomes an amount per billable hour") {
  const auto value = [](const std::string& amount, const std::string& per) {
    return compute(with_line("f", "amount = " + amount + "\nper = \"" + per + '"')).line("own");
  };
  CHECK(value("0.05", "billable_hour") == exact("0.05"));
  CHECK(value("0.40", "paid_hour") == exact("0.5"));
  CHECK(value("320", "full_timer_year") == exact("0.2"));
  CHECK(value("9000", "contract_year") == exact("0.3"));
  CHECK(value("0", "contract_year") == exact("0"));
  CHECK(value("-0.25", "billable_hour") == exact("-0.25"));
}

TEST_CASE("an own percentage is of the base it names, per billable hour") {
  const auto value = [](const std::string& of) {
    return compute(with_line("f", "percent = 2\nof = \"" + of + '"')).line("own");
  };
  CHECK(value("wage") == exact("0.5"));
  CHECK(value("gross") == exact("0.54"));
  CHECK(value("labour") == exact("0.675"));
  CHECK(value("direct") == exact("0.675"));
}

TEST_CASE("percentages of direct take each other out of their base, other own lines not") {
  const Computed sheet =
      compute(CaseText{}
                  .line("key = \"first\"\nelement = \"f\"\npercent = 10\nof = \"direct\"")
                  .line("key = \"second\"\nelement = \"a\"\namount = 6.25\nper = \"billable_hour\"")
                  .line("key = \"third\"\nelement = \"b\"\npercent = 1\nof = \"direct\"")
                  .line("key = \"fourth\"\nelement = \"b\"\namount = 1\nper = \"billable_hour\"")
                  .line("key = \"fifth\"\nelement = \"d\"\npercent = 5\nof = \"direct\""));
  CHECK(sheet.line("first") == exact("4"));  // of 33.75 + 6.25
  CHECK(sheet.line("third") == exact("0.4"));
  CHECK(sheet.line("fifth") == exact("2"));
  CHECK(sheet.line("overhead") == exact("9.2"));  // 20 % of 40 + 4 + 2; the lines of b take no part
  CHECK(sheet.total(Total::wage_floor) == exact("42"));  // 33.75 + 6.25 + 2
  CHECK(sheet.total(Total::cost_price) == exact("56.6"));
}

TEST_CASE("own lines of a, c and d are in the wage floor, those of b and f are not") {
  const auto floor = [](const std::string& element) {
    return compute(with_line(element, "amount = 1\nper = \"billable_hour\""))
        .total(Total::wage_floor);
  };
  CHECK(floor("a") == exact("34.75"));
  CHECK(floor("b") == exact("33.75"));
  CHECK(floor("c") == exact("34.75"));
  CHECK(floor("d") == exact("34.75"));
  CHECK(floor("f") == exact("33.75"));
}

TEST_CASE("overhead of the tariff carries own overhead, of the cost price it does not") {
  const auto computed = [](const std::string& overhead) {
    return compute(
        with_line("b", "amount = 2.25\nper = \"billable_hour\"").with("overhead", overhead));
  };
  const Computed of_tariff = computed("percent = 20\nof = \"tariff\"");
  CHECK(of_tariff.total(Total::fair_tariff) == exact("45"));  // (33.75 + 2.25) / 0.8
  CHECK(of_tariff.line("overhead") == exact("9"));
  const Computed of_cost_price = computed("percent = 10\nof = \"cost_price\"");
  CHECK(of_cost_price.line("overhead") == exact("3.75"));
  CHECK(of_cost_price.total(Total::cost_price) == exact("39.75"));
}

TEST_CASE("own lines keep the order of the file, those of b behind overhead") {
  const Computed sheet =
      compute(CaseText{}
                  .line("key = \"x\"\nelement = \"b\"\namount = 1\nper = \"billable_hour\"\nlabel "
                        "= \"Keurmerk\"")
                  .line("key = \"y\"\nelement = \"f\"\namount = 1\nper = \"billable_hour\"")
                  .line("key = \"z\"\nelement = \"c\"\namount = 1\nper = \"billable_hour\""));
  std::string order;
  for (std::size_t i = index_of(Line::obligation_expenses); i < sheet->lines.size(); ++i)
    order += sheet->lines[i].key + ' ';
  CHECK(order == "obligation_expenses y z overhead x indexation margin ");
  CHECK(sheet->lines[20].label == "Keurmerk");
  CHECK(sheet->lines[17].label == "y");
  CHECK(sheet->lines[0].label.empty());
}

}  // namespace
}  // namespace billijk::core
