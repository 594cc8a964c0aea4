#include "report/calc/expression.hpp"

#include "core/case/choices.hpp"

namespace billijk::report {
namespace {

using core::FormulaNode;
using core::Op;
using core::Place;

class Writer {
 public:
  explicit Writer(const FormulaText& text) : text_{text} {}

  std::string write(Place place) const {
    const FormulaNode& node = at(place);
    switch (node.op) {
      case Op::input:
      case Op::constant:
      case Op::result:
        return text_.leaf(node);
      case Op::maximum:
        return "max(" + write(node.left) + "; " + write(node.right) + ')';
      case Op::minimum:
        return "min(" + write(node.left) + "; " + write(node.right) + ')';
      case Op::rounded:
        if (!text_.with_rounding) return write(node.left);
        return "round(" + write(node.left) + how(text_.formula.rounding_at(node)) + ')';
      case Op::less:
        return "less(" + write(node.left) + "; " + write(node.right) + ')';
      case Op::choose:
        return "choose(" + write(node.which) + "; " + write(node.left) + "; " + write(node.right) +
               ')';
      case Op::spread:
        if (is_nothing(place)) return "0";
        if (!text_.is_nothing) return "spread(" + write(node.left) + "; " + write(node.right) + ')';
        break;
      default:
        break;
    }
    return operation(node);
  }

 private:
  const FormulaNode& at(Place place) const { return text_.formula.nodes()[place]; }
  bool is_nothing(Place place) const {
    return at(place).op == Op::spread && text_.is_nothing && text_.is_nothing(place);
  }

  /// With everything written, the rounding too: "; 0.01; half_up".
  std::string how(const core::Rounding& rounding) const {
    if (text_.is_nothing) return {};
    return "; " + rounding.step.text() + "; " + std::string{word_of(rounding.mode)};
  }

  /// How tightly an expression binds: sums least, then products, then everything whole.
  int binding(Place place) const {
    switch (at(place).op) {
      case Op::sum:
      case Op::difference:
        return 1;
      case Op::product:
      case Op::quotient:
        return 2;
      case Op::spread:
        return text_.is_nothing ? 2 : 3;
      case Op::rounded:
        return text_.with_rounding ? 3 : binding(at(place).left);
      default:
        return 3;
    }
  }
  static std::string sign_of(Op op) {
    if (op == Op::sum) return " + ";
    if (op == Op::difference) return " - ";
    return op == Op::product ? " × " : " / ";
  }
  std::string within(Place place, int least) const {
    const std::string text = write(place);
    return binding(place) < least ? '(' + text + ')' : text;
  }
  std::string operation(const FormulaNode& node) const {
    if (node.op == Op::sum && is_nothing(node.left)) return write(node.right);
    if (node.op == Op::sum && is_nothing(node.right)) return write(node.left);
    const int own = node.op == Op::sum || node.op == Op::difference ? 1 : 2;
    // a - (b - c) and a / (b / c) keep their parentheses; sums and products need none.
    const bool strict = node.op != Op::sum && node.op != Op::product;
    return within(node.left, own) + sign_of(node.op) + within(node.right, strict ? own + 1 : own);
  }

  const FormulaText& text_;
};

}  // namespace

std::string expression_text(const FormulaText& text, Place place) {
  return Writer{text}.write(place);
}

}  // namespace billijk::report
