#include "core/number/utf8.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace billijk::core {
namespace {

TEST_CASE("bytes that make no character are not well-formed") {
  using namespace std::string_view_literals;
  const std::string_view bytes = GENERATE(
      "\x80"sv, "\xC3"sv, "\xC3("sv, "\xE2\x82"sv, "\xF0\x9D\x9B"sv, "\xC0\x80"sv, "\xE0\x80\x80"sv,
      "\xED\xA0\x80"sv, "\xF0\x80\x80\x80"sv, "\xF4\x90\x80\x80"sv, "\xF8\x88\x80\x80\x80"sv);
  CAPTURE(bytes.size(), static_cast<int>(static_cast<unsigned char>(bytes.front())));
  CHECK(valid_utf8_prefix(bytes) == 0);
  CHECK(valid_utf8_prefix(std::string{"é"}.append(bytes)) == 2);
}

TEST_CASE("the longest character of each length is well-formed") {
  for (const char* text :
       {"\x7F", "\xDF\xBF", "\xEF\xBF\xBD", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    CHECK(valid_utf8_prefix(text) == std::string_view{text}.size());
  }
}

TEST_CASE("what is no UTF-8 is made so") {
  CHECK(well_formed("één") == "één");
  CHECK(well_formed("a\xE9"
                    "b") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(well_formed("\xED\xA0\x80") == "\xEF\xBF\xBD");
  CHECK(well_formed("\xE2\x82") == "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace billijk::core
