#include "io/toml/syntax.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using core::Code;
using tests::argument;

SyntaxError explain(const std::string& text, int line = 1, int column = 1,
                    const std::string& said = "something") {
  return explain_syntax(Lines{text}, line, column, said, [](const std::string&) { return true; });
}

struct Comma {
  const char* line;
  const char* found;
  const char* suggestion;
  int column;
};

TEST_CASE("a decimal comma is explained with the number it stands for") {
  const Comma comma = GENERATE(values<Comma>({
      {"year_end_bonus = 8,33", "8,33", "8.33", 18},
      {"x = { value = 7,5, low = 5 }", "7,5", "7.5", 15},
      {"x = 1.234,56 # euro", "1.234,56", "1234.56", 5},
      {"x = -0,5", "-0,5", "-0.5", 5},
      {"\"é\" = 8,33", "8,33", "8.33", 7},
      {"x = { a = 1, b = 8,33}", "8,33", "8.33", 18},
  }));
  CAPTURE(comma.line);
  const SyntaxError error = explain(comma.line);
  REQUIRE(error.diagnostic.code == Code::decimal_comma);
  CHECK(argument(error.diagnostic, "found") == comma.found);
  CHECK(argument(error.diagnostic, "suggestion") == comma.suggestion);
  CHECK(error.diagnostic.at.column == comma.column);
  CHECK(error.diagnostic.at.length == static_cast<int>(std::string_view{comma.found}.size()));
  CHECK(error.blank_line == 1);
}

TEST_CASE("commas between the items of a list are no decimal commas") {
  CHECK(explain("percent = [4.2,3.1").diagnostic.code == Code::not_closed);
  CHECK(explain("mix = { \"0\" = 20,\"5\" = 80").diagnostic.code == Code::not_closed);
  CHECK(explain("percent = [4.2, 3.1").diagnostic.code == Code::not_closed);
}

TEST_CASE("a day that does not exist, or is written in another order, is explained as a day") {
  const std::string day = GENERATE("2026-02-30", "2026-13-01", "31-12-2026", "2026-7-01");
  CAPTURE(day);
  const SyntaxError error = explain("from = " + day);
  CHECK(error.diagnostic.code == Code::no_such_date);
  CHECK(error.diagnostic.key == "from");
  CHECK(error.diagnostic.at.column == 8);
  CHECK(argument(error.diagnostic, "found") == day);
}

TEST_CASE("a number of too many digits is explained as such") {
  const SyntaxError error = explain("a = { value = 99999999999999999999, low = 1 }");
  CHECK(error.diagnostic.code == Code::too_many_digits);
  CHECK(argument(error.diagnostic, "found") == "99999999999999999999");
  CHECK(error.diagnostic.at.column == 15);
}

TEST_CASE("a key written twice is named") {
  const SyntaxError error = explain("leave = 1\n  leave = 2", 2, 3,
                                    "cannot redefine existing integer 'leave' as integer");
  CHECK(error.diagnostic.code == Code::duplicate_key);
  CHECK(error.diagnostic.at.line == 2);
  CHECK(error.diagnostic.at.column == 3);
  CHECK(argument(error.diagnostic, "found") == "leave");
}

TEST_CASE("something left open is told where it opens, also lines before the parser stopped") {
  const SyntaxError bracket = explain("source = [\n  \"a\",\n  \"b\"\nchecked = 1", 4, 1);
  CHECK(bracket.diagnostic.code == Code::not_closed);
  CHECK(bracket.diagnostic.at.line == 1);
  CHECK(bracket.blank_line == 1);
  CHECK(explain("[hours\nleave = 3", 1, 7).diagnostic.key == "hours");
  CHECK(explain("note = 'a \"b\" # c\nx = 1", 1).diagnostic.code == Code::not_closed);
}

TEST_CASE("brackets in texts and comments, and escaped quotes, open nothing") {
  CHECK(explain("a = \"[{\" # [\nb = = 1", 2).diagnostic.code == Code::syntax);
  CHECK(explain("a = \"\\\"[\" 1").diagnostic.code == Code::syntax);
  CHECK(explain("# a = [\nb = = 1", 2).diagnostic.code == Code::syntax);
}

TEST_CASE("anything else is what the parser said, where it said it") {
  const SyntaxError error = explain("a = 1\nb = = 1", 2, 5, "could not determine value type");
  CHECK(error.diagnostic.code == Code::syntax);
  CHECK(error.diagnostic.at.line == 2);
  CHECK(error.diagnostic.at.column == 5);
  CHECK(error.diagnostic.key == "b");
  CHECK(argument(error.diagnostic, "said") == "@syntax_no_value");
  CHECK(argument(error.diagnostic, "sign") == "(none)");
}

TEST_CASE("a percent or euro sign is pointed out, with the line to write") {
  const SyntaxError error = explain("sickness = 7.5%");
  CHECK(argument(error.diagnostic, "unit") == "%");
  CHECK(argument(error.diagnostic, "line") == "sickness = 7.5");
  CHECK(error.diagnostic.at.column == 12);
  CHECK(error.instead == "sickness = 7.5");
  CHECK(argument(explain("tariff = €38").diagnostic, "unit") == "€");
}

TEST_CASE("a line of two readings is not read on in either") {
  const SyntaxError error = explain("volume = € 1.234");
  CHECK(argument(error.diagnostic, "other") == "volume = 1234");
  CHECK(error.instead.empty());
}

TEST_CASE("a parser that stops past the last line leaves out the last") {
  CHECK(explain("a = = 1", 5).blank_line == 1);
}

}  // namespace
}  // namespace billijk::io
