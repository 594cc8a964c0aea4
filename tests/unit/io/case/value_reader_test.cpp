#include "io/case/value_reader.hpp"

#include <catch2/catch.hpp>

#include "io/toml/toml.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using core::Code;
using core::Diagnostics;
using tests::argument;
using tests::codes;
using tests::decimal;

const core::KeyFacts& percent = facts_of(core::Key::sickness);
const core::KeyFacts& hours = facts_of(core::Key::leave);
const core::KeyFacts& fixed = facts_of(core::Key::rounding_step);

Node value(const std::string& text) {
  const TomlResult result = read_toml(tests::source("x = " + text + '\n'));
  if (!result.errors.empty()) throw std::invalid_argument{tests::summary(result.errors)};
  return *result.root.find("x");
}

/// Reads one value as a number, and what was found wrong with it.
struct Read {
  explicit Read(const std::string& text, const core::KeyFacts& facts = percent) {
    ValueReader reader{findings};
    number = reader.number(value(text), "x", facts);
  }
  Diagnostics findings;
  std::optional<core::Input> number;
};

TEST_CASE("a plain number is an assumption without source") {
  const Read read{"7.50"};
  REQUIRE(read.number);
  CHECK(read.findings.empty());
  CHECK(read.number->value == decimal("7.5"));
  CHECK(read.number->grade == core::Grade::assumed);
  CHECK(read.number->source.empty());
  CHECK_FALSE(read.number->has_range());
  CHECK(read.number->at.column == 5);
}

TEST_CASE("a number as a table carries range, grade, source, day and note") {
  const Read read{
      "{ value = 6.5, low = 5.5, high = 8.0, grade = \"measured\", source = \"a\", checked = "
      "2026-11-01, note = \"n\" }"};
  REQUIRE(read.number);
  CHECK(read.number->value == decimal("6.5"));
  CHECK(read.number->low == decimal("5.5"));
  CHECK(read.number->high == decimal("8"));
  CHECK(read.number->grade == core::Grade::measured);
  CHECK(read.number->source == std::vector<std::string>{"a"});
  CHECK(read.number->checked == tests::day("2026-11-01"));
  CHECK(read.number->note == "n");
  CHECK(read.number->at.column == 15);
  const Read several{"{ value = 6.5, source = [\"a\", \"b\"] }"};
  CHECK(several.number->source.size() == 2);
}

TEST_CASE("a note is one text, or one a language") {
  const Read both{"{ value = 6.5, note = { nl = \"uur\", en = \"hour\" } }"};
  REQUIRE(both.number);
  CHECK(both.number->note.of("nl") == "uur");
  CHECK(both.number->note.of("en") == "hour");
  CHECK(Read{"{ value = 6.5, note = { en = \"hour\" } }"}.number->note.of("nl") == "hour");
}

TEST_CASE("what is no text in a language is told") {
  const Read other{"{ value = 6.5, note = { nl = \"uur\", fr = \"heure\" } }"};
  REQUIRE(codes(other.findings) == "E010");
  CHECK(other.findings[0].key == "x.note.fr");
  const Read number{"{ value = 6.5, note = { nl = 5 } }"};
  REQUIRE(codes(number.findings) == "E011");
  CHECK(number.findings[0].key == "x.note.nl");
  const Read none{"{ value = 6.5, note = {} }"};
  REQUIRE(codes(none.findings).size() == 4);
  CHECK(argument(none.findings[0], "key") == "x.note.nl");
  CHECK(codes(Read{"{ value = 6.5, note = [\"a\"] }"}.findings) == "E011");
}

TEST_CASE("a range holds its value, equal ends allowed") {
  CHECK(Read{"{ value = 5, low = 5, high = 5 }"}.number);
  const Read low{"{ value = 5, low = 6 }"};
  CHECK_FALSE(low.number);
  REQUIRE(codes(low.findings) == "E018");
  CHECK(argument(low.findings[0], "low") == "6");
  CHECK(argument(low.findings[0], "high") == "-");
  CHECK(codes(Read{"{ value = 5, low = 1, high = 4.9 }"}.findings) == "E018");
}

