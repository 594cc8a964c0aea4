#include <catch2/catch.hpp>

#include "report/calc/sheet_report.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;
using tests::english;
using tests::exact;

Waterfall of(const tests::Computed& subject, const core::Verdict* verdict) {
  return std::get<Waterfall>(waterfall(*subject, verdict, english).chart);
}

}  // namespace

TEST_CASE(
    "elements add up to the cost price, in the order of the law, and with the margin to the fair "
    "tariff") {
  const tests::Computed subject = tests::compute(CaseText{});
  const Waterfall steps = of(subject, nullptr);
  core::Exact sum;
  std::string keys;
  for (const Waterfall::Step& step : steps.steps) {
    keys += step.key + ' ';
    if (step.key == "cost_price") CHECK(step.amount.value == sum);
    if (!step.is_total) sum = sum + step.amount.value;
  }
  CHECK(keys == "element.a element.c element.b cost_price margin fair_tariff ");
  CHECK(steps.steps.back().amount.value == sum);
  CHECK_FALSE(steps.paid);
}

TEST_CASE("a tariff stands beside what it pays for, with what is short in words") {
  const tests::Computed subject = tests::compute(CaseText{});
  const auto said = [&](const char* tariff) {
    const auto verdict = core::give_verdict(*subject, {.value = tests::decimal(tariff)});
    return of(subject, &*verdict).difference;
  };
  CHECK(said("40") == "€ 0.50 too little");
  CHECK(said("40.50") == "exactly the cost price");
  CHECK(said("41") == "€ 0.50 more than the cost price");
}

TEST_CASE("a given cost price has no elements") {
  const tests::Computed subject = tests::compute(
      "schema = \"billijk/case/1\"\nperiod = { from = 2026-01-01, to = 2026-12-31 }\n"
      "given = { cost_price = 30 }\n");
  CHECK(of(subject, nullptr).steps.front().key == "cost_price");
}

}  // namespace billijk::report
