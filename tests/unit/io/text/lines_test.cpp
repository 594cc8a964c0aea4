#include "io/text/lines.hpp"

#include <catch2/catch.hpp>

#include "core/number/utf8.hpp"

namespace billijk::io {
namespace {

TEST_CASE("a text is its lines, counted from 1, without their ends") {
  const Lines lines{"schema = 1\r\n\r\n[hours]\nleave = 8"};
  CHECK(lines.count() == 4);
  CHECK(lines.line(1) == "schema = 1");
  CHECK(lines.line(2).empty());
  CHECK(lines.line(3) == "[hours]");
  CHECK(lines.line(4) == "leave = 8");
}

TEST_CASE("a line before the first or past the last is empty") {
  const Lines lines{"a\nb\n"};
  CHECK(lines.count() == 3);
  CHECK(lines.line(0).empty());
  CHECK(lines.line(3).empty());
  CHECK(lines.line(4).empty());
}

TEST_CASE("the lines put together are the text again") {
  for (const char* text : {"", "a", "a\n", "\n\na\r\nb\n"}) CHECK(Lines{text}.text() == text);
}

TEST_CASE("a literal is the bare word that begins at a column") {
  const Lines lines{"a = 8.330 # eight\nb = { value = 1_878, low=0.5}\nc = [4.2,3.10]\r\nd = 7\r"};
  CHECK(lines.literal_at(1, 5) == "8.330");
  CHECK(lines.literal_at(2, 15) == "1_878");
  CHECK(lines.literal_at(2, 26) == "0.5");
  CHECK(lines.literal_at(3, 6) == "4.2");
  CHECK(lines.literal_at(3, 10) == "3.10");
  CHECK(lines.literal_at(4, 5) == "7");
  CHECK(lines.literal_at(4, 50).empty());
}

TEST_CASE("columns count characters, not bytes") {
  const Lines lines{"x = { note = \"€ één 𝛑\", value = 8.33 }"};
  CHECK(lines.literal_at(1, 33) == "8.33");
  CHECK(byte_of_column("é€𝛑x", 1) == 0);
  CHECK(byte_of_column("é€𝛑x", 2) == 2);
  CHECK(byte_of_column("é€𝛑x", 3) == 5);
  CHECK(byte_of_column("é€𝛑x", 4) == 9);
  CHECK(byte_of_column("é€𝛑x", 9) == 10);
  CHECK(core::characters_in("é€𝛑x") == 4);
  CHECK(core::characters_in("") == 0);
}

TEST_CASE("what is marked has a width, also where there is no character") {
  CHECK(marked_in("é€𝛑x") == 4);
  CHECK(marked_in("") == 1);
  CHECK(marked_in("\x9b\x80") == 1);
}

TEST_CASE("a line left out is empty, a table header keeps the lines under it apart") {
  Lines lines{"a = 1\n  [hours\nleave = 8\n[[line]\nb = 2"};
  lines.blank(1, "\x01");
  lines.blank(2, "\x01");
  lines.blank(4, "\x01");
  CHECK(lines.text() == "\n[\"\\u00012\"]\nleave = 8\n[\"\\u00014\"]\nb = 2");
}

TEST_CASE("text is found to be no text at the first byte that is none") {
  CHECK_FALSE(Lines{"één\n€\n𝛑"}.first_invalid_utf8());
  const std::optional<LineColumn> bad =
      Lines{
          "a\n€b\xFF"
          "c"}
          .first_invalid_utf8();
  REQUIRE(bad);
  CHECK(bad->line == 2);
  CHECK(bad->column == 3);
}

}  // namespace
}  // namespace billijk::io