TEST_CASE("a range where none may stand is told, each end") {
  CHECK(codes(Read{"{ value = 5, low = 4, high = 6 }", fixed}.findings) == "E019 E019");
}

TEST_CASE("a table without a value misses it") {
  const Read read{"{ low = 4 }"};
  REQUIRE(codes(read.findings) == "E016");
  CHECK(argument(read.findings[0], "key") == "x.value");
}

TEST_CASE("an unknown part of a number is told with the nearest known") {
  const Read read{"{ value = 5, hihg = 6 }"};
  CHECK_FALSE(read.number);
  REQUIRE(codes(read.findings) == "E010");
  CHECK(read.findings[0].key == "x.hihg");
  CHECK(argument(read.findings[0], "nearest") == "high");
}

TEST_CASE("a grade of presets alone is no grade of a case") {
  const Read read{"{ value = 5, grade = \"expected\" }"};
  REQUIRE(codes(read.findings) == "E013");
  CHECK(argument(read.findings[0], "found") == "expected");
  CHECK(argument(read.findings[0], "allowed").ends_with("assumed, placeholder"));
}

TEST_CASE("every part of a number that does not fit is told at once") {
  CHECK(codes(Read{"{ value = 500, low = \"a\", grade = 1, source = 2, checked = \"x\", note = 3 }"}
                  .findings) == "E015 E011 E011 E006 E011 E012");
}

TEST_CASE("a range may say how it is drawn, where a range may stand") {
  CHECK(Read{"{ value = 7.5, low = 6 }"}.number->distribution == core::Distribution::triangular);
  CHECK(Read{"{ value = 7.5, low = 6, distribution = \"uniform\" }"}.number->distribution ==
        core::Distribution::uniform);
  const Read wrong{"{ value = 7.5, distribution = \"normal\" }"};
  CHECK(codes(wrong.findings) == "E013");
  CHECK(argument(wrong.findings.front(), "allowed") == "triangular, uniform");
  CHECK(codes(Read{"{ value = 7.5, distribution = \"uniform\" }", fixed}.findings) == "E019");
}

TEST_CASE("a number outside its limits is told with what is allowed") {
  const Read read{"750"};
  REQUIRE(codes(read.findings) == "E012");
  CHECK(argument(read.findings[0], "found") == "750");
  CHECK(argument(read.findings[0], "suggestion") == "7.5");
  CHECK(argument(Read{"5001"}.findings[0], "suggestion") == "(none)");
  CHECK(argument(Read{"-1", hours}.findings[0], "suggestion") == "(none)");
  CHECK(codes(Read{"0", fixed}.findings) == "E012");
}

std::string limits(const core::KeyFacts& facts) {
  core::Diagnostic finding = core::finding(Code::out_of_range);
  add_limits(finding.arguments, facts);
  return argument(finding, "allowed") + ' ' + argument(finding, "low") + ' ' +
         argument(finding, "high") + ' ' + argument(finding, "unit_name");
}

TEST_CASE("the limits of a key are told with the unit they are in") {
  CHECK(limits(facts_of(core::Key::sickness)) == "@allowed_between 0 100 @unit_of_percent");
  CHECK(limits(facts_of(core::Key::leave)).starts_with("@allowed_least 0 "));
  CHECK(limits(facts_of(core::Key::leave)).ends_with(" @unit_of_hours_per_year"));
  CHECK(limits(facts_of(core::Key::rounding_step)).starts_with("@allowed_above 0 "));
  CHECK(limits(facts_of(core::Key::part_time_factor)).starts_with("@allowed_above_to 0 100 "));
  CHECK(limits(amount_facts).starts_with("@any_amount "));
}

struct Refused {
  const char* literal;
  const char* code;
};

TEST_CASE("what is no decimal is refused with the reason") {
  const Refused refused = GENERATE(values<Refused>({
      {"nan", "E015"},
      {"inf", "E015"},
      {"-inf", "E015"},
      {"0x1F", "E015"},
      {"0b1", "E015"},
      {"1234567890123", "E014"},
      {"0.1234567890123", "E014"},
      {"\"7,500\"", "E132"},
      {"\"1.234,5\"", "E012"},
      {"\"€ 7.5\"", "E015"},
      {"\"veel\"", "E015"},
      {"true", "E011"},
      {"2026-07-01", "E011"},
      {"[1]", "E011"},
      {"07:32:00", "E011"},
  }));
  CAPTURE(refused.literal);
  const Read read{refused.literal};
  CHECK_FALSE(read.number);
  CHECK(codes(read.findings) == refused.code);
}

