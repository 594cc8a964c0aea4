#include "io/toml/shape.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace billijk::io {
namespace {

std::string times(int count, const std::string& text) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

std::optional<core::Phrase> what(const std::string& text) {
  const std::optional<Excess> excess = excess_of(text);
  return excess ? std::optional{excess->what} : std::nullopt;
}

constexpr core::Phrase deep = core::Phrase::syntax_too_deep;
constexpr core::Phrase many = core::Phrase::syntax_too_many;

}  // namespace

TEST_CASE("a key of a hundred parts passes, one of more does not, however they are quoted") {
  for (const char* part : {"a.", "\"a\".", "'a'.", "\"a.b\\\"\" . "}) {
    CHECK(what(times(100, part) + "a = 1\n") == std::nullopt);
    CHECK(what(times(101, part) + "a = 1\n") == deep);
    CHECK(what('[' + times(101, part) + "a]\n") == deep);
    CHECK(what("[[" + times(101, part) + "a]]\n") == deep);
  }
}

TEST_CASE("parts of keys add up through tables and lists in each other") {
  CHECK(what("x = " + times(100, "{a = ") + "1") == std::nullopt);
  CHECK(what("x = " + times(101, "{a = ") + "1") == deep);
  CHECK(what("x = " + times(101, "[")) == deep);
  CHECK(what("x = " + times(11, "{" + times(10, "a.") + "a = ") + "1") == deep);
  CHECK(what("x = [" + times(1000, "{a.b.c = 1.5}, ") + "]") == std::nullopt);
}

TEST_CASE("points in values, texts and comments are no parts of a key") {
  CHECK(what("x = [" + times(300, "1.5, ") + "]") == std::nullopt);
  CHECK(what("x = \"" + times(300, "a.") + "\"") == std::nullopt);
  CHECK(what("x = '" + times(300, "a.") + "'") == std::nullopt);
  CHECK(what("x = \"\"\"" + times(300, "a.\n\"") + "\"\"\"") == std::nullopt);
  CHECK(what("# " + times(300, "a.")) == std::nullopt);
  CHECK(what(times(300, "a.b = 1.5 # 1.2\n")) == std::nullopt);
}

TEST_CASE("the line of what is too deep is told, behind texts of several lines") {
  const std::string before = "a = '''\n\n'''\nb = \"\"\"\nx\\\n\"\"\"\n# c\nc = [\n1,\n]\n";
  CHECK(excess_of(before + times(200, "a.") + "a = 1")->line == 11);
}

TEST_CASE("fifty thousand values pass, more do not") {
  CHECK(what("x = [" + times(49'000, "1,") + "]") == std::nullopt);
  CHECK(what("x = [" + times(51'000, "1,") + "]") == many);
  CHECK(what(times(51'000, "a = 1\n")) == many);
  CHECK(what(times(51'000, "[a]\n")) == many);
}

}  // namespace billijk::io
