#include "core/formula/evaluate.hpp"

namespace billijk::core {

std::vector<LineId> line_order(const Basis& basis) {
  if (basis.given) return {index_of(Line::margin)};
  std::vector<LineId> order;
  const auto add_own = [&](bool of_overhead) {
    for (std::size_t i = 0; i < basis.own.size(); ++i) {
      if ((basis.own[i].element == Element::b) == of_overhead) order.push_back(line_count + i);
    }
  };
  for (LineId line = 0; line < line_count; ++line) {
    if (line == index_of(Line::overhead)) add_own(false);
    if (line == index_of(Line::indexation)) add_own(true);
    order.push_back(line);
  }
  return order;
}

Element element_of(const Basis& basis, LineId line) {
  return line < line_count ? line_table.at(line).element : basis.own.at(line - line_count).element;
}

bool in_wage_floor(const Basis& basis, LineId line) {
  const Element element = element_of(basis, line);
  return element == Element::a || element == Element::c || element == Element::d ||
         line == index_of(Line::obligation_time);
}

}  // namespace billijk::core
