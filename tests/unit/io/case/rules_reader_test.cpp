#include "io/case/rules_reader.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using tests::codes;
using tests::decimal;

core::Checked<std::vector<RuleChange>> changes_of(const std::string& text) {
  constexpr static std::array<std::string_view, 2> weights{"red", "amber"};
  return read_rules(tests::source(text, "own.toml"),
                    {.rules = {"cost-price", "labour-share"}, .weights = weights});
}
const std::string schema = "schema = \"billijk/audit-rules/1\"\n";

TEST_CASE("a rule is changed in what its table says, and in nothing else") {
  const auto changes = changes_of(schema + R"([labour-share]
threshold = 82.5
[cost-price]
weight = "amber"
)");
  REQUIRE(changes);
  REQUIRE(changes->size() == 2);
  CHECK(changes->at(0).rule == 1);
  CHECK_FALSE(changes->at(0).weight);
  CHECK(changes->at(0).threshold == decimal("82.5"));
  CHECK(changes->at(0).threshold_at.line == 3);
  CHECK(changes->at(1).rule == 0);
  CHECK(changes->at(1).weight == 1);
  CHECK_FALSE(changes->at(1).threshold);
}

TEST_CASE("a file of rules that changes none is one") {
  const auto changes = changes_of(schema);
  REQUIRE(changes);
  CHECK(changes->empty());
}

TEST_CASE("a file of rules tells all that is wrong with it") {
  const auto wrong = changes_of(R"(cost-price = 1
schema = "billijk/case/1"
[labour]
[labour-share]
weight = "green"
threshold = -1
colour = "red"
)");
  REQUIRE_FALSE(wrong);
  CHECK(codes(wrong.error()) == "E022 E011 E010 E013 E012 E010");
}

TEST_CASE("a file of rules without a schema is asked for one") {
  const auto wrong = changes_of("[cost-price]\n");
  REQUIRE_FALSE(wrong);
  REQUIRE(codes(wrong.error()) == "E022");
  CHECK(wrong.error().front().at.source->name == "own.toml");
}

}  // namespace
}  // namespace billijk::io
