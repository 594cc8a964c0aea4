#include "io/file/json_members.hpp"

#include <catch2/catch.hpp>

namespace billijk::io {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("the members of an object stand in its order, and of what is none there are none") {
  CHECK(member_names(R"({"b":{"x":1},"a \" :":null})") == Names{"b", "a \" :"});
  CHECK(member_names("{}").empty());
  CHECK(member_names("[1]").empty());
  CHECK(member_names(R"({"b":)").empty());
  CHECK(member_names("").empty());
}

}  // namespace
}  // namespace billijk::io
