#include "core/number/date.hpp"

#include <catch2/catch.hpp>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::day;

TEST_CASE("a day is read as it is written, and written as it was read") {
  const std::string text =
      GENERATE("2026-07-01", "2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31", "2026-12-31");
  CAPTURE(text);
  const std::optional<Date> read = parse_date(text);
  REQUIRE(read);
  CHECK(iso(*read) == text);
}

TEST_CASE("a day that does not exist is no day") {
  const std::string text = GENERATE("2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01",
                                    "2026-00-10", "2026-01-00", "1899-12-31", "0000-01-01");
  CAPTURE(text);
  CHECK_FALSE(parse_date(text));
}

TEST_CASE("a day written in another way is no day") {
  const std::string text =
      GENERATE("", "2026-7-1", "01-07-2026", "2026/07/01", "2026-07-01 ", " 2026-07-1", "20260701",
               "2026-0x-01", "-026-07-01", "2026-07--1", "2026-07-+1", "abcd-07-01", "2026-07_01");
  CAPTURE(text);
  CHECK_FALSE(parse_date(text));
}

TEST_CASE("year, month and day make a day only when all three exist") {
  CHECK(make_date(2026, 7, 1) == day("2026-07-01"));
  CHECK_FALSE(make_date(2025, 2, 29));
  CHECK_FALSE(make_date(10000, 1, 1));
}

TEST_CASE("a day knows its year") {
  CHECK(year_of(day("2025-12-31")) == 2025);
  CHECK(year_of(day("2026-01-01")) == 2026);
}

TEST_CASE("a year after a day is the same day, and 28 February after a 29th") {
  CHECK(a_year_after(day("2025-07-01")) == day("2026-07-01"));
  CHECK(a_year_after(day("2023-03-01")) == day("2024-03-01"));
  CHECK(a_year_after(day("2024-02-29")) == day("2025-02-28"));
  CHECK(a_year_after(day("2023-02-28")) == day("2024-02-28"));
}

TEST_CASE("a period counts its first and its last day") {
  CHECK(Period{day("2026-01-01"), day("2026-12-31")}.days() == 365);
  CHECK(Period{day("2024-01-01"), day("2024-12-31")}.days() == 366);
  CHECK(Period{day("2026-03-01"), day("2026-03-01")}.days() == 1);
  CHECK(Period{day("2026-03-01"), day("2026-03-02")} ==
        Period{day("2026-03-01"), day("2026-03-02")});
}

}  // namespace
}  // namespace billijk::core
