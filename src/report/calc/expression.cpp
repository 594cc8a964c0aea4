#include "report/calc/expression.hpp"

namespace billijk::report {
namespace {

using Kind = core::TraceNode::Kind;

/// How tightly an expression binds: sums least, then products, then everything whole.
int binding(Kind kind) {
  switch (kind) {
    case Kind::sum:
    case Kind::difference:
      return 1;
    case Kind::product:
    case Kind::quotient:
      return 2;
    default:
      return 3;
  }
}

std::string sign_of(Kind kind) {
  switch (kind) {
    case Kind::sum:
      return " + ";
    case Kind::difference:
      return " - ";
    case Kind::product:
      return " × ";
    default:
      return " / ";
  }
}

std::string within(const core::TraceNode& node, const LeafText& leaf, int least) {
  const std::string text = expression_text(node, leaf);
  return binding(node.kind) < least ? '(' + text + ')' : text;
}

}  // namespace

std::string expression_text(const core::TraceNode& node, const LeafText& leaf) {
  const auto call = [&](const std::string& name) {
    return name + '(' + expression_text(*node.left, leaf) + "; " +
           expression_text(*node.right, leaf) + ')';
  };
  switch (node.kind) {
    case Kind::input:
    case Kind::constant:
    case Kind::result:
      return leaf(node);
    case Kind::maximum:
      return call("max");
    case Kind::minimum:
      return call("min");
    case Kind::rounded:
      return "round(" + expression_text(*node.left, leaf) + ')';
    default:
      break;
  }
  const int own = binding(node.kind);
  // a - (b - c) and a / (b / c) keep their parentheses; sums and products need none.
  const bool strict = node.kind == Kind::difference || node.kind == Kind::quotient;
  return within(*node.left, leaf, own) + sign_of(node.kind) +
         within(*node.right, leaf, strict ? own + 1 : own);
}

}  // namespace billijk::report
