#include "io/text/nearest.hpp"

#include <catch2/catch.hpp>

namespace billijk::io {
namespace {

const std::vector<std::string> keys{"hours.sickness",    "hours.leave",    "hours.training",
                                    "training.expenses", "travel.minutes", "margin.percent"};

TEST_CASE("a mistyped key is taken for the nearest") {
  CHECK(nearest("hours.sicknes", keys) == "hours.sickness");
  CHECK(nearest("hours.slckness", keys) == "hours.sickness");
  CHECK(nearest("hours.laeve", keys) == "hours.leave");
  CHECK(nearest("margin.procent", keys) == "margin.percent");
  CHECK(nearest("travel.minuts", keys) == "travel.minutes");
}

TEST_CASE("a key under the wrong table is as near as a mistyped one") {
  CHECK(nearest("travel.sickness", keys) == "hours.sickness");
  CHECK(nearest("expenses", keys) == "training.expenses");
}

TEST_CASE("two letters in the wrong order are one mistake") {
  CHECK(nearest("ba", {"xb", "ab"}) == "ab");
  CHECK(nearest("larreg", {"large"}) == "large");
}

TEST_CASE("nothing is near a word that resembles none") {
  CHECK(nearest("colour", keys).empty());
  CHECK(nearest("x", {"small", "large"}).empty());
  CHECK(nearest("word", {}).empty());
  CHECK(nearest("", {"hours"}).empty());
}

TEST_CASE("of equally near candidates the first is taken") {
  CHECK(nearest("cat", {"car", "bat"}) == "car");
}

TEST_CASE("a word longer than any key is not compared") {
  CHECK(nearest(std::string(101, 'a'), {std::string(101, 'a')}).empty());
  CHECK(nearest(std::string(100, 'a'), {std::string(101, 'a')}) == std::string(101, 'a'));
}

}  // namespace
}  // namespace billijk::io
