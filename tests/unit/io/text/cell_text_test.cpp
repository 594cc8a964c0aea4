#include "io/text/cell_text.hpp"

#include <catch2/catch.hpp>

namespace billijk::io {
namespace {

TEST_CASE("what nobody sees at the ends of a cell is left out") {
  for (const char* cell :
       {"x y", " x y\t", "\u00A0x y\u202F", "\u200Bx y\uFEFF", "x y\r", "=\"x y\"", " =\" x y \" "})
    CHECK(trimmed_cell(cell) == "x y");
  CHECK(trimmed_cell(" \u00A0\u200B ").empty());
  CHECK(trimmed_cell("=\"").size() == 2);
  CHECK(trimmed_cell("\u00E9\u20AC") == "\u00E9\u20AC");
}

TEST_CASE("characters without a width go wherever they stand") {
  CHECK(without_invisible("38\u00AD,5\u200E0\u200B") == "38,50");
  CHECK(without_invisible("plain") == "plain");
  CHECK(without_invisible("caf\u00E9") == "caf\u00E9");
}

TEST_CASE("words are alike whatever their capitals, and flags whatever their language") {
  CHECK(is_same_word("Totaal", "TOTAAL"));
  CHECK_FALSE(is_same_word("Totaal", "Totalen"));
  for (const char* text : {"true", "TRUE", "WAAR", "Waar"}) CHECK(flag_text(text) == "true");
  for (const char* text : {"false", "ONWAAR"}) CHECK(flag_text(text) == "false");
  CHECK(flag_text("ja") == "ja");
}

}  // namespace
}  // namespace billijk::io
