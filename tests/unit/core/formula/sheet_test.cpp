#include "core/formula/sheet.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::exact;

// The round case: labour 27, 1600 of 2000 hours billable, direct costs 33.75.

CaseText with_hours(const std::string& more) {
  return CaseText{}.with("hours", "contract = 2000\nleave = 300\nsickness = 5\n" + more);
}

TEST_CASE("hours that are not billable are spread over those that are") {
  const Computed sheet = compute(CaseText{});
  CHECK(sheet.line("leave") == exact("5.0625"));     // 27 x 300 / 1600
  CHECK(sheet.line("sickness") == exact("1.6875"));  // 27 x 100 / 1600
  CHECK(sheet.total(Total::wage_floor) == exact("33.75"));
  CHECK(sheet.line("overhead") == exact("6.75"));
  CHECK(sheet.total(Total::cost_price) == exact("40.5"));
  CHECK(sheet.total(Total::fair_tariff) == exact("40.5"));
  CHECK(sheet.total(Total::ceiling) == exact("44.55"));
}

TEST_CASE("sickness is of the contract hours, or of those after leave") {
  CHECK(compute(with_hours(""))->sheet.first.hours.sickness.number() == exact("100"));
  CHECK(
      compute(with_hours("sickness_base = \"after_leave\""))->sheet.first.hours.sickness.number() ==
      exact("85"));
}

TEST_CASE("training and meetings are per head and weigh more for part-timers") {
  const Computed sheet = compute(with_hours("training = 8\nmeetings = 10\npart_time_factor = 50"));
  const YearHours<Exact>& hours = sheet->sheet.first.hours;
  CHECK(hours.training.number() == exact("16"));
  CHECK(hours.meetings.number() == exact("20"));
  CHECK(hours.attendance.number() == exact("1564"));
  CHECK(sheet.line("training_time") == exact("27") * exact("16/1564"));
  CHECK(sheet.line("meetings") == exact("27") * exact("20/1564"));
}

TEST_CASE("idle, indirect and obligation hours are not billable either") {
  const Computed sheet =
      compute(with_hours("idle = 30\nindirect = 50").with("obligations", "hours = 20"));
  CHECK(sheet->sheet.first.hours.billable.number() == exact("1500"));
  CHECK(sheet.line("idle") == exact("0.54"));
  CHECK(sheet.line("indirect") == exact("0.9"));
  CHECK(sheet.line("obligation_time") == exact("0.36"));
}

TEST_CASE("travel minutes take from the billable hours and are paid") {
  const Computed sheet = compute(
      CaseText{}.with("travel", "minutes = 15\nkilometres = 2\nrate = 0.23\nexpenses = 0.05"));
  CHECK(sheet->sheet.first.hours.billable.number() == exact("1280"));
  CHECK(sheet->sheet.first.hours.travel.number() == exact("320"));
  CHECK(sheet.line("travel_time") == exact("6.75"));
  CHECK(sheet.line("leave") == exact("6.328125"));
  CHECK(sheet.line("travel_expenses") == exact("0.51"));
}

TEST_CASE("travel between visits is a share of the length of a visit") {
  const Computed sheet =
      compute(CaseText{}.with("travel", "minutes_between = 10\nvisit_minutes = 150"));
  CHECK(sheet->sheet.first.hours.travel_share.number() == exact("1/15"));
  CHECK(sheet->sheet.first.hours.billable.number() == exact("1500"));
  CHECK(sheet.line("travel_time") == exact("1.8"));
}

TEST_CASE("course fees are per head") {
  CHECK(compute(CaseText{}.with("training", "expenses = 160")).line("training_expenses") ==
        exact("0.1"));
  CHECK(compute(with_hours("part_time_factor = 50").with("training", "expenses = 160"))
            .line("training_expenses") == exact("0.2"));
}

TEST_CASE("obligations cost an amount an hour and a yearly sum over the volume") {
  const Computed sheet = compute(CaseText{}
                                     .with("obligations", "amount = 0.10\nannual = 9000")
                                     .with("contract", "volume = 30000"));
  CHECK(sheet.line("obligation_expenses") == exact("0.4"));
  CHECK(sheet.total(Total::wage_floor) == exact("33.75"));
}

TEST_CASE("a yearly sum without a volume to spread it over is an error") {
  const CaseText annual = CaseText{}.with("obligations", "annual = 9000");
  CHECK(tests::codes(compute(annual).errors()) == "E031");
  CHECK(tests::codes(compute(CaseText{annual}.with("contract", "volume = 0")).errors()) == "E031");
  const CaseText permit =
      CaseText{}.line("key = \"permit\"\nelement = \"b\"\namount = 4200\nper = \"contract_year\"");
  REQUIRE(tests::codes(compute(permit).errors()) == "E031");
  CHECK(compute(permit).errors()[0].at.line == 22);  // the line that is to be spread
  CHECK(compute(CaseText{}.with("obligations", "annual = 0")).errors().empty());
}

TEST_CASE("no attendance left is an error that shows the subtraction") {
  const Diagnostics errors =
      compute(
          CaseText{}.with("hours", "contract = 1000\nleave = 800\nsickness = 15\ntraining = 50"))
          .errors();
  REQUIRE(tests::codes(errors) == "E029");
  CHECK(errors[0].key == "hours.leave");
  CHECK(tests::argument(errors[0], "subtraction") == "1000 - 800 - 150 - 50 - 0 - 0 - 0 - 0");
}