TEST_CASE("a number in quotes is read as people write it, unless it could be two") {
  for (const char* literal : {"\"7,5\"", "\"7.50\"", "\"7,5 %\"", "\" 7,5\""})
    CHECK(Read{literal}.number->value.text() == core::parse_decimal("7.5").value->text());
  const Diagnostics found = Read{"\"7,500\""}.findings;
  CHECK(argument(found[0], "whole") == "7500");
  CHECK(argument(found[0], "suggestion") == "7.5");
}

TEST_CASE("a wrong type names what was wanted and what was found") {
  const Diagnostics found = Read{"[1]"}.findings;
  CHECK(argument(found[0], "wanted") == "@type_number");
  CHECK(argument(found[0], "found") == "@type_array");
  CHECK(argument(Read{"true"}.findings[0], "found") == "@type_flag");
  CHECK(argument(Read{"2026-07-01"}.findings[0], "found") == "@type_date");
  CHECK(argument(Read{"07:32:00"}.findings[0], "found") == "@type_other");
  CHECK(argument(Read{"\"a\""}.findings[0], "found") == "a");
}

TEST_CASE("words, choices, days, years and flags are read or told") {
  Diagnostics findings;
  ValueReader reader{findings};
  CHECK(reader.text(value("\"a\""), "x") == "a");
  CHECK(reader.choice(value("\"large\""), "x", core::choice_words<core::Employer>) ==
        std::size_t{1});
  CHECK(reader.date(value("2026-07-01"), "x") == tests::day("2026-07-01"));
  CHECK(reader.year(value("2025"), "x") == 2025);
  CHECK(reader.year(value("2025.0"), "x") == 2025);
  CHECK(reader.flag(value("true"), "x") == true);
  CHECK(reader.flag(value("false"), "x") == false);
  REQUIRE(findings.empty());
  CHECK_FALSE(reader.text(value("1"), "x"));
  CHECK_FALSE(reader.choice(value("1"), "x", core::choice_words<core::Employer>));
  CHECK_FALSE(reader.choice(value("\"larg\""), "x", core::choice_words<core::Employer>));
  CHECK_FALSE(reader.choice(value("\"zzzzzz\""), "x", core::choice_words<core::Employer>));
  CHECK_FALSE(reader.date(value("\"1 juli\""), "x"));
  CHECK(reader.date(value("\"1-7-2026\""), "x") == core::make_date(2026, 7, 1));
  CHECK_FALSE(reader.date(value("1850-01-01"), "x"));
  CHECK_FALSE(reader.date(value("1"), "x"));
  CHECK_FALSE(reader.year(value("2025.5"), "x"));
  CHECK_FALSE(reader.year(value("1899"), "x"));
  CHECK_FALSE(reader.flag(value("\"true\""), "x"));
  CHECK(codes(findings) == "E011 E011 E013 E013 E006 E006 E011 E011 E012 E011");
  CHECK(argument(findings[2], "nearest") == "large");
  CHECK(argument(findings[2], "allowed") == "small, large");
  CHECK(argument(findings[3], "nearest") == "(none)");
}

TEST_CASE("a source is a word or a list of words") {
  Diagnostics findings;
  ValueReader reader{findings};
  CHECK(reader.texts(value("\"a\""), "x") == std::vector<std::string>{"a"});
  CHECK(reader.texts(value("[\"a\", \"b\"]"), "x") == std::vector<std::string>{"a", "b"});
  CHECK(reader.texts(value("[]"), "x").empty());
  CHECK(reader.texts(value("[1, \"b\"]"), "x") == std::vector<std::string>{"b"});
  CHECK(reader.texts(value("1"), "x").empty());
  CHECK(codes(findings) == "E011 E011");
}

}  // namespace
}  // namespace billijk::io
