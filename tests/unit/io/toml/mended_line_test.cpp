#include "io/toml/mended_line.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace billijk::io {
namespace {

std::string write_for(std::string_view line) {
  const auto mended = mended_line(line);
  if (!mended) return "-";
  return mended->other.empty() ? mended->line : mended->line + " | " + mended->other;
}

TEST_CASE("what people write for a value becomes the line to write") {
  CHECK(write_for("tariff = € 39,60") == "tariff = 39.6");
  CHECK(write_for("tariff = -€ 6,93") == "tariff = -6.93");
  CHECK(write_for("tariff = € 38,-") == "tariff = 38");
  CHECK(write_for("tariff = 38.50 EUR  # offer") == "tariff = 38.5");
  CHECK(write_for(R"(x = { note = "a, \" # b", value = 7 % })") ==
        R"(x = { note = "a, \" # b", value = 7 })");
  CHECK(write_for("tariff = EUR 38.50") == "tariff = 38.5");
  CHECK(write_for("sickness = 7,8 procent") == "sickness = 7.8");
  CHECK(write_for("sickness = 7.8%") == "sickness = 7.8");
  CHECK(write_for("contract = 36 uur per week") == "contract = 36");
  CHECK(write_for("sickness = .5") == "sickness = 0.5");
  CHECK(write_for("sickness = 5.") == "sickness = 5");
  CHECK(write_for("sickness = 07.5") == "sickness = 7.5");
  CHECK(write_for("volume = 1.248.000") == "volume = 1248000");
  CHECK(write_for("from = 1 januari 2026") == "from = 2026-01-01");
  CHECK(write_for("from = 2026-1-1") == "from = 2026-01-01");
  CHECK(write_for("none = WAAR") == "none = true");
  CHECK(write_for("none = nee") == "none = false");
  CHECK(write_for("of = direct") == "of = \"direct\"");
}

TEST_CASE("a figure of two readings has a line for each") {
  CHECK(write_for("volume = € 1.234") == "volume = 1.234 | volume = 1234");
  CHECK(write_for("x = { value = 1,234 EUR, low = 5 }") ==
        "x = { value = 1.234, low = 5 } | x = { value = 1234, low = 5 }");
}

TEST_CASE("texts get upright quotes, and may have a \\ or a quote in them") {
  CHECK(write_for("title = “Velsen”") == "title = \"Velsen\"");
  CHECK(write_for("title = „Velsen\"") == "title = \"Velsen\"");
  CHECK(write_for(R"(file = "C:\zorg\uur")") == R"(file = 'C:\zorg\uur')");
  CHECK(write_for(R"(title = "zorg "thuis" nl")") == R"(title = 'zorg "thuis" nl')");
  CHECK(write_for(R"(title = "'t "huis"")") == R"(title = "'t \"huis\"")");
}

TEST_CASE("every part of a table in one line is mended") {
  CHECK(write_for("sickness = { value = 7,8 %, low = 7, source = “Vernet, 2025” }") ==
        "sickness = { value = 7.8, low = 7, source = \"Vernet, 2025\" }");
}

TEST_CASE("an equals sign is put where one belongs") {
  CHECK(write_for("leave: 237,4") == "leave = 237.4");
  CHECK(write_for("leave 237.4") == "leave = 237.4");
  CHECK(write_for("this is prose") == "-");
}

TEST_CASE("a line that is as TOML has it is left alone") {
  CHECK(write_for("leave = 237.4") == "-");
  CHECK(write_for("from = 2026-01-01") == "-");
  CHECK(write_for(R"(title = "caf\u00e9 \"x\"")") == "-");
  CHECK(write_for("title = '“'") == "-");
  CHECK(write_for("[hours]") == "-");
  CHECK(write_for("# € 5") == "-");
  CHECK(write_for(R"(title = "5\" # x")") == "-");
  CHECK(write_for("") == "-");
}

TEST_CASE("nobody guesses what a unit without a figure, or a figure with a letter, is") {
  CHECK(write_for("step = 5a") == "step = \"5a\"");
  CHECK(write_for("x = { value = 7.5 grade = \"measured\" }") == "-");
  CHECK(write_for("title = \"open") == "-");
}

TEST_CASE("a character nobody sees is named and left out") {
  const auto mended = mended_line("sickness\u00A0= \u200B7,5 %");
  REQUIRE(mended);
  CHECK(mended->why == core::Phrase::syntax_unseen_sign);
  CHECK(mended->at == 8);
  CHECK(mended->line == "sickness = 7.5");
  CHECK(mended_line("title = \"a\x07z\"")->line == "title = \"az\"");
}

TEST_CASE("of a line of nothing but such characters nothing is left to write") {
  const auto mended = mended_line(" \x12\x12");
  REQUIRE(mended);
  CHECK(mended->line.empty());
}

TEST_CASE("a pasted table and a key with a blank are told as such") {
  CHECK(mended_line("Velsen\t38,50")->why == core::Phrase::syntax_pasted_table);
  CHECK(mended_line("sick leave = 5")->why == core::Phrase::syntax_bad_key);
  CHECK(mended_line("Velsen\t38,50")->line.empty());
}

}  // namespace
}  // namespace billijk::io
