#include "io/file/file.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"
#include "unit/io/folder.hpp"

namespace billijk::io {
namespace {

using tests::argument;
using tests::codes;

TEST_CASE("a file is read byte by byte, under the name people gave it") {
  const tests::Folder folder;
  folder.write("a.toml", "a = 1\r\nb = \"€\"\n");
  const auto read = read_file(folder.path() / "a.toml", "shown.toml");
  REQUIRE(read);
  CHECK((*read)->text == "a = 1\r\nb = \"€\"\n");
  CHECK((*read)->name == "shown.toml");
  CHECK_FALSE((*read)->argument);
}

TEST_CASE("a file that is not there, or a folder, cannot be read") {
  const tests::Folder folder;
  const auto missing = read_file(folder.path() / "none.toml", "none.toml");
  REQUIRE(codes(missing.error()) == "E001");
  CHECK(argument(missing.error()[0], "file") == "none.toml");
  CHECK(argument(missing.error()[0], "reason") == "No such file or directory");
  CHECK(missing.error()[0].at.source->name == "none.toml");
  CHECK(codes(read_file(folder.path(), "folder").error()) == "E002");
}

TEST_CASE("an empty file is an empty text") {
  const tests::Folder folder;
  folder.write("empty.toml", "");
  CHECK((*read_file(folder.path() / "empty.toml", "e"))->text.empty());
}

}  // namespace
}  // namespace billijk::io
