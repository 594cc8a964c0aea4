#include "io/file/folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "unit/cases.hpp"
#include "unit/io/folder.hpp"

namespace billijk::io {
namespace {

std::string text_in(const std::filesystem::path& path) {
  std::ifstream in{path};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::size_t entries_in(const std::filesystem::path& path) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path}, {}));
}

}  // namespace

TEST_CASE("a folder appears whole, and not before") {
  const tests::Folder place;
  auto stream = FolderStream::open(place.path() / "out");
  REQUIRE(stream.has_value());
  CHECK(!stream->add("a", "one").has_value());
  CHECK(!std::filesystem::exists(place.path() / "out"));
  CHECK(!stream->commit().has_value());
  CHECK(text_in(place.path() / "out/a") == "one");
  CHECK(entries_in(place.path()) == 1);
}

TEST_CASE("what stands in a folder comes by name; a folder that is none has a reason") {
  const tests::Folder place;
  place.write("b", "");
  place.write("a/c", "");
  const auto entries = entries_of(place.path());
  REQUIRE(entries.has_value());
  REQUIRE(entries->size() == 2);
  CHECK(entries->front().path() == place.path() / "a");
  CHECK(entries->back().path() == place.path() / "b");
  CHECK(tests::text_of(entries_of(place.path() / "none").error()) == "@system_not_found");
  CHECK(tests::text_of(entries_of(place.path() / "b").error()) == "@system_no_folder");
}

TEST_CASE("what is not committed leaves nothing") {
  const tests::Folder place;
  {
    auto stream = FolderStream::open(place.path() / "out");
    REQUIRE(stream.has_value());
    CHECK(!stream->add("a", "one").has_value());
    CHECK(stream->add("a", "twice").has_value());
  }
  CHECK(entries_in(place.path()) == 0);
}

TEST_CASE("a folder that stands there gives way as a whole") {
  const tests::Folder place;
  place.write("out/old", "old");
  auto stream = FolderStream::open((place.path() / "out/").string());
  REQUIRE(stream.has_value());
  CHECK(!stream->add("new", "new").has_value());
  CHECK(!stream->commit().has_value());
  CHECK(!std::filesystem::exists(place.path() / "out/old"));
  CHECK(text_in(place.path() / "out/new") == "new");
  CHECK(entries_in(place.path()) == 1);
}

TEST_CASE("nothing is left over of a folder that gave way") {
  const tests::Folder place;
  place.write("out/old", "old");
  auto stream = FolderStream::open(place.path() / "out");
  REQUIRE(stream.has_value());
  CHECK(!stream->commit().has_value());
  CHECK(stream->left_over().empty());
}

TEST_CASE("a folder nobody can make is told") {
  CHECK(!FolderStream::open("/dev/null/out").has_value());
}

}  // namespace billijk::io
