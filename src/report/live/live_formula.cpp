#include "report/live/live_formula.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/case/choices.hpp"

namespace billijk::report {
namespace {

using core::Op;

/// The letter a page knows an operation by.
char letter_of(Op op) {
  constexpr std::string_view letters = "icrsdpqfxnolh";
  return letters.at(static_cast<std::size_t>(op));
}

/// "s3,4": the operation and what it takes.
std::string text_of(const core::FormulaNode& node) {
  const auto places = [](std::initializer_list<std::uint32_t> takes) {
    std::string text;
    for (const std::uint32_t place : takes)
      text += (text.empty() ? "" : ",") + std::to_string(place);
    return text;
  };
  std::string text(1, letter_of(node.op));
  switch (node.op) {
    case Op::input:
    case Op::constant:
      return text + places({node.which});
    case Op::result:
      return text + places({node.left});
    case Op::rounded:
      return text + places({node.left, node.which});
    case Op::choose:
      return text + places({node.which, node.left, node.right});
    default:
      return text + places({node.left, node.right});
  }
}

}  // namespace

Record live_rounding(const core::Rounding& rounding) {
  return {{"step", rounding.step.text()}, {"mode", word_of(rounding.mode)}};
}

Record live_formula(const core::Formula& formula, const std::vector<core::Place>& targets) {
  std::string nodes;
  std::vector<std::string> constants;
  List roundings;
  for (const core::FormulaNode& node : formula.nodes()) {
    nodes += (nodes.empty() ? "" : " ") + text_of(node);
    if (node.op == Op::constant)
      constants.push_back(formula.constant_at(node).rational().get_str());
    if (node.op == Op::rounded)
      roundings.items.emplace_back(live_rounding(formula.rounding_at(node)));
  }
  const auto places = [](const std::vector<core::Place>& all) {
    return list_of(all, [](core::Place place) { return Value{place}; });
  };
  return {{"nodes", std::move(nodes)},
          {"constants", constants},
          {"roundings", std::move(roundings)},
          {"positive", places(formula.positive())},
          {"targets", places(targets)}};
}

}  // namespace billijk::report
