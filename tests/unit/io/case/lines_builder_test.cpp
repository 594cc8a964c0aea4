#include "io/case/lines_builder.hpp"

#include <catch2/catch.hpp>

#include "io/case/check.hpp"
#include "io/toml/toml.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using tests::argument;
using tests::codes;
using tests::decimal;

Node read_once(const std::string& text) {
  Node root = read_toml(tests::source(text)).root;
  check_case_file(root);
  return root;
}
std::vector<core::OwnLine> build(const std::string& text, core::Diagnostics& errors) {
  return build_lines(read_once(text).find("line"), errors);
}
std::string errors_of(const std::string& text) {
  core::Diagnostics errors;
  build(text, errors);
  return tests::summary(errors);
}
const std::string amount = "amount = 1\nper = \"paid_hour\"\n";

TEST_CASE("an own line is an amount with its per, or a percentage with its of") {
  core::Diagnostics errors;
  const auto lines = build(
      "[[line]]\nkey = \"a\"\nlabel = \"A\"\nelement = \"f\"\namount = { value = -0.05, low = -1, "
      "grade = \"agreed\" }\n"
      "per = \"full_timer_year\"\n[[line]]\nkey = \"b\"\nelement = \"b\"\npercent = 1.2\nof = "
      "\"labour\"\n",
      errors);
  REQUIRE(errors.empty());
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].key == "a");
  CHECK(lines[0].label == "A");
  CHECK(lines[0].element == core::Element::f);
  CHECK(lines[0].figure.value == decimal("-0.05"));
  CHECK(lines[0].figure.low == decimal("-1"));
  CHECK(lines[0].figure.grade == core::Grade::agreed);
  CHECK(lines[0].per == core::LinePer::full_timer_year);
  CHECK_FALSE(lines[0].of);
  CHECK(lines[1].label == "b");
  CHECK(lines[1].element == core::Element::b);
  CHECK(lines[1].of == core::LineBase::labour);
  CHECK_FALSE(lines[1].per);
}

std::string derived_errors(const std::string& text) {
  core::Diagnostics errors;
  build_derived(read_once(text).find("derived"), errors);
  return tests::summary(errors);
}

TEST_CASE("a derived price is a percentage of a price, perhaps with what it must be at least") {
  core::Diagnostics errors;
  const auto prices = build_derived(
      read_once("[[derived]]\nkey = \"a\"\nlabel = \"A\"\npercent = { value = 75, grade "
                "= \"agreed\" }\nof = \"wage_floor\"\nat_least = "
                "\"informal_floor\"\n[[derived]]\nkey = \"b\"\npercent = 80\nof = "
                "\"tariff\"\n")
          .find("derived"),
      errors);
  REQUIRE(errors.empty());
  REQUIRE(prices.size() == 2);
  CHECK(prices[0].label == "A");
  CHECK(prices[0].percent.grade == core::Grade::agreed);
  CHECK(prices[0].of == core::DerivedBase::wage_floor);
  CHECK(prices[0].at_least == core::LeastPrice::informal_floor);
  CHECK(prices[1].label == "b");
  CHECK_FALSE(prices[1].at_least);
}

TEST_CASE("a derived price needs a key of its own, a percentage and a base") {
  CHECK(derived_errors("[[derived]]\nlabel = \"A\"\n") ==
        "E016 derived.key 1:1; E016 derived.percent 1:1; E016 derived.of 1:1");
  const std::string whole = "[[derived]]\nkey = \"a\"\npercent = 80\nof = \"tariff\"\n";
  CHECK(derived_errors(whole + whole) == "E146 derived.key 6:7");
  CHECK(derived_errors("[[derived]]\nkey = \"\"\npercent = 80\nof = \"tariff\"\n") ==
        "E146 derived.key 2:7");
  // A name of the program is free: nothing is added up with these.
  CHECK(derived_errors("[[derived]]\nkey = \"wage\"\npercent = 80\nof = \"tariff\"\n").empty());
}

