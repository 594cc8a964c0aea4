#include "report/format/text_table.hpp"

#include <catch2/catch.hpp>

// What a table does where a terminal has no room for all of its columns.

namespace billijk {
namespace {

using report::Align;
using report::Number;
using report::Table;

Table wide_table() {
  Table table{{{"Number", Align::decimal},
               {"Hours each", Align::decimal},
               {"Total", Align::decimal},
               {"Verdict", Align::left}},
              {}};
  table.rows.push_back({{Number{core::Exact{1}, 0}, Number{core::Exact{520000}, 0},
                         Number{core::Exact{21111700}, 0}, std::string{"fair"}}});
  table.rows.push_back({{Number{core::Exact{61}, 0}, Number{core::Exact{8525}, 0},
                         Number{core::Exact{28168100}, 0}, std::string{"too low"}}});
  return table;
}

std::string shown(const Table& table, int width) {
  return table_text(table, report::Format{report::Language::en}, width);
}

}  // namespace

TEST_CASE("a table with room for its columns stands as it is", "[report][text]") {
  CHECK(shown(wide_table(), 41) ==
        "Number  Hours each       Total  Verdict\n"
        "1          520,000  21,111,700  fair\n"
        "61           8,525  28,168,100  too low\n");
}

TEST_CASE("columns without room stand below, behind the first again", "[report][text]") {
  CHECK(shown(wide_table(), 32) ==
        "Number  Hours each       Total\n"
        "1          520,000  21,111,700\n"
        "61           8,525  28,168,100\n"
        "\n"
        "Number  Verdict\n"
        "1       fair\n"
        "61      too low\n");
}

TEST_CASE("a column wider than there is room stands alone behind the first", "[report][text]") {
  CHECK(shown(wide_table(), 10) ==
        "Number  Hours each\n"
        "1          520,000\n"
        "61           8,525\n"
        "\n"
        "Number       Total\n"
        "1       21,111,700\n"
        "61      28,168,100\n"
        "\n"
        "Number  Verdict\n"
        "1       fair\n"
        "61      too low\n");
}

TEST_CASE("two columns are never parted, and no columns are nothing", "[report][text]") {
  const Table pair{{{"A"}, {"B"}}, {{{std::string{"long enough"}, std::string{"for two"}}}}};
  CHECK(shown(pair, 5) == "A            B\nlong enough  for two\n");
  CHECK(shown(Table{}, 80).empty());
}

}  // namespace billijk
