#include "io/toml/toml.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using tests::summary;

TomlResult read(const std::string& text) { return read_toml(tests::source(text)); }

const Node& at(const TomlResult& result, std::string_view path) {
  const Node* node = result.root.find_path(path);
  if (node == nullptr) throw std::invalid_argument{"nothing at " + std::string{path}};
  return *node;
}

std::string errors(const std::string& text) { return summary(read(text).errors); }

TEST_CASE("numbers are the text that was written, never a double") {
  const TomlResult result = read(
      "a = 8.3300\n"
      "b = 0.1000000000000000055511151231257827\n"
      "c = 1_878\n"
      "d = { value = -0.50, low = +1e-3 } # 9.9\n"
      "e = [4.20,3.1, 2 ]\n"
      "f=7\n");
  REQUIRE(result.errors.empty());
  CHECK(at(result, "a").text == "8.3300");
  CHECK(at(result, "b").text == "0.1000000000000000055511151231257827");
  CHECK(at(result, "c").text == "1_878");
  CHECK(at(result, "d.value").text == "-0.50");
  CHECK(at(result, "d.low").text == "+1e-3");
  REQUIRE(at(result, "e").items.size() == 3);
  CHECK(at(result, "e").items[0].text == "4.20");
  CHECK(at(result, "e").items[1].text == "3.1");
  CHECK(at(result, "e").items[2].text == "2");
  CHECK(at(result, "f").text == "7");
  CHECK(at(result, "a").type == Node::Type::number);
}

TEST_CASE("a number behind text of several bytes a character is cut where it is written") {
  const TomlResult result =
      read("x = { note = \"€ één 𝛑 ü\", value = 8.33 }\n\"é\" = { \"ö\" = 1.50 }\n");
  REQUIRE(result.errors.empty());
  CHECK(at(result, "x.value").text == "8.33");
  CHECK(at(result, "x.value").at.line == 1);
  CHECK(at(result, "x.value").at.column == 35);
  CHECK(at(result, "é.ö").text == "1.50");
}

TEST_CASE("a text with a byte order mark or Windows line ends reads the same") {
  const TomlResult result = read(
      "\xEF\xBB\xBF"
      "a = 8.33\r\nb = 2.50\r\n");
  REQUIRE(result.errors.empty());
  CHECK(at(result, "a").text == "8.33");
  CHECK(at(result, "b").text == "2.50");
}

TEST_CASE("every kind of value is told from the others") {
  const TomlResult result = read(
      "text = \"1.5\"\nflag = true\nday = 2026-07-01\ntime = 07:32:00\nmoment = "
      "2026-07-01T07:32:00Z\n"
      "list = [1]\nhex = 0xFF\nnan = nan\n[table]\n");
  REQUIRE(result.errors.empty());
  CHECK(at(result, "text").type == Node::Type::text);
  CHECK(at(result, "text").text == "1.5");
  CHECK(at(result, "flag").type == Node::Type::boolean);
  CHECK(at(result, "flag").text == "true");
  CHECK(at(result, "day").type == Node::Type::date);
  CHECK(at(result, "day").date == tests::day("2026-07-01"));
  CHECK(at(result, "time").type == Node::Type::other);
  CHECK(at(result, "moment").type == Node::Type::other);
  CHECK(at(result, "list").type == Node::Type::array);
  CHECK(at(result, "table").is_table());
  CHECK(at(result, "hex").text == "0xFF");
  CHECK(at(result, "nan").type == Node::Type::number);
}

TEST_CASE("keys stand in the order of the file, not of the alphabet") {
  const TomlResult result = read("b = 1\na = 2\n[z]\ny = 1\nx = 2\n[c]\n");
  std::string order;
  for (const Member& member : result.root.members) order += member.key + ' ';
  for (const Member& member : at(result, "z").members) order += member.key + ' ';
  CHECK(order == "b a z c y x ");
}

TEST_CASE("a value and its key know their place") {
  const TomlResult result = read("[hours]\n  sickness = 750\n");
  const Node& sickness = at(result, "hours.sickness");
  CHECK(sickness.at.line == 2);
  CHECK(sickness.at.column == 14);
  CHECK(sickness.at.length == 3);
  CHECK(at(result, "hours").members[0].at.column == 3);
  CHECK(sickness.at.source->name == "-");
}

TEST_CASE("a syntax error does not hide the next") {
  CHECK(errors("a = 8,33\nb = 1\nc = 2026-02-30\nd = = 1\ne = 1\ne = 2\n") ==
        "E005 a 1:5; E006 c 3:5; E004 d 4:5; E007 e 6:1");
}

