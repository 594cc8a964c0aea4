#include "report/calc/expression.hpp"

#include <catch2/catch.hpp>

#include "core/formula/trace.hpp"

namespace billijk::report {
namespace {

using core::Trace;

Trace leaf(const char* name) { return Trace::input(name, core::Decimal{2}, core::Unit::none); }
std::string text(const Trace& trace) {
  return expression_text(*trace.node(), [](const core::TraceNode& node) {
    return node.kind == core::TraceNode::Kind::constant ? shortest(node.value) : node.name;
  });
}

}  // namespace

TEST_CASE("an expression has parentheses only where they are needed") {
  const Trace a = leaf("a");
  const Trace b = leaf("b");
  const Trace c = leaf("c");
  CHECK(text(a + b + c) == "a + b + c");
  CHECK(text(a - (b - c)) == "a - (b - c)");
  CHECK(text(a - b - c) == "a - b - c");
  CHECK(text((a + b) * c) == "(a + b) × c");
  CHECK(text(a * b / c) == "a × b / c");
  CHECK(text(a / (b * c)) == "a / (b × c)");
  CHECK(text(a + b * c) == "a + b × c");
  CHECK(text(Trace{1} - a) == "1 - a");
}

TEST_CASE("maximum, minimum and rounding read as functions") {
  CHECK(text(max(leaf("a"), leaf("b")) * leaf("c")) == "max(a; b) × c");
  CHECK(text(min(leaf("a") + leaf("b"), leaf("c"))) == "min(a + b; c)");
  CHECK(text(round(leaf("a") / leaf("b"), core::Rounding{})) == "round(a / b)");
}

}  // namespace billijk::report
