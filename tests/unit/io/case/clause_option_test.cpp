#include "io/case/clause_option.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using core::CatchUp;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::decimal;
using tests::summary;

ClauseOption option_of(const std::string& text) {
  core::Checked<ClauseOption> read = read_clause_option(text);
  if (!read) throw std::runtime_error{summary(read.error())};
  return std::move(*read);
}
core::IndexClause asked(const std::string& text) { return option_of(text).clause; }

core::Diagnostics refusal(const std::string& text) {
  const core::Checked<ClauseOption> read = read_clause_option(text);
  return read ? core::Diagnostics{} : read.error();
}

core::IndexClause of_contract(const std::string& body) {
  const core::Checked<LoadedCase> loaded =
      tests::load(CaseText{}.with("contract", "indexation = { " + body + " }").text());
  if (!loaded) throw std::runtime_error{summary(loaded.error())};
  return loaded->subject.contract.indexation.value();
}
std::string faults_of_contract(const std::string& body) {
  return summary(tests::errors_of(
      "schema = \"billijk/case/1\"\ncontract.indexation = { " + body + " }\n" +
      CaseText{}.text().substr(std::string{"schema = \"billijk/case/1\"\n"}.size())));
}

}  // namespace

TEST_CASE("no indexation is asked for by a word, in either language") {
  for (const char* word : {"none", "geen", " none "}) {
    CAPTURE(word);
    const core::IndexClause clause = asked(word);
    CHECK(clause.none);
    CHECK(clause.series.empty());
    CHECK_FALSE(clause.percent);
    CHECK_FALSE(clause.cap);
    CHECK_FALSE(clause.catch_up);
    CHECK_FALSE(clause.first_year);
    CHECK(clause.lag == 0);
  }
}

TEST_CASE("a figure is a percentage, with a comma or a percent sign too") {
  for (const char* figure : {"3.5", "3,5", "3.5%", "3,50 %"}) {
    CAPTURE(figure);
    const core::IndexClause clause = asked(figure);
    REQUIRE(clause.percent);
    CHECK(clause.percent->value == decimal("3.5"));
    CHECK_FALSE(clause.none);
    CHECK(clause.series.empty());
  }
  CHECK(asked("-1").percent->value == decimal("-1"));
  CHECK(asked("0").percent->value == decimal("0"));
}

TEST_CASE("any other word is a series, with its place") {
  const ClauseOption option = option_of("nl/vng-90-10");
  CHECK(option.clause.series == "nl/vng-90-10");
  CHECK_FALSE(option.clause.percent);
  CHECK_FALSE(option.clause.none);
  CHECK(option.series_at.line == 1);
  CHECK(option.series_at.column == 1);
  CHECK(option.series_at.length == 12);
  REQUIRE(option.series_at.source);
  CHECK(option.series_at.source->argument);
  CHECK(option_of("  reëel").series_at.column == 3);
}

TEST_CASE("what is wanted beside it stands behind colons, in any order") {
  for (const char* text :
       {"nl/vng-90-10:cap=3:lag=1:first_year=2028:catch_up=none",
        "nl/vng-90-10 : catch_up = none : first_year = 2028 : lag = 1 : cap = 3,0",
        "nl/vng-90-10:maximum=3:vertraging=1:eerste_jaar=2028:nacalculatie=geen"}) {
    CAPTURE(text);
    const core::IndexClause clause = asked(text);
    CHECK(clause.series == "nl/vng-90-10");
    REQUIRE(clause.cap);
    CHECK(clause.cap->value == decimal("3"));
    CHECK(clause.lag == 1);
    CHECK(clause.first_year == 2028);
    CHECK(clause.catch_up == CatchUp::none);
  }
  const core::IndexClause capped = asked("4,5:cap=3,5:first_year=2027");
  CHECK(capped.percent->value == decimal("4.5"));
  CHECK(capped.cap->value == decimal("3.5"));
  CHECK(capped.first_year == 2027);
  CHECK(asked("a:catch_up=verschil").catch_up == CatchUp::difference);
}

