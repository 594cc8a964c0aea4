#include "core/formula/trace.hpp"

#include <algorithm>

namespace billijk::core {

Trace::Trace(int whole) : Trace(Node{.kind = Node::Kind::constant, .value = Exact{whole}}) {}

Trace::Trace(Node::Kind kind, Exact value, const Trace& a, const Trace& b)
    : Trace(Node{.kind = kind, .value = std::move(value), .left = a.node_, .right = b.node_}) {}

Trace Trace::input(std::string name, const Decimal& value, Unit unit) {
  return Trace{Node{.kind = Node::Kind::input,
                    .value = Exact{value, shift_of(unit)},
                    .name = std::move(name),
                    .literal = value.text(),
                    .unit = unit}};
}

Trace Trace::result(std::string name, const Exact& value, Unit unit) {
  return Trace{
      Node{.kind = Node::Kind::result, .value = value, .name = std::move(name), .unit = unit}};
}

Trace Trace::rounded(const Trace& value, const Rounding& rounding) {
  return Trace{Node{
      .kind = Node::Kind::rounded, .value = round(value.value(), rounding), .left = value.node_}};
}

Trace Recorder<Trace>::keep(std::string name, const Trace& value, Unit unit) {
  // Social and pension both start from the premium of their days: one step for both.
  const bool known = std::ranges::find(steps_, name, &TraceStep::name) != steps_.end();
  if (!known) steps_.push_back({.name = name, .expression = value.node(), .unit = unit});
  return Trace::result(std::move(name), value.value(), unit);
}

}  // namespace billijk::core
