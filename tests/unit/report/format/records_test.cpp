#include "report/format/records.hpp"

#include <catch2/catch.hpp>

#include "unit/documents.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
namespace {

Records figures() {
  return {.schema = "billijk/figures/1",
          .list = "figures",
          .keys = {"name", "value", "from", "note"},
          .titles = {"Name", "Value", "From", "Note"},
          .rows = {{"one", tests::exact("1.5"), tests::day("2026-01-01"), Value{}},
                   {"two", tests::exact("2.125"), tests::day("2026-07-01"), "new"}}};
}

}  // namespace

TEST_CASE("records are a table for people, figures with the decimals the longest needs") {
  const Table table = table_of(figures());
  CHECK(tests::titles(table) == "Name | Value | From | Note");
  CHECK(table.columns[0].align == Align::left);
  CHECK(table.columns[1].align == Align::decimal);
  CHECK(tests::rows(table)[0] == "one | 1.500 | 2026-01-01 | ");
  CHECK(tests::rows(table)[1] == "two | 2.125 | 2026-07-01 | new");
}

TEST_CASE("records are a list of objects and rows of cells for machines") {
  const Sections sections = sections_of(figures());
  CHECK(tests::json_of(sections) ==
        nlohmann::json{
            {"schema", "billijk/figures/1"},
            {"figures",
             {{{"name", "one"}, {"value", 1.5}, {"from", "2026-01-01"}, {"note", nullptr}},
              {{"name", "two"}, {"value", 2.125}, {"from", "2026-07-01"}, {"note", "new"}}}}});
  CHECK(tests::records(sections.rows, "") ==
        std::vector<std::string>{"one,1.5,2026-01-01,", "two,2.125,2026-07-01,new"});
}

}  // namespace billijk::report