TEST_CASE("what has not the form of a clause is told with what was found, at its part") {
  const core::Diagnostics empty = refusal("");
  REQUIRE(summary(empty) == "E153 --clause 1:1");
  CHECK(argument(empty[0], "found").empty());
  const core::Diagnostics key = refusal("nl/vng-90-10:cap");
  REQUIRE(summary(key) == "E153 --clause 1:14");
  CHECK(argument(key[0], "found") == "nl/vng-90-10:cap");
  CHECK(summary(refusal("  ")) == "E153 --clause 1:1");
  CHECK(summary(refusal(":cap=3")) == "E153 --clause 1:1");
  CHECK(summary(refusal("3:=3")) == "E153 --clause 1:3");
  CHECK(summary(refusal("3:cap=")) == "E153 --clause 1:3");
  CHECK(summary(refusal("3:cap=2:cap=3")) == "E153 --clause 1:9");
  CHECK(summary(refusal("3::cap=2")) == "E153 --clause 1:3");
}

TEST_CASE("a key or figure that a clause does not take is told as that of the contract") {
  const core::Diagnostics unknown = refusal("3:lagg=1");
  REQUIRE(summary(unknown) == "E010 contract.indexation.lagg 1:8");
  CHECK(argument(unknown[0], "nearest") == "lag");
  CHECK(summary(refusal("51")) == "E012 contract.indexation.percent 1:1");
  CHECK(summary(refusal("a:cap=51")) == "E012 contract.indexation.cap 1:7");
  CHECK(summary(refusal("a:cap=much")) == "E015 contract.indexation.cap 1:7");
  CHECK(summary(refusal("a:lag=4")) == "E012 contract.indexation.lag 1:7");
  CHECK(summary(refusal("a:lag=1.5")) == "E011 contract.indexation.lag 1:7");
  CHECK(summary(refusal("a:first_year=28")) == "E012 contract.indexation.first_year 1:14");
  CHECK(summary(refusal("a:catch_up=all")) == "E013 contract.indexation.catch_up 1:12");
}

TEST_CASE("a lag beside a percentage is refused, and so are two things to take an index from") {
  CHECK(summary(refusal("3.5:lag=1")) == "E017 contract.indexation.lag 1:9");
  CHECK(codes(refusal("3.5:series=a")) == "E017");
  CHECK(codes(refusal("a:percent=3")) == "E017");
  CHECK(codes(refusal("none:series=a")) == "E017");
}

TEST_CASE("a contract states lag and first year, in either language") {
  const core::IndexClause clause =
      of_contract("series = \"nl/vng-90-10\", lag = 3, first_year = 2028");
  CHECK(clause.lag == 3);
  CHECK(clause.first_year == 2028);
  const core::IndexClause dutch =
      of_contract("reeks = \"nl/vng-90-10\", vertraging = 2, eerste_jaar = 2029, maximum = 3");
  CHECK(dutch.lag == 2);
  CHECK(dutch.first_year == 2029);
  const core::IndexClause plain = of_contract("percent = 3, cap = 2, first_year = 2027");
  CHECK(plain.lag == 0);
  CHECK(plain.first_year == 2027);
  CHECK_FALSE(of_contract("percent = 3").first_year);
}

TEST_CASE("lag and first year of a contract have limits, and a percentage has no lag") {
  CHECK(faults_of_contract("series = \"nl/vng-90-10\", lag = -1") ==
        "E012 contract.indexation.lag 2:56");
  CHECK(faults_of_contract("series = \"nl/vng-90-10\", lag = 4") ==
        "E012 contract.indexation.lag 2:56");
  CHECK(faults_of_contract("series = \"nl/vng-90-10\", lag = 0.5") ==
        "E011 contract.indexation.lag 2:56");
  CHECK(faults_of_contract("percent = 3, first_year = 1899") ==
        "E012 contract.indexation.first_year 2:51");
  CHECK(faults_of_contract("percent = 3, lag = 0") == "E017 contract.indexation.lag 2:44");
}

}  // namespace billijk::io