TEST_CASE("overhead is of the direct costs, of the cost price, of the tariff, or an amount") {
  const auto overhead = [](const std::string& body, const std::string& margin) {
    return compute(CaseText{}.with("overhead", body).with("margin", margin)).line("overhead");
  };
  const std::string tenth = "percent = 10\nof = \"cost_price\"";
  CHECK(overhead("percent = 20\nof = \"direct\"", "percent = 10\nof = \"tariff\"") ==
        exact("6.75"));
  CHECK(overhead("percent = 10\nof = \"cost_price\"", tenth) == exact("3.75"));  // C = 37.50
  CHECK(overhead("percent = 10\nof = \"tariff\"", "percent = 15\nof = \"tariff\"") ==
        exact("4.5"));  // T = 45
  // C = 33.75 / (1 - 0.1 x 1.1), T = 1.1 C.
  CHECK(overhead("percent = 10\nof = \"tariff\"", tenth) ==
        exact("33.75") / exact("0.89") * exact("0.11"));
  // T = (33.75 + 2.25) / (1 - 0.1) = 40.
  CHECK(overhead("percent = 10\nof = \"tariff\"", "amount = 2.25") == exact("4"));
  CHECK(overhead("percent = 10\nof = \"cost_price\"", "amount = 2.25") == exact("3.75"));
  CHECK(overhead("amount = 5.105", tenth) == exact("5.105"));
}

TEST_CASE("margin is of the cost price, of the tariff, or an amount") {
  const auto computed = [](const std::string& of) {
    return compute(CaseText{}.with("margin", "percent = 10\nof = \"" + of + '"'));
  };
  CHECK(computed("cost_price").line("margin") == exact("4.05"));
  CHECK(computed("cost_price").total(Total::fair_tariff) == exact("44.55"));
  CHECK(computed("tariff").line("margin") == exact("4.5"));
  CHECK(computed("tariff").total(Total::fair_tariff) == exact("45"));
  const tests::Computed amount = compute(CaseText{}.with("margin", "amount = 0.60"));
  CHECK(amount.line("margin") == exact("0.6"));
  CHECK(amount.total(Total::cost_price) == exact("40.5"));
  CHECK(amount.total(Total::fair_tariff) == exact("41.1"));
  CHECK(amount.total(Total::ceiling) == exact("44.55"));
  const tests::Computed given =
      compute(tests::given_cost_price("30").with("margin", "amount = 0.605"));
  CHECK(given.total(Total::fair_tariff) == exact("30.605"));
  CHECK(given.rounded(Total::fair_tariff) == exact("30.61"));
}

TEST_CASE("shares that leave nothing are an error that says which") {
  const auto errors = [](const std::string& overhead, const std::string& margin) {
    return compute(CaseText{}.with("overhead", overhead).with("margin", margin)).errors();
  };
  const Diagnostics found =
      errors("percent = 60\nof = \"tariff\"", "percent = 40\nof = \"tariff\"");
  REQUIRE(tests::codes(found) == "E030");
  CHECK(tests::argument(found[0], "shares") ==
        "overhead.percent 60 % (tariff), margin.percent 40 % (tariff)");
  CHECK(tests::codes(errors("percent = 100\nof = \"cost_price\"", "percent = 0")) == "E030");
  CHECK(tests::codes(errors("percent = 96\nof = \"tariff\"", "percent = 5")) == "E030");
  CHECK(tests::codes(errors("percent = 95\nof = \"tariff\"", "percent = 5")).empty());
  const Diagnostics amount = errors("percent = 100\nof = \"tariff\"", "amount = 1");
  REQUIRE(tests::codes(amount) == "E030");
  CHECK(tests::argument(amount[0], "shares") == "overhead.percent 100 % (tariff)");
  const Diagnostics margin = errors("amount = 1", "percent = 100\nof = \"tariff\"");
  REQUIRE(tests::codes(margin) == "E030");
  CHECK(tests::argument(margin[0], "shares") == "margin.percent 100 % (tariff)");
}

TEST_CASE("the ceiling is the cost price with its band, or a fair tariff above that") {
  const auto ceiling = [](const std::string& margin, const std::string& band) {
    return compute(
               CaseText{}.with("margin", "percent = " + margin).with("band", "ceiling = " + band))
        .total(Total::ceiling);
  };
  CHECK(ceiling("5", "20") == exact("48.6"));
  CHECK(ceiling("20", "10") == exact("48.6"));
  CHECK(ceiling("0", "0") == exact("40.5"));
}

TEST_CASE("a given cost price has a margin and a ceiling, and nothing else") {
  const CaseText given = CaseText{}
                             .without("wage")
                             .without("supplements")
                             .without("employer_charges")
                             .without("hours")
                             .without("travel")
                             .without("overhead")
                             .with("given", "cost_price = 30")
                             .with("margin", "percent = 4\nof = \"tariff\"");
  const Computed sheet = compute(given);
  CHECK(sheet.line("margin") == exact("1.25"));
  CHECK(sheet.total(Total::fair_tariff) == exact("31.25"));
  CHECK(sheet.total(Total::ceiling) == exact("33"));
  CHECK_FALSE((*sheet)[Total::wage_floor]);
  CHECK(sheet->lines.size() == 1);
  CHECK(tests::codes(
            compute(CaseText{given}.with("margin", "percent = 100\nof = \"tariff\"")).errors()) ==
        "E030");
}

}  // namespace
}  // namespace billijk::core
