#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/keys.hpp"
#include "core/number/exact.hpp"
#include "core/number/rounding.hpp"

namespace billijk::core {

/// What a node of a formula does with the nodes before it.
///
/// `spread` is nothing where the left is nothing, else left / right; `less` is 1 where the left is
/// less than the right, else 0; `choose` is the left where the condition is not 0, else the right.
enum class Op : std::uint8_t {
  input,
  constant,
  result,
  sum,
  difference,
  product,
  quotient,
  spread,
  maximum,
  minimum,
  rounded,
  less,
  choose
};

/// A node's place in its formula.
using Place = std::uint32_t;

/// An operation on earlier nodes; `which` is the place in the list of inputs, constants, steps or
/// roundings, of `choose` the node of the condition.
struct FormulaNode {
  Op op = Op::constant;
  Place left = 0;
  Place right = 0;
  std::uint32_t which = 0;
};

/// A figure a formula asks for. Units: a percentage enters as the share it is.
struct FormulaInput {
  std::string name;
  Unit unit = Unit::none;
  Place node = 0;
};

/// One named result of the computation: "sickness", "social@2026-01-01".
struct FormulaStep {
  std::string name;
  Unit unit = Unit::none;
  Place node = 0;  ///< of the result; its left is the expression
};

/// A computation as it was done, without the values: flat, every node after those it takes.
///
/// Written by the formula itself, in `Symbol`s; `play` computes it again in any number type.
class Formula {
 public:
  /// The node of a figure; one of the same name is the same node.
  Place input(std::string_view name, Unit unit);
  Place constant(const Exact& value);
  Place operation(Op op, Place left, Place right);
  Place rounding(Place value, const Rounding& rounding);
  Place choice(Place condition, Place left, Place right);
  /// Names a node; of a name that is known already the node it stands for.
  Place result(std::string name, Unit unit, Place value);
  /// What follows rests on the node being above zero.
  void demand_positive(Place node) { positive_.push_back(node); }

  const std::vector<FormulaNode>& nodes() const { return nodes_; }
  const std::vector<FormulaInput>& inputs() const { return inputs_; }
  const std::vector<FormulaStep>& steps() const { return steps_; }
  const std::vector<Place>& positive() const { return positive_; }
  const FormulaInput& input_at(const FormulaNode& node) const { return inputs_[node.which]; }
  const Exact& constant_at(const FormulaNode& node) const { return constants_[node.which]; }
  const FormulaStep& step_at(const FormulaNode& node) const { return steps_[node.which]; }
  const Rounding& rounding_at(const FormulaNode& node) const { return roundings_[node.which]; }
  /// The step of this name; null where there is none.
  const FormulaStep* find(std::string_view name) const;

 private:
  Place add(FormulaNode node);

  std::vector<FormulaNode> nodes_;
  std::vector<FormulaInput> inputs_;
  std::vector<FormulaStep> steps_;
  std::vector<Exact> constants_;
  std::vector<Rounding> roundings_;
  std::vector<Place> positive_;
  std::map<std::string, std::uint32_t, std::less<>> input_names_, step_names_;
};

}  // namespace billijk::core
