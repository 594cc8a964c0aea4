#pragma once

#include <functional>
#include <string>

#include "core/formula/formula.hpp"

namespace billijk::report {

/// A formula as text.
struct FormulaText {
  const core::Formula& formula;
  /// How an input, a constant or a result is written: by name or by figure.
  std::function<std::string(const core::FormulaNode&)> leaf;
  /// Whether what is spread comes to nothing, and so is left out. Absent: everything is written,
  /// `spread` as a function and roundings with their step and mode.
  std::function<bool(core::Place)> is_nothing = {};
  /// Whether roundings are written.
  bool with_rounding = true;
};

/// The expression of a node with × and / as people write it, parentheses only where they are
/// needed.
std::string expression_text(const FormulaText& text, core::Place place);

}  // namespace billijk::report
