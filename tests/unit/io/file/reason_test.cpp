#include "io/file/reason.hpp"

#include <catch2/catch.hpp>
#include <cerrno>

#include "unit/cases.hpp"

namespace billijk::io {

TEST_CASE("what the system says often is a phrase") {
  CHECK(tests::text_of(reason_of(ENOENT)) == "@system_not_found");
  CHECK(tests::text_of(reason_of(EACCES)) == "@system_not_permitted");
  CHECK(tests::text_of(reason_of(EPERM)) == "@system_not_permitted");
  CHECK(tests::text_of(reason_of(EPIPE)) == "@system_broken_pipe");
  CHECK(tests::text_of(reason_of(ENOMEM)) == "@system_no_memory");
}

TEST_CASE("what it says seldom keeps its number") {
  CHECK(tests::text_of(reason_of(EXDEV)) == "error " + std::to_string(EXDEV));
  CHECK(tests::text_of(reason_of(0)) == "error 0");
}

}  // namespace billijk::io
