#include "core/formula/evaluate.hpp"

namespace billijk::core {

std::vector<LineId> line_order(const Ways& ways) {
  if (ways.given) return {index_of(Line::margin)};
  std::vector<LineId> order;
  const auto add_own = [&](bool of_overhead) {
    for (std::size_t i = 0; i < ways.own.size(); ++i) {
      if ((ways.own[i].element == Element::b) == of_overhead) order.push_back(line_count + i);
    }
  };
  for (LineId line = 0; line < line_count; ++line) {
    if (line == index_of(Line::overhead)) add_own(false);
    if (line == index_of(Line::indexation)) add_own(true);
    order.push_back(line);
  }
  return order;
}

Element element_of(const Ways& ways, LineId line) {
  return line < line_count ? line_table.at(line).element : ways.own.at(line - line_count).element;
}

bool in_wage_floor(const Ways& ways, LineId line) {
  const Element element = element_of(ways, line);
  return element == Element::a || element == Element::c || element == Element::d ||
         line == index_of(Line::obligation_time);
}

}  // namespace billijk::core
