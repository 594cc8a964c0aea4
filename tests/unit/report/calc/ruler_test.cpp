#include "report/calc/ruler.hpp"

#include <catch2/catch.hpp>

#include "report/format/chart_text.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;
using tests::dutch;
using tests::english;

std::vector<std::string> drawn(const CaseText& text, const char* offered,
                               const Format& format = english) {
  const tests::Computed subject = tests::compute(text);
  const core::Checked<core::Verdict> verdict =
      core::give_verdict(*subject, {.value = tests::decimal(offered)});
  return drawn(ruler(*subject, verdict->judgement, format).chart, format);
}

/// Where a sign stands, in characters.
int column(const std::string& line, const char* sign) {
  const std::size_t at = line.find(sign);
  return at == std::string::npos ? -1 : width_of(line.substr(0, at));
}

}  // namespace

TEST_CASE("a ruler names the boundaries and amounts above its line, tariff and zones below") {
  const std::vector<std::string> lines = drawn(CaseText{}, "42");
  REQUIRE(lines.size() == 5);
  CHECK(column(lines[0], "Wage floor") < column(lines[0], "Cost price"));
  CHECK(column(lines[0], "Cost price") < column(lines[0], "Ceiling"));
  CHECK(lines[1].find("€ 44.55") != std::string::npos);
  CHECK(width_of(lines[2]) == 78);
  CHECK(lines[3].find("tariff € 42.00") != std::string::npos);
  CHECK(lines[4] == "below wage floor      below cost price            fair           too high");
  // 33.75 and 44.55 stand 35 and 135 of 170 parts along it, 42 between cost price and ceiling.
  CHECK(column(lines[2], "┼") == 16);
  CHECK(column(lines[2], "▲") == 50);
  CHECK(drawn(CaseText{}, "42", dutch)[3].find("tarief € 42,00") != std::string::npos);
}

TEST_CASE("a tariff off the scale stands at its edge behind an arrow") {
  CHECK(column(drawn(CaseText{}, "1")[2], "◀") == 0);
  CHECK(column(drawn(CaseText{}, "400")[2], "▶") == 77);
  CHECK(drawn(CaseText{}, "400")[3].ends_with("tariff € 400.00"));
  CHECK(drawn(CaseText{}, "1")[3].starts_with("tariff € 1.00"));
}

TEST_CASE("names that would run into each other move right, and a zone too narrow has no name") {
  const std::vector<std::string> lines = drawn(
      CaseText{}.with("band", "ceiling = 0").with("overhead", "percent = 0.1\nof = \"direct\""),
      "33.76");
  CHECK(lines[0] == "           Wage floor                                   Cost price Ceiling");
  CHECK(lines[4] == "below wage floor              below cost price                   too high");
}

}  // namespace billijk::report
