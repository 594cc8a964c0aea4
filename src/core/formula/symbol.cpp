#include "core/formula/symbol.hpp"

#include "core/formula/play.hpp"

namespace billijk::core {

Symbol Symbol::write(Op op, const Symbol& a, const Symbol& b) {
  if (a.formula_ == nullptr && b.formula_ == nullptr)
    return Symbol{applied(op, a.constant_, b.constant_)};
  Formula& formula = a.formula_ == nullptr ? *b.formula_ : *a.formula_;
  const Place left = a.place_in(formula);
  const Place right = b.place_in(formula);
  return {formula, formula.operation(op, left, right)};
}

Symbol choose(const Symbol& condition, const Symbol& a, const Symbol& b) {
  Formula& formula = *condition.formula_;
  const Place left = a.place_in(formula);
  const Place right = b.place_in(formula);
  return {formula, formula.choice(condition.place_, left, right)};
}

Symbol round(const Symbol& value, const Rounding& rounding) {
  if (value.formula_ == nullptr) return Symbol{round(value.constant_, rounding)};
  return {*value.formula_, value.formula_->rounding(value.place_, rounding)};
}

}  // namespace billijk::core
