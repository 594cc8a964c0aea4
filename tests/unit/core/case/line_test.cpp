#include "core/case/line.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace billijk::core {
namespace {

TEST_CASE("the lines of a sheet stand in the order of the model, each with its element") {
  std::string table;
  for (const LineFacts& line : line_table) {
    table += std::string{line.key} + ' ' + std::string{letter_of(line.element)} + '\n';
  }
  CHECK(table ==
        "wage a\nirregular_hours a\nholiday_allowance a\nyear_end_bonus a\nsocial a\npension a\n"
        "leave c\nsickness c\ntraining_time c\nmeetings c\nidle c\nindirect c\n"
        "travel_time d\ntravel_expenses d\ntraining_expenses d\n"
        "obligation_time f\nobligation_expenses f\noverhead b\nindexation e\nmargin \n");
}

TEST_CASE("a line finds its own facts") {
  CHECK(facts_of(Line::leave).key == "leave");
  CHECK(facts_of(Line::margin).element == Element::none);
  CHECK(index_of(Line::wage) == 0);
}

TEST_CASE("the four totals have their keys, from the lowest to the highest") {
  std::string keys;
  for (const Total total : all_totals) keys += std::string{key_of(total)} + ' ';
  CHECK(keys == "wage_floor cost_price fair_tariff ceiling ");
}

TEST_CASE("the names of lines and totals are taken") {
  CHECK(is_built_in("wage"));
  CHECK(is_built_in("margin"));
  CHECK(is_built_in("cost_price"));
  CHECK(is_built_in("ceiling"));
  CHECK_FALSE(is_built_in("gloves"));
  CHECK_FALSE(is_built_in(""));
}

}  // namespace
}  // namespace billijk::core
