#include "io/toml/node.hpp"

#include <catch2/catch.hpp>

#include "io/toml/toml.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

Node root_of(const std::string& text) { return read_toml(tests::source(text)).root; }

TEST_CASE("a node is found by its key or by a path of keys") {
  const Node root = root_of("[hours]\nsickness = { value = 7.5 }\n[a]\nb.c = 1");
  REQUIRE(root.find("hours") != nullptr);
  CHECK(root.find("sickness") == nullptr);
  REQUIRE(root.find_path("hours.sickness.value") != nullptr);
  CHECK(root.find_path("hours.sickness.value")->text == "7.5");
  CHECK(root.find_path("a.b.c")->text == "1");
  CHECK(root.find_path("hours.leave") == nullptr);
  CHECK(root.find_path("hours.leave.value") == nullptr);
  CHECK(root.find_path("hours.sickness.value.more") == nullptr);
  CHECK(root.find_path("") == &root);
}

TEST_CASE("a key taken out of a table is gone, the others stay") {
  Node root = root_of("a = 1\nb = 2");
  root.erase("a");
  root.erase("unknown");
  CHECK(root.find("a") == nullptr);
  REQUIRE(root.find("b") != nullptr);
  root.find("b")->text = "3";
  CHECK(root.find_path("b")->text == "3");
}

TEST_CASE("a path is split at its first point") {
  CHECK(split_path("hours.sickness.low").first == "hours");
  CHECK(split_path("hours.sickness.low").rest == "sickness.low");
  CHECK(split_path("hours").first == "hours");
  CHECK(split_path("hours").rest.empty());
}

}  // namespace
}  // namespace billijk::io
