#include "core/case/text.hpp"

#include <catch2/catch.hpp>

namespace billijk::core {

TEST_CASE("one text is for readers of every language") {
  const Text text{"a"};
  CHECK(text.of("nl") == "a");
  CHECK(text.of("en") == "a");
  CHECK(text == "a");
}

TEST_CASE("a text in languages is for the readers of each, others get the first") {
  Text text;
  text.add("nl", "uur");
  text.add("en", "hour");
  CHECK(text.of("nl") == "uur");
  CHECK(text.of("en") == "hour");
  CHECK(text.of("de") == "uur");
}

TEST_CASE("no text is empty, and so are empty texts") {
  CHECK(Text{}.empty());
  CHECK(Text{}.of("nl").empty());
  CHECK(Text{""}.empty());
  Text text;
  text.add("nl", "");
  CHECK(text.empty());
  text.add("en", "a");
  CHECK_FALSE(text.empty());
}

}  // namespace billijk::core
