#include "io/rows/csv_scanner.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace billijk::io {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Scanned {
  Rows rows;
  std::vector<RowFault> faults;
};

Scanned scan(std::string text, char delimiter = ',') {
  Scanned result;
  CsvScanner scanner{text.data(), text.data() + text.size(), delimiter};
  RowCells cells;
  while (!scanner.at_end()) {
    result.faults.push_back(scanner.next(cells));
    result.rows.emplace_back(cells.begin(), cells.end());
  }
  return result;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

TEST_CASE("cells are what RFC 4180 says they are") {
  // RFC 4180, section 2, rules 1 to 7.
  CHECK(scan("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n").rows ==
        Rows{{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}});
  CHECK(scan("aaa,bbb,ccc\r\nzzz,yyy,xxx").rows ==
        Rows{{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}});
  CHECK(scan("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx").rows ==
        Rows{{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "xxx"}});
  CHECK(scan("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx").rows ==
        Rows{{"aaa", "b\r\nbb", "ccc"}, {"zzz", "yyy", "xxx"}});
  CHECK(scan("\"aaa\",\"b\"\"bb\",\"ccc\"").rows == Rows{{"aaa", "b\"bb", "ccc"}});
  CHECK(scan("a, b ,\n").rows == Rows{{"a", " b ", ""}});
}

TEST_CASE("a quote that does not open a cell is a character") {
  CHECK(scan("a\"b,5\"\n").rows == Rows{{"a\"b", "5\""}});
}

TEST_CASE("what is wrong with a row is said, and the next row is read") {
  const Scanned scanned = scan("\"a\"b,c\nd,e\n\"f,\ng");
  CHECK(scanned.faults == std::vector{RowFault::after_quote, RowFault::none, RowFault::open_quote});
  CHECK(scanned.rows[1] == std::vector<std::string>{"d", "e"});
  CHECK(scan("a,b").faults == std::vector{RowFault::open_line});
  CHECK(scan("a,\"b\"").faults == std::vector{RowFault::open_line});
}

TEST_CASE("whole rows end at a line end outside quotes") {
  CHECK(whole_rows("a,b\nc", ',') == 4);
  CHECK(whole_rows("a,b", ',') == 0);
  CHECK(whole_rows("\"a\n\",b\nc\n\"d\n", ',') == 9);
  CHECK(whole_rows("a\"\nb\n", ',') == 5);
  CHECK(whole_rows("\"a\"\"\n\"\"b\"\n", ',') == 10);
}

TEST_CASE("every cut of a text falls between rows, or within the last") {
  const std::string text = "a,\"b\"\"\n\",c\r\n\"d\",5\",\"\"\n,,\n\"x,y\",z,w\n";
  const Rows all = scan(text).rows;
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    const std::size_t whole = whole_rows(std::string_view{text}.substr(0, cut), ',');
    Rows rows = scan(text.substr(0, whole)).rows;
    const Rows rest = scan(text.substr(whole)).rows;
    rows.insert(rows.end(), rest.begin(), rest.end());
    CHECK(rows == all);
  }
}

TEST_CASE("rows are counted as they are scanned") {
  for (std::string text :
       {"a,b\n1,2\n", "a\n1", "", "\n\n\n", "\"a\nb\",c\r\n1,2\r\n", "\"a\"\"\n\"\n", "a,\"b",
        "\"a\" b\n\"c\nd\"\n", "a\"b\n\"\n", "x,\"\"\"\n\"\ny"}) {
    std::string scanned = text;
    CsvScanner scanner{scanned.data(), scanned.data() + scanned.size(), ','};
    RowCells cells;
    std::uint64_t rows = 0;
    for (; !scanner.at_end(); ++rows) scanner.next(cells);
    INFO(text);
    CHECK(row_count(text, ',') == rows);
  }
}

TEST_CASE("the files of csv-spectrum are read right") {
  const std::filesystem::path folder =
      std::filesystem::path{BILLIJK_SOURCE_DIR} / "tests/unit/io/rows/csv-spectrum";
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    // The package's own answer to location_coordinates is no list and has another telephone number.
    if (entry.path().extension() != ".csv" || entry.path().stem() == "location_coordinates")
      continue;
    INFO(entry.path().filename());
    const Rows rows = scan(bytes_of(entry.path())).rows;
    const auto wanted = nlohmann::json::parse(
        bytes_of(std::filesystem::path{entry.path()}.replace_extension(".json")));
    nlohmann::json found = nlohmann::json::array();
    for (std::size_t i = 1; i < rows.size(); ++i) {
      nlohmann::json record;
      for (std::size_t column = 0; column < rows[i].size(); ++column)
        record[rows[0].at(column)] = rows[i][column];
      found.push_back(record);
    }
    CHECK(found == wanted);
    ++files;
  }
  CHECK(files == 11);
}

}  // namespace
}  // namespace billijk::io