TEST_CASE("lines without an error are read although others have one") {
  const TomlResult result = read("a = = 8\nb = 1\n[hours]\nleave = 1,234\nsickness = 5\n");
  CHECK(result.skipped);
  CHECK(result.root.find("a") == nullptr);
  CHECK(at(result, "b").text == "1");
  CHECK(at(result, "hours.sickness").text == "5");
  CHECK(result.root.find_path("hours.leave") == nullptr);
  CHECK_FALSE(read("a = 1").skipped);
}

TEST_CASE("a line that is meant in one way is read in that way, and is an error all the same") {
  const TomlResult result = read("a = 8,33\nb = { value = 7,5 %, low = 7 }\n");
  CHECK(summary(result.errors) == "E005 a 1:5; E005 b 2:15");
  CHECK_FALSE(result.skipped);
  CHECK(at(result, "a").text == "8.33");
  CHECK(at(result, "b.value").text == "7.5");
}

TEST_CASE("a line to write is one that TOML takes") {
  const std::string key = GENERATE("x", "x.y", "\"H b\"", "a.", ".a", "k:", "é", "[h]", "");
  const std::string value =
      GENERATE("€ 5", "7,8 %", "“a”", "C:\\x", "\"a \"b\" c\"", "'a'b'", "ja", "07", "1 mei 2026",
               "\u00A05", "{ v = 7,5, n = „x” }", "(5)", "-");
  for (const core::Diagnostic& error : read(key + " = " + value).errors) {
    const std::string line = tests::argument(error, "line");
    CAPTURE(key, value, line);
    if (line != "(none)") CHECK(read(line).errors.empty());
  }
}

TEST_CASE("the lines of a pasted table are one error") {
  const TomlResult result = read("a = 1\nx\ty\nz\t5\nb = 2\n");
  CHECK(summary(result.errors) == "E004  2:1");
  CHECK(at(result, "b").text == "2");
}

TEST_CASE("lines under a mistyped table header belong to no other table") {
  const TomlResult result =
      read("[wage]\nhourly = 16\n[hours\nleave = 3\nhourly = 9\n[travel]\nminutes = 4\n");
  REQUIRE(summary(result.errors) == "E008 hours 3:1");
  CHECK(at(result, "wage").members.size() == 1);
  CHECK(at(result, "travel.minutes").text == "4");
  CHECK(result.root.find("hours") == nullptr);
  CHECK(result.root.members.size() == 2);
}

TEST_CASE("two mistyped headers keep their lines apart from each other") {
  CHECK(errors("[hours\nleave = 3\n[travel\nleave = 4\n") == "E008 hours 1:1; E008 travel 3:1");
}

TEST_CASE("a bracket left open is told at the line that opens it") {
  CHECK(errors("a = 1\nb = [4.2, 3.1\nc = 2\n") == "E008 b 2:5");
  CHECK(errors("a = { value = 1\nb = 2\n") == "E008 a 1:5");
}

TEST_CASE("an array of several lines left open is told once") {
  CHECK(errors("a = 1\nb = [\n  4.2,\n  3.1\nc = 2\n") == "E008 b 2:5");
}

TEST_CASE("a quote left open is told at its line") {
  CHECK(errors("title = \"Huishoudelijke hulp\nb = 1\n") == "E008 title 1:9");
  CHECK(errors("title = \"Huishoudelijke hulp") == "E008 title 1:9");
}

TEST_CASE("what is not text is told once, at its first byte") {
  const TomlResult result = read("a = 1\nb = \"caf\xE9\"\nc = = 1\n");
  CHECK(summary(result.errors) == "E009  2:9");
  CHECK(result.skipped);
}

TEST_CASE("a file of errors only ends, after a hundred of them") {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "a" + std::to_string(i) + " = 1,5\n";
  const TomlResult result = read(text);
  REQUIRE(result.errors.size() == 101);
  CHECK(tests::codes(result.errors).ends_with("E005 E044"));
}

TEST_CASE("a key of more parts than anybody writes is told, not followed") {
  std::string deep = "a";
  for (int i = 0; i < 100'000; ++i) deep += ".a";
  CHECK(tests::codes(read("b = 1\n" + deep + " = 1\n").errors) == "E004");
  CHECK(read("a.b.c.d.e.f = 1.5 # 1.2.3\n").errors.empty());
}

TEST_CASE("an error at the end of a text stands in it") { CHECK(errors("\"\n") == "E004 \" 1:2"); }

TEST_CASE("nothing is said of what stands in the place of a line left out") {
  CHECK(errors("t=\"\"\"\n=\n[") == "E008  3:1");
}

TEST_CASE("an empty text is an empty table") {
  CHECK(read("").errors.empty());
  CHECK(read("").root.members.empty());
}

}  // namespace
}  // namespace billijk::io
