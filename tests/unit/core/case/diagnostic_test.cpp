#include "core/case/diagnostic.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string_view>

namespace billijk::core {
namespace {

TEST_CASE("codes keep the names scripts know them by") {
  CHECK(name_of(Code::file_unreadable) == "E001");
  CHECK(name_of(Code::out_of_range) == "E012");
  CHECK(name_of(Code::range_end) == "E043");
  CHECK(name_of(Code::set_part) == "E059");
  CHECK(name_of(Code::without_source) == "W001");
  CHECK(name_of(Code::alfahulp) == "W012");
}

TEST_CASE("no two findings share a code") {
  std::set<std::string_view> names;
  int count = 0;
#define CODE(code, id) \
  ++count;             \
  names.insert(name_of(Code::id));
#include "core/case/codes.def"
#undef CODE
  CHECK(names.size() == static_cast<std::size_t>(count));
}

TEST_CASE("an error stands in the way, a warning does not") {
  const Diagnostic error = core::finding(Code::mix_sum);
  const Diagnostic warning = core::finding(Code::no_pension);
  CHECK(error.is_error());
  CHECK_FALSE(warning.is_error());
  CHECK(has_errors({warning, error}));
  CHECK_FALSE(has_errors({warning}));
  CHECK_FALSE(has_errors({}));
}

}  // namespace
}  // namespace billijk::core
