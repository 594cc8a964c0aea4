#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "analysis/audit/audit_rules.hpp"
#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Code;
using core::Diagnostic;
using Keys = std::vector<std::string>;

Diagnostic trouble(Code code, const std::string& key, core::Arguments arguments = {}) {
  return core::finding(code, {}, key, std::move(arguments));
}

TEST_CASE("what a contract lacks is named once, however many troubles it gives") {
  const Diagnostic leave = trouble(Code::out_of_range, "hours.leave");
  CHECK(rules::lacking({leave, trouble(Code::out_of_range, "hours.idle"), leave}) ==
        Keys{"hours.leave", "hours.idle"});
}

TEST_CASE("of a preset it is the day, the step or the year that is lacking") {
  CHECK(rules::lacking({trouble(Code::no_row_in_force, "x",
                                {{"preset", "nl/minimum-wage"}, {"day", "2014-01-01"}})}) ==
        Keys{"nl/minimum-wage 2014-01-01"});
  CHECK(rules::lacking({trouble(Code::unknown_step, "wage.mix",
                                {{"preset", "nl/scale"}, {"step", "3"}, {"day", "2026-01-01"}})}) ==
        Keys{"nl/scale steps.3 2026-01-01"});
  CHECK(rules::lacking({trouble(Code::index_missing, "x",
                                {{"preset", "nl/cpi"}, {"figure", "cpi"}, {"year", "2026"}})}) ==
        Keys{"nl/cpi cpi 2026"});
}

TEST_CASE("of a text that is no case it is the file that is lacking") {
  Diagnostic unread = trouble(Code::syntax, "hours");
  unread.at.source = tests::source("", "velsen.toml");
  CHECK(rules::lacking({unread}) == Keys{"velsen.toml"});
  CHECK(rules::lacking({trouble(Code::syntax, "", {{"file", "other.toml"}})}) ==
        Keys{"other.toml"});
}

}  // namespace
}  // namespace billijk::analysis
