#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

#include "core/formula/formula.hpp"
#include "core/number/quantity.hpp"

namespace billijk::core {

/// Whether a is less than b, and the one or the other by that; a formula keeps both as nodes, where
/// 1 is yes and 0 no.
inline bool less(const Exact& a, const Exact& b) { return a < b; }
template <class T>
const T& choose(bool condition, const T& a, const T& b) {
  return condition ? a : b;
}

/// What an operation on two numbers gives.
///
/// Requires: none of those that take no two: input, constant, result, rounded, choose.
template <class N>
N applied(Op op, const N& a, const N& b) {
  switch (op) {
    case Op::sum:
      return a + b;
    case Op::difference:
      return a - b;
    case Op::product:
      return a * b;
    case Op::quotient:
      return a / b;
    case Op::spread:
      return spread(a, b);
    case Op::maximum:
      return max(a, b);
    case Op::minimum:
      return min(a, b);
    default:
      break;
  }
  if constexpr (requires { N{less(a, b)}; }) return N{less(a, b)};
  assert(false);
  return a;
}

/// What a node gives, from the values of those before it.
///
/// Requires: a number type with `less` and `choose` where the formula has them.
template <class N>
N value_of(const Formula& formula, const FormulaNode& node, const std::vector<N>& values) {
  switch (node.op) {
    case Op::constant:
      return N{formula.constant_at(node)};
    case Op::result:
      return values[node.left];
    case Op::rounded:
      return round(values[node.left], formula.rounding_at(node));
    case Op::choose:
      if constexpr (requires(const N& a) { choose(a, a, a); }) {
        return choose(values[node.which], values[node.left], values[node.right]);
      } else {
        return choose(!values[node.which].is_zero(), values[node.left], values[node.right]);
      }
    default:
      break;
  }
  return applied(node.op, values[node.left], values[node.right]);
}

/// Computes the nodes of a formula that have no value yet, in their order.
///
/// `inputs` are the figures in the order of the formula's, percentages as shares.
/// Errors: false where a node that must be above zero is not, or is not certain to be.
template <class N>
bool play(const Formula& formula, std::span<const N> inputs, std::vector<N>& values) {
  const std::vector<FormulaNode>& nodes = formula.nodes();
  std::vector<bool> positive(nodes.size());
  for (const Place place : formula.positive()) positive[place] = true;
  values.reserve(nodes.size());
  for (std::size_t place = values.size(); place < nodes.size(); ++place) {
    const FormulaNode& node = nodes[place];
    if (node.op == Op::spread && !values[node.left].is_zero() &&
        values[node.right].certain_sign() != 1)
      return false;
    values.push_back(node.op == Op::input ? inputs[node.which] : value_of(formula, node, values));
    if (positive[place] && values.back().certain_sign() != 1) return false;
  }
  return true;
}

}  // namespace billijk::core