TEST_CASE("a line needs a key, an element and one figure") {
  CHECK(errors_of("[[line]]\n" + amount) == "E016 line.key 1:1; E016 line.element 1:1");
  CHECK(errors_of("[[line]]\nkey = \"a\"\nelement = \"f\"\n") == "E033 line.amount 1:1");
}

TEST_CASE("an amount with a base, a percentage with a per, or both figures are no line") {
  for (const char* figures :
       {"amount = 1\nof = \"wage\"", "percent = 1\nper = \"paid_hour\"", "amount = 1",
        "percent = 1", "amount = 1\nper = \"paid_hour\"\npercent = 1\nof = \"wage\"",
        "amount = 1\nper = \"paid_hour\"\nof = \"wage\""}) {
    CAPTURE(figures);
    CHECK(errors_of("[[line]]\nkey = \"a\"\nelement = \"f\"\n" + std::string{figures})
              .starts_with("E033 line.amount "));
  }
}

TEST_CASE("the key of a line is its own") {
  const std::string rest = "\"\nelement = \"f\"\n" + amount;
  core::Diagnostics errors;
  const auto lines = build("[[line]]\nkey = \"a" + rest + "[[line]]\nkey = \"a" + rest +
                               "[[line]]\nkey = \"margin" + rest + "[[line]]\nkey = \"ceiling" +
                               rest + "[[line]]\nkey = \"" + rest,
                           errors);
  CHECK(lines.size() == 1);
  REQUIRE(codes(errors) == "E032 E032 E032 E032");
  CHECK(argument(errors[0], "reason") == "@taken_by_line");
  CHECK(argument(errors[1], "reason") == "@taken_by_program");
  CHECK(errors[1].key == "line.key");
}

TEST_CASE("a line of which a value does not fit is left out without another word") {
  core::Diagnostics errors;
  CHECK(build("[[line]]\nkey = \"a\"\nelement = \"f\"\namount = \"a\"\nper = \"paid_hour\"\n"
              "[[line]]\nkey = \"b\"\nelement = \"f\"\namount = 1\nper = \"week\"\n",
              errors)
            .empty());
  CHECK(errors.empty());
  CHECK(build_lines(nullptr, errors).empty());
}

core::IndexClause clause(const std::string& body) {
  core::Diagnostics errors;
  const Node root = read_once("contract.indexation = { " + body + " }");
  const std::optional<core::IndexClause> built =
      build_clause(root.find_path("contract.indexation"), errors);
  if (!built || !errors.empty()) throw std::invalid_argument{tests::summary(errors)};
  return *built;
}

TEST_CASE("a contract's clause is a series, a percentage, or none") {
  const core::IndexClause series =
      clause("series = \"nl/vng-90-10\", cap = 5.0, catch_up = \"ratio\"");
  CHECK(series.series == "nl/vng-90-10");
  CHECK(series.cap->value == decimal("5"));
  CHECK(series.catch_up == core::CatchUp::ratio);
  CHECK_FALSE(series.none);
  CHECK(clause("percent = 2").percent->value == decimal("2"));
  CHECK(clause("none = true").none);
}

TEST_CASE("a clause that states two ways, or none at all, is told") {
  const auto found = [](const std::string& body) {
    core::Diagnostics errors;
    const Node root = read_once("contract.indexation = { " + body + " }");
    build_clause(root.find_path("contract.indexation"), errors);
    return codes(errors);
  };
  CHECK(found("series = \"a\", percent = 2") == "E017");
  CHECK(found("percent = 2, none = true") == "E017");
  CHECK(found("cap = 5") == "E016");
  CHECK(found("percent = 2, none = false").empty());
  core::Diagnostics errors;
  CHECK_FALSE(build_clause(nullptr, errors));
}

}  // namespace
}  // namespace billijk::io
