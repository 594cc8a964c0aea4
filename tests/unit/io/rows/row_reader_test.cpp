#include "io/rows/row_reader.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

/// Rows of one file, of which the first is the header.
struct RowsRead {
  RowsRead(const std::vector<std::string>& header, std::string rows, RowsFormat rows_format = {})
      : columns{*read_columns(header)}, format{rows_format}, piece{std::move(rows)} {
    reader.begin(piece);
  }
  /// The numbers of the next row, or what is wrong with it.
  std::string next() {
    if (!reader.next(row)) return "end";
    if (!row.problems.empty()) return tests::codes(row.problems);
    std::string text;
    for (const core::RowCell& cell : row.numbers())
      text += (text.empty() ? "" : " ") + decimal_of(cell.number).text();
    return text;
  }
  std::string combination() {
    std::string text;
    next();
    reader.append_combination(row, text);
    return text;
  }

  RowColumns columns;
  RowsFormat format;
  std::string piece;
  RowReader reader{columns, format};
  Row row;
};

TEST_CASE("a row is read into the numbers that stand in it") {
  RowsRead rows{{"id", "wage.hourly", "hours.sickness", "contract.unit"},
                "a;17,50;;hour\nb;€ 1.234,5;6,5%;\nc; 18 ;0;day",
                {.delimiter = ';', .decimal = {.sign = ','}}};
  CHECK(rows.next() == "17.5");
  CHECK(rows.row.text(3) == "hour");
  CHECK(rows.row.text(std::nullopt).empty());
  CHECK(rows.next() == "1234.5 6.5");
  CHECK(rows.next() == "18 0");
  CHECK(rows.row.place == 2);
  CHECK(rows.next() == "end");
  CHECK(rows.reader.open_end());
}

TEST_CASE("what is wrong with a row is said, every figure of it") {
  RowsRead rows{{"id", "wage.hourly", "hours.sickness"},
                "a,1.234,750\nb,x,5\nc,1\n\"d\"e,1,2\n\xff,1,2\nf,0.0000000000001,1\n\"g",
                {.decimal = {.certain = false}}};
  CHECK(rows.next() == "E094 E012");
  CHECK(rows.next() == "E080");
  CHECK(rows.next() == "E083");
  CHECK(rows.next() == "E085");
  CHECK(rows.next() == "E009");
  CHECK(rows.next() == "E014");
  CHECK(rows.next() == "E084");
}

TEST_CASE("a row without cells is none, and is counted") {
  RowsRead rows{{"id", "wage.hourly"}, "a,1\n , \n,\nb,2\n"};
  CHECK(rows.next() == "1");
  CHECK(rows.next() == "2");
  CHECK(rows.row.place == 3);
  CHECK(rows.next() == "end");
  CHECK(rows.reader.rows() == 4);
  CHECK(rows.reader.empty_rows() == 2);
}

TEST_CASE("rows that differ in their numbers only are combined") {
  RowsRead rows{{"wage.hourly", "hours.sickness", "contract.unit", "case"},
                "1,2,hour,a\n3,4, hour ,a\n3,,hour,a\n3,4,hou,ra\n3,4,hour,b\n"
                "123456789012.123456789,4,hour,a\n123456789012.123456788,4,hour,a\n"};
  const std::string first = rows.combination();
  CHECK(rows.combination() == first);
  std::set<std::string> others{first};
  for (int i = 0; i < 5; ++i) others.insert(rows.combination());
  CHECK(others.size() == 6);
  CHECK(rows.row.wide.size() == 1);
}

}  // namespace
}  // namespace billijk::io
