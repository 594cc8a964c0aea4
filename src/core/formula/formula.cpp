#include "core/formula/formula.hpp"

#include <utility>

namespace billijk::core {

Place Formula::add(FormulaNode node) {
  nodes_.push_back(node);
  return static_cast<Place>(nodes_.size() - 1);
}

Place Formula::input(std::string_view name, Unit unit) {
  const auto known = input_names_.find(name);
  if (known != input_names_.end()) return inputs_[known->second].node;
  const auto which = static_cast<std::uint32_t>(inputs_.size());
  const Place node = add({.op = Op::input, .which = which});
  input_names_.emplace(name, which);
  inputs_.push_back({.name = std::string{name}, .unit = unit, .node = node});
  return node;
}

Place Formula::constant(const Exact& value) {
  constants_.push_back(value);
  return add({.op = Op::constant, .which = static_cast<std::uint32_t>(constants_.size() - 1)});
}

Place Formula::operation(Op op, Place left, Place right) {
  return add({.op = op, .left = left, .right = right});
}

Place Formula::rounding(Place value, const Rounding& rounding) {
  roundings_.push_back(rounding);
  return add({.op = Op::rounded,
              .left = value,
              .right = value,
              .which = static_cast<std::uint32_t>(roundings_.size() - 1)});
}

Place Formula::choice(Place condition, Place left, Place right) {
  return add({.op = Op::choose, .left = left, .right = right, .which = condition});
}

Place Formula::result(std::string name, Unit unit, Place value) {
  // Social and pension both start from the premium of their days: one step for both.
  if (const FormulaStep* known = find(name)) return known->node;
  const auto which = static_cast<std::uint32_t>(steps_.size());
  const Place node = add({.op = Op::result, .left = value, .right = value, .which = which});
  step_names_.emplace(name, which);
  steps_.push_back({.name = std::move(name), .unit = unit, .node = node});
  return node;
}

const FormulaStep* Formula::find(std::string_view name) const {
  const auto found = step_names_.find(name);
  return found == step_names_.end() ? nullptr : &steps_[found->second];
}

}  // namespace billijk::core
