#include "report/format/cell_text.hpp"

#include <catch2/catch.hpp>

namespace billijk::report {

TEST_CASE("a number keeps its sign in a spreadsheet, what it would run is text") {
  const CsvCell excel{CsvDialect::dutch_excel};
  for (const char* number : {"-5", "-5,25", "+3.5", "-1.234,50"})
    CHECK(excel.text(number) == number);
  CHECK(excel.text("-5+A1") == "'-5+A1");
  CHECK(excel.text(" =1") == "' =1");
  CHECK(excel.text("-") == "'-");
  CHECK(CsvCell{CsvDialect::plain}.text("=1") == "=1");
}

}  // namespace billijk::report
