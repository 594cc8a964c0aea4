#include "report/calc/expression.hpp"

#include <catch2/catch.hpp>

#include "core/formula/symbol.hpp"

namespace billijk::report {
namespace {

using core::Formula;
using core::FormulaNode;
using core::Op;
using core::Place;
using core::Symbol;

/// A formula of the figures a, b and c, and the text of what is made of them.
struct Letters {
  Formula formula;
  Symbol a = Symbol::input(formula, "a", core::Unit::none);
  Symbol b = Symbol::input(formula, "b", core::Unit::none);
  Symbol c = Symbol::input(formula, "c", core::Unit::none);

  FormulaText named() {
    return {.formula = formula, .leaf = [this](const FormulaNode& node) {
              return node.op == Op::constant ? shortest(formula.constant_at(node))
                                             : formula.input_at(node).name;
            }};
  }
  std::string text(const Symbol& symbol) {
    return expression_text(named(), symbol.place_in(formula));
  }
  /// As it is explained, with what is spread coming to nothing or not.
  std::string explained(const Symbol& symbol, bool nothing) {
    FormulaText text = named();
    text.is_nothing = [nothing](Place) { return nothing; };
    return expression_text(text, symbol.place_in(formula));
  }
};

}  // namespace

TEST_CASE("an expression has parentheses only where they are needed") {
  Letters of;
  const auto& [formula, a, b, c] = of;
  CHECK(of.text(a + b + c) == "a + b + c");
  CHECK(of.text(a - (b - c)) == "a - (b - c)");
  CHECK(of.text(a - b - c) == "a - b - c");
  CHECK(of.text((a + b) * c) == "(a + b) × c");
  CHECK(of.text(a * b / c) == "a × b / c");
  CHECK(of.text(a / (b * c)) == "a / (b × c)");
  CHECK(of.text(a + b * c) == "a + b × c");
  CHECK(of.text(Symbol{1} - a) == "1 - a");
}

TEST_CASE("functions read as functions, a rounding with its step and mode") {
  Letters of;
  const auto& [formula, a, b, c] = of;
  CHECK(of.text(max(a, b) * c) == "max(a; b) × c");
  CHECK(of.text(min(a + b, c)) == "min(a + b; c)");
  CHECK(of.text(round(a / b, core::Rounding{})) == "round(a / b; 0.01; half_up)");
  CHECK(of.text(choose(less(a, b), a, c)) == "choose(less(a; b); a; c)");
  CHECK(of.text(a * spread(b, c)) == "a × spread(b; c)");
}

TEST_CASE("explained, what is spread is a quotient, or left out where there is nothing") {
  Letters of;
  const auto& [formula, a, b, c] = of;
  CHECK(of.explained(a + spread(b, c), false) == "a + b / c");
  CHECK(of.explained(a + spread(b, c), true) == "a");
  CHECK(of.explained(spread(b, c) + a, true) == "a");
  CHECK(of.explained(spread(b, c), true) == "0");
  CHECK(of.explained(a / spread(b, c), false) == "a / (b / c)");
  CHECK(of.explained(round(a, core::Rounding{}), true) == "round(a)");
}

TEST_CASE("without its rounding an expression keeps the parentheses it then needs") {
  Letters of;
  const auto& [formula, a, b, c] = of;
  FormulaText text = of.named();
  text.with_rounding = false;
  CHECK(expression_text(text, (a * round(b - c, core::Rounding{})).place_in(of.formula)) ==
        "a × (b - c)");
}

}  // namespace billijk::report
