#include "report/words/excerpt.hpp"

#include <catch2/catch.hpp>

#include "report/format/text.hpp"
#include "unit/cases.hpp"

namespace billijk::report {
namespace {

/// The line and the carets below it, for a mark in a text of one line.
std::pair<std::string, std::string> shown(const std::string& text, int column, int length) {
  const std::string both =
      excerpt_of({.source = tests::source(text), .line = 1, .column = column, .length = length});
  const std::size_t end = both.find('\n');
  return {both.substr(0, end), both.substr(end + 1, both.size() - end - 2)};
}

}  // namespace

TEST_CASE("wherever a mark is in a line of any length, it is shown in 80 columns") {
  for (const int length : {1, 20, 71, 72, 73, 100, 300}) {
    std::string text;
    for (int i = 0; i < length; ++i) text += static_cast<char>('a' + i % 26);
    for (int column = 1; column <= length + 1; ++column) {
      for (const int mark : {1, 5, 60, 400}) {
        const auto [line, carets] = shown(text, column, mark);
        REQUIRE(width_of(line) <= 80);
        REQUIRE(width_of(carets) <= 80);
        const std::size_t place = carets.find('^');
        REQUIRE(place != std::string::npos);
        if (column > length) continue;
        REQUIRE(line.at(place) == text.at(static_cast<std::size_t>(column) - 1));
      }
    }
  }
}

TEST_CASE("what is marked is shown whole where it can be") {
  const std::string text = std::string(100, 'x') + "velsen" + std::string(100, 'y');
  const auto [line, carets] = shown(text, 101, 6);
  const std::size_t place = carets.find('^');
  CHECK(carets.substr(place) == "^^^^^^");
  CHECK(line.substr(place, 6) == "velsen");
  CHECK(line.starts_with("    1 | ..."));
  CHECK(line.ends_with("..."));
}

}  // namespace billijk::report
