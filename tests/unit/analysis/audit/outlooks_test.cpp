#include "analysis/audit/outlooks.hpp"

#include <catch2/catch.hpp>

#include "analysis/audit/case_auditor.hpp"
#include "unit/foreseen.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using tests::CaseText;
using tests::exact;
using tests::foreseeable;

const AuditOptions of_a_day{.as_of = *core::make_date(2026, 11, 22)};

RuleAnswer told(const CaseText& text) {
  core::Checked<io::LoadedCase> loaded = tests::load(text.text());
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  CaseAuditor auditor{loaded->subject, loaded->presets, of_a_day, {}};
  return auditor.audit(
      {.id = "x", .municipality = {}, .provider = {}, .region = {}})[Rule::holds_to_the_end];
}

std::string contract_with(const std::string& tariff) {
  return "tariff = " + tariff + "\nend = 2029-12-31\nindexation = { percent = 2 }";
}

}  // namespace

TEST_CASE(
    "a tariff that sinks before the end fails with its year, its shortfall and what would do") {
  // 44.04 in 2029 against 44.26 (unit/foreseen.hpp); 41.71 becomes 44.27 by way of 42.54 and 43.39.
  const RuleAnswer answer = told(foreseeable());
  CHECK(answer.answer == Answer::fail);
  CHECK(std::get<core::Exact>(answer.found) == exact("44.04"));
  CHECK(std::get<core::Exact>(answer.required) == exact("44.26"));
  REQUIRE(answer.mend);
  CHECK(answer.mend->message == "holds_to_the_end");
  CHECK(std::get<std::string>(answer.mend->arguments[0].second) == "2029");
  CHECK(std::get<Quantity>(answer.mend->arguments[1].second).value == exact("0.22"));
  const core::Exact start = std::get<TariffAmount>(answer.mend->arguments[2].second).value;
  CHECK(told(foreseeable("wages = 3\nprices = 2", contract_with(core::shortest(start)))).answer ==
        Answer::pass);
  CHECK(told(foreseeable("wages = 3\nprices = 2",
                         contract_with(core::shortest(start - exact("0.01")))))
            .answer == Answer::fail);
}

TEST_CASE("it is no question of a contract that ends in its year, or has no end") {
  CHECK(told(foreseeable("wages = 3\nprices = 2", "tariff = 41\nend = 2026-12-31")).answer ==
        Answer::not_applicable);
  CHECK(told(foreseeable("wages = 3\nprices = 2", "tariff = 41")).answer == Answer::not_applicable);
}

TEST_CASE("without growth or a tariff it is unknown, and says what is missing") {
  CHECK(told(CaseText{}.with("contract", contract_with("41.50"))).missing ==
        std::vector<std::string>{"forecast.wages", "forecast.prices"});
  CHECK(told(foreseeable("wages = 3\nprices = 2", "end = 2029-12-31")).missing ==
        std::vector<std::string>{"contract.tariff"});
}

TEST_CASE("rows of one case that end on different days each have years of their own") {
  core::Checked<io::LoadedCase> loaded = tests::load(foreseeable().text());
  REQUIRE(loaded);
  const std::vector<Key> replaced{Key::tariff};
  CaseAuditor auditor{loaded->subject, loaded->presets, of_a_day, replaced};
  const auto answer = [&](int last, const std::string& tariff) {
    core::Contract contract = auditor.subject().contract;
    contract.end = core::make_date(last, 12, 31);
    const core::RowCell cell{Key::tariff,
                             *core::cell_number_of(*core::parse_decimal(tariff).value)};
    return auditor
        .audit({.id = "x", .municipality = {}, .provider = {}, .region = {}}, contract,
               {&cell, 1})[Rule::holds_to_the_end]
        .answer;
  };
  CHECK(answer(2028, "41.50") == Answer::pass);
  CHECK(answer(2029, "41.50") == Answer::fail);
  CHECK(answer(2029, "42.00") == Answer::pass);
  CHECK(answer(2026, "41.50") == Answer::not_applicable);
}

}  // namespace billijk::analysis
