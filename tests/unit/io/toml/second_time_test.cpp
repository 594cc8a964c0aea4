#include "io/toml/second_time.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace billijk::io {
namespace {

std::string told(const std::string& text) {
  const Lines lines{text};
  const core::Diagnostic found = second_time(lines, lines.count());
  std::string said{core::name_of(found.code)};
  for (const auto& [name, value] : found.arguments) {
    if (const auto* words = std::get_if<std::string>(&value)) said += ' ' + name + '=' + *words;
  }
  return said;
}

TEST_CASE("a key or table that stands twice is told with its first line") {
  CHECK(told("[a]\nx = 1\nx = 2") == "E007 first=2 found=a.x key=a.x");
  CHECK(told("[a]\n[b]\n[a]") == "E007 first=1 found=[a] table=[a]");
}

TEST_CASE("a # in a text begins no comment") {
  CHECK(told("[a]\nx = \"a#1\" # why\nx.low = 2") ==
        "E133 first=2 one=a.x write=x.value = \"a#1\"");
}

TEST_CASE("a value and a part of it are told with the line that brings them together") {
  CHECK(told("[a]\nx = 1\nx.low = 2") == "E133 first=2 one=a.x write=x.value = 1");
  CHECK(told("[a]\nx = 1\n[a.x]") == "E133 first=2 one=a.x under=value = 1");
  CHECK(told("[a]\nx = { value = 1 }\nx.low = 2") == "E133 first=2 one=a.x part=low = 2");
  CHECK(told("[a.x]\nv = 1\n[a]\nx.low = 2") == "E133 first=1 one=[a.x] part=low = 2");
  CHECK(told("[a.b]\nx = 1\n[a]\nb = 5") == "E133 first=1 one=[a.b] key=b");
}

}  // namespace
}  // namespace billijk::io
