#include "analysis/rows/rail_tally.hpp"

#include <catch2/catch.hpp>

namespace billijk::analysis {
namespace {

core::Rails sickness_rail() {
  core::Rails rails;
  rails.set(0);
  return rails;
}
core::Diagnostics said(const char* found) {
  return {core::finding(core::Code::almost_nothing, {}, "hours.sickness", {{"found", found}})};
}
RailTally tally_of(std::uint64_t piece, std::initializer_list<std::uint64_t> rows) {
  RailTally tally;
  for (const std::uint64_t row : rows) {
    tally.add(sickness_rail(), {.piece = piece, .row = row}, "row " + std::to_string(row),
              [&] { return said(piece == 0 ? "0.01" : "0.02"); });
  }
  return tally;
}

TEST_CASE("a rail is counted in all rows and said of the first, whatever the order of the pieces") {
  const RailTally first = tally_of(0, {3, 7});
  const RailTally second = tally_of(1, {2});
  for (const bool turned : {false, true}) {
    RailTally all;
    all.add(turned ? second : first);
    all.add(turned ? first : second);
    CHECK(all.rows() == 3);
    REQUIRE(all.seen().size() == 1);
    const RailSeen& seen = all.seen().begin()->second;
    CHECK(seen.rows == 3);
    CHECK(seen.first == RowPlace{.piece = 0, .row = 3});
    CHECK(seen.label == "row 3");
    CHECK(std::get<std::string>(seen.said.arguments.front().second) == "0.01");
  }
}

}  // namespace
}  // namespace billijk::analysis
