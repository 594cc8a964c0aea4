#include "analysis/lever/goal.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Total;
using tests::CaseText;
using tests::compute;
using tests::decimal;
using tests::exact;

TEST_CASE(
    "a stretch with zero in it is not answered as one where costs have no volume to bear them") {
  const tests::Computed subject = compute(
      CaseText{}.line("key = \"gloves\"\nelement = \"f\"\namount = 0\nper = \"contract_year\""));
  const core::Checked<LeveredCase> lever = lever_of(*subject, "line.gloves.amount");
  REQUIRE(lever);
  Goal goal{*lever, Total::cost_price, {.value = decimal("41")}};
  const auto over = [&](const char* low, const char* high) {
    return goal.over(core::Filtered{exact(low)}, core::Filtered{exact(high)});
  };
  CHECK(goal.holds(exact("0")));
  CHECK(over("0", "9") == Goal::Over::unknown);
  CHECK(over("-9", "0") == Goal::Over::unknown);
  CHECK(over("-9", "9") == Goal::Over::unknown);
  CHECK(over("1", "9") == Goal::Over::fails);
  CHECK(over("-9", "-1") == Goal::Over::fails);
}

}  // namespace
}  // namespace billijk::analysis
