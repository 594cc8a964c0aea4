#include "core/formula/trace.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "core/formula/evaluate.hpp"
#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::decimal;
using tests::exact;

TEST_CASE("a traced number remembers the operation it came from") {
  const Trace wage = Trace::input("wage.hourly", decimal("16.40"), Unit::eur_per_hour);
  const Trace share = Trace::input("supplements.holiday_allowance", decimal("8"), Unit::percent);
  CHECK(share.value() == exact("0.08"));
  CHECK(share.node()->literal == "8");
  const Trace holiday = wage * share;
  CHECK(holiday.value() == exact("1.312"));
  CHECK(holiday.node()->kind == TraceNode::Kind::product);
  CHECK(holiday.node()->left == wage.node());
  CHECK(holiday.node()->right == share.node());
  CHECK((wage + share).node()->kind == TraceNode::Kind::sum);
  CHECK((wage - share).value() == exact("16.32"));
  CHECK((wage - share).node()->kind == TraceNode::Kind::difference);
  CHECK((wage / share).value() == exact("205"));
  CHECK((wage / share).node()->kind == TraceNode::Kind::quotient);
  CHECK(max(wage, share).value() == exact("16.4"));
  CHECK(max(wage, share).node()->kind == TraceNode::Kind::maximum);
  CHECK(min(wage, share).value() == exact("0.08"));
  CHECK(min(wage, share).node()->kind == TraceNode::Kind::minimum);
}

TEST_CASE("a traced constant is itself, and a sign is as certain as of any exact number") {
  CHECK(Trace{60}.value() == exact("60"));
  CHECK(Trace{60}.node()->kind == TraceNode::Kind::constant);
  CHECK(Trace{}.is_zero());
  CHECK((Trace{1} - Trace{2}).certain_sign() == -1);
}

TEST_CASE("a rounding is traced with what it was before") {
  const Trace rounded = round(Trace::input("x", decimal("2.675"), Unit::eur), {});
  CHECK(rounded.value() == exact("2.68"));
  CHECK(rounded.node()->kind == TraceNode::Kind::rounded);
  CHECK(rounded.node()->left->value == exact("2.675"));
}

TEST_CASE("a recorder keeps each name once, in the order of the computation") {
  Recorder<Trace> record;
  const EurosPerPaidHour<Trace> gross{Trace{21}};
  const EurosPerPaidHour<Trace> named = record.named("gross", gross);
  CHECK(named.number().node()->kind == TraceNode::Kind::result);
  CHECK(named.number().node()->name == "gross");
  record.named("gross", gross);
  record.named("attendance", PaidHours<Trace>{Trace{1600}});
  record.named("travel_share", PaidPerBillableHour<Trace>{Trace{0}});
  REQUIRE(record.steps().size() == 3);
  CHECK(record.steps()[0].unit == Unit::eur_per_hour);
  CHECK(record.steps()[1].unit == Unit::hours_per_year);
  CHECK(record.steps()[2].unit == Unit::none);
  CHECK(record.steps()[0].expression == gross.number().node());
  record.set_prefix("indexed.");
  record.named("gross", gross);
  CHECK(record.steps().back().name == "indexed.gross");
}

/// Every line and total of a traced sheet has the value of the exact one.
void check_same(const Computed& sheet, const Sheet<Trace>& traced) {
  for (const LineId line : line_order(sheet->ways())) {
    CAPTURE(line);
    CHECK(line_of(traced.first, line).number().value() ==
          line_of(sheet->sheet.first, line).number());
  }
  for (const Total total : all_totals) {
    CHECK(traced.totals[index_of(total)].number().value() == sheet.total(total));
  }
}

/// Whether every result an expression leans on was recorded before it.
void check_known(const TraceNode* node, const std::set<std::string>& known) {
  if (node == nullptr) return;
  if (node->kind == TraceNode::Kind::result && node->name != "index_factor") {
    CAPTURE(node->name);
    CHECK(known.contains(node->name));
  }
  check_known(node->left.get(), known);
  check_known(node->right.get(), known);
}

TEST_CASE("what is traced is what was computed, step on step") {
  const CaseText subject =
      tests::with_charges("", "part_time_factor = 80\ntraining = 8")
          .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }")
          .with("travel", "minutes_between = 10\nvisit_minutes = 150\nkilometres = 2\nrate = 0.23")
          .with("overhead", "percent = 15\nof = \"tariff\"")
          .with("margin", "percent = 3\nof = \"tariff\"")
          .with("indexation", "price_level = 2024\npercent = [4.96, 3.2]")
          .line("key = \"own\"\nelement = \"f\"\npercent = 1\nof = \"direct\"")
          .line("key = \"permit\"\nelement = \"b\"\namount = 0.3\nper = \"paid_hour\"");
  const std::string at = GENERATE("end", "line");
  CAPTURE(at);
  const Computed sheet = compute(CaseText{subject}.with("rounding", "at = \"" + at + '"'));
  const Resolved& resolved = sheet->resolution.resolved;
  Recorder<Trace> record;
  Sheet<Trace> traced;
  REQUIRE(evaluate(numbers_of<Trace>(resolved.figures), resolved.ways, record, traced) ==
          Trouble::none);
  check_same(sheet, traced);
  std::set<std::string> known;
  for (const TraceStep& step : record.steps()) {
    check_known(step.expression.get(), known);
    CHECK(known.insert(step.name).second);
  }
  for (const char* name : {"wage@2026-01-01", "wage@2026-07-01", "wage", "premium@2026-01-01",
                           "social_percent@2026-01-01", "social", "gross", "labour", "attendance",
                           "leave", "own", "overhead", "cost_price", "ceiling",
                           "indexed.wage_floor", "indexed.fair_tariff", "indexation"}) {
    CAPTURE(name);
    CHECK(known.contains(name));
  }
}

}  // namespace
}  // namespace billijk::core
