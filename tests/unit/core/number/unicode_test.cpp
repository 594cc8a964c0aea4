#include "core/number/unicode.hpp"

#include <catch2/catch.hpp>

namespace billijk::core {
namespace {

TEST_CASE("marks that join a letter take no column, wide characters take two") {
  CHECK(columns_of("Velsen") == 6);
  CHECK(columns_of("Súdwest") == 7);
  CHECK(columns_of("Su\u0301dwest") == 7);
  CHECK(columns_of("東京") == 4);
  CHECK(columns_of("🏠 thuis") == 8);
  CHECK(columns_of("€ 5 – 6") == 7);
  CHECK(columns_of("\xff\xfe") == 2);
  CHECK(columns_of("") == 0);
}

TEST_CASE("a text is cut before the character that no longer fits, and after its marks") {
  CHECK(bytes_within("Velsen", 3) == 3);
  CHECK(bytes_within("e\u0301e", 1) == 3);
  CHECK(bytes_within("東京", 3) == 3);
  CHECK(bytes_within("ab", 9) == 2);
}

TEST_CASE("a character is named by its number") {
  CHECK(code_point_of("\u00A0x") == "U+00A0");
  CHECK(code_point_of("\x07") == "U+0007");
  CHECK(code_point_of("🏠") == "U+1F3E0");
  CHECK(code_point_of("") == "U+0000");
}

TEST_CASE("names are the same however their accents were typed, and with blanks behind them") {
  CHECK(comparable_name("Su\u0301dwest-Fryslân ") == comparable_name("Súdwest-Frysla\u0302n"));
  CHECK(comparable_name("Velsen  ") == "Velsen");
  CHECK(comparable_name(" Velsen") == " Velsen");
  CHECK(comparable_name("velsen") != comparable_name("Velsen"));
  CHECK(comparable_name("caf\xff") == "caf\xff");
  CHECK(comparable_name("").empty());
}

}  // namespace
}  // namespace billijk::core
