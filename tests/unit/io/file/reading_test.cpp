#include "io/file/reading.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "io/file/digest.hpp"
#include "unit/cases.hpp"
#include "unit/io/folder.hpp"

namespace billijk::io {
namespace {

using tests::argument;
using tests::codes;

struct Room {
  tests::Folder folder;
  std::atomic<bool> stop = false;
  Reading reading{stop, folder.path()};
};

}  // namespace

TEST_CASE("a file is read byte by byte, under the name people gave it") {
  Room room;
  room.folder.write("a.toml", "a = 1\r\nb = \"€\"\n");
  const auto read = room.reading.text("a.toml");
  REQUIRE(read);
  CHECK((*read)->text == "a = 1\r\nb = \"€\"\n");
  CHECK((*read)->name == "a.toml");
  CHECK_FALSE((*read)->argument);
}

TEST_CASE("a file that is not there, or a folder, cannot be read") {
  const Room room;
  const auto missing = room.reading.text("none.toml");
  REQUIRE(codes(missing.error()) == "E001");
  CHECK(argument(missing.error()[0], "file") == "none.toml");
  CHECK(argument(missing.error()[0], "reason") == "@system_not_found");
  CHECK(missing.error()[0].at.source->name == "none.toml");
  CHECK(codes(room.reading.text(".").error()) == "E002");
}

TEST_CASE("an empty file is an empty text") {
  Room room;
  room.folder.write("empty.toml", "");
  CHECK((*room.reading.text("empty.toml"))->text.empty());
}

TEST_CASE("a text has an end, standard input's too") {
  const Room room;
  CHECK(argument(room.reading.text("/dev/zero").error()[0], "reason") == "@too_large");
  std::istringstream endless{std::string((std::size_t{16} << 20U) + 1, 'x')};
  CHECK(argument(room.reading.standard_input(endless).error()[0], "reason") == "@too_large");
  std::istringstream short_one{"a = 1"};
  CHECK((*room.reading.standard_input(short_one))->text == "a = 1");
}

TEST_CASE("a read ends when somebody says stop") {
  Room room;
  room.stop = true;
  CHECK_FALSE(room.reading.text("/dev/zero"));
}

TEST_CASE("what was read is known by whatever name") {
  Room room;
  room.folder.write("a.toml", "a = 1");
  room.folder.write("b.toml", "b = 1");
  const std::filesystem::path path = room.folder.path();
  std::filesystem::create_hard_link(path / "a.toml", path / "hard");
  std::filesystem::create_symlink(path / "a.toml", path / "soft");
  CHECK_FALSE(room.reading.has_read(path / "a.toml"));
  REQUIRE(room.reading.text("a.toml"));
  for (const char* name : {"a.toml", "hard", "soft"}) CHECK(room.reading.has_read(path / name));
  for (const char* name : {"b.toml", "none"}) CHECK_FALSE(room.reading.has_read(path / name));
}

TEST_CASE("a file has the digest of its bytes, one that is gone or no plain file has none") {
  Room room;
  room.folder.write("a", std::string(1'000'000, 'a'));
  CHECK(*room.reading.sha256("a") == sha256(std::string(1'000'000, 'a')));
  CHECK_FALSE(room.reading.sha256("b"));
  CHECK_FALSE(room.reading.sha256("."));
  CHECK(argument(room.reading.sha256("/dev/zero").error()[0], "reason") == "@not_plain");
  ::mkfifo((room.folder.path() / "pipe").c_str(), 0600);
  CHECK(argument(room.reading.sha256("pipe").error()[0], "reason") == "@not_plain");
}

}  // namespace billijk::io
