#include "core/case/line.hpp"

#include <algorithm>

namespace billijk::core {

std::string_view letter_of(Element element) {
  constexpr std::string_view letters = "abcdef";
  return element == Element::none ? std::string_view{}
                                  : letters.substr(static_cast<std::size_t>(element), 1);
}

std::string_view key_of(Total total) {
  constexpr std::array<std::string_view, total_count> keys{"wage_floor", "cost_price",
                                                           "fair_tariff", "ceiling"};
  return keys.at(index_of(total));
}

bool is_built_in(std::string_view key) {
  return std::ranges::find(line_table, key, &LineFacts::key) != line_table.end() ||
         std::ranges::find(all_totals, key, [](Total total) { return key_of(total); }) !=
             all_totals.end();
}

}  // namespace billijk::core
