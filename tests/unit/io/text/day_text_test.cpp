#include "io/text/day_text.hpp"

#include <catch2/catch.hpp>

namespace billijk::io {
namespace {

std::string day(std::string_view text, SerialDays serial_days = SerialDays::refused) {
  const DayText read = read_day(text, serial_days);
  if (read.day) return core::iso(*read.day);
  if (read.is_absent) return "absent";
  return read.one + (read.other.empty() ? "" : " or " + read.other);
}

TEST_CASE("a day is read as people write it") {
  for (const char* text :
       {"2026-03-01", "2026-3-1", "2026/3/1", "1-3-2026", "01-03-2026", "1.3.2026", "1 maart 2026",
        "1 mrt 2026", "1 mrt. 2026", "1-mar-2026", "1 March 2026", "1-3-2026 00:00",
        "2026-03-01T00:00:00", "\u00A01-3-2026 ", "=\"1-3-2026\""})
    CHECK(day(text) == "2026-03-01");
  CHECK(day("30 sept 2026") == "2026-09-30");
  CHECK(day("31-12-2026") == "2026-12-31");
}

TEST_CASE("numbers with slashes are a day where either order gives the same") {
  CHECK(day("13/12/2026") == "2026-12-13");
  CHECK(day("12/13/2026") == "2026-12-13");
  CHECK(day("1/1/2026") == "2026-01-01");
  CHECK(day("1/2/2026") == "2026-02-01 or 2026-01-02");
  CHECK(day("13/13/2026") == "absent");
}

TEST_CASE("a year of two digits is asked about, and a day that is not there is none") {
  CHECK(day("1-7-26") == "2026-07-01");
  CHECK_FALSE(read_day("1-7-26").day);
  CHECK(day("31-2-26").empty());
  CHECK(day("30-02-2026") == "absent");
  CHECK(day("2026-13-01") == "2026-01-13");
  CHECK(day("2026-31-12") == "2026-12-31");
  CHECK(day("2026-13-32") == "absent");
}

TEST_CASE("what is no day is none") {
  for (const char* text : {"", "soon", "a-b-2026", "1--2026", "1-2-3-2026", "1.248.000",
                           "1-2-20266", "mei 2026", "ma 2026 1", "1-7-2026 12:30", "31-1\x95-2076",
                           "1 xx 2026", "123-1-2026", "1-123-2026", "2026-1-123"})
    CHECK(day(text).empty());
}

TEST_CASE("a spreadsheet's number of a day is one only where it may be") {
  CHECK(day("46023", SerialDays::read) == "2026-01-01");
  CHECK(day("46023").empty());
  CHECK(day("36586", SerialDays::read) == "2000-03-01");
  CHECK(day("19999", SerialDays::read).empty());
  CHECK(day("80001", SerialDays::read).empty());
  CHECK(day("4602", SerialDays::read).empty());
}

TEST_CASE("what is said of no day is what to write") {
  const auto how = [](std::string_view text) {
    return std::get<core::Phrase>(arguments_of(std::string{text}, read_day(text))[1].second);
  };
  CHECK(how("1-7-26") == core::Phrase::date_meant);
  CHECK(how("1/2/2026") == core::Phrase::date_of_two);
  CHECK(how("31-2-2026") == core::Phrase::date_absent);
  CHECK(how("soon") == core::Phrase::date_form);
}

}  // namespace
}  // namespace billijk::io
