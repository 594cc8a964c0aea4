#include "io/rows/rows_source.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using tests::codes;

const std::atomic<bool> never = false;

/// The pieces of a text without a header.
struct Pieces {
  std::vector<std::string> all;
  core::Diagnostics errors;
  RowsSource::Encoding encoding;
};
Pieces pieces_of(const std::string& text, std::size_t block) {
  RowsSource source{ByteSource::of_text("rows.csv", text), never};
  Pieces result;
  if (source.begin(block).empty()) {
    std::string piece;
    while (source.next(piece, block)) result.all.push_back(piece);
  }
  result.errors = source.errors();
  result.encoding = source.encoding();
  return result;
}

TEST_CASE("pieces are whole rows, however small the blocks") {
  const std::string text = "a,1\n\"b\nc\",2\nd,3\n";
  const Pieces pieces = pieces_of(text, 4);
  CHECK(pieces.errors.empty());
  CHECK(pieces.all == std::vector<std::string>{"a,1\n", "\"b\nc\",2\n", "d,3\n"});
  CHECK(pieces_of(text, 4096).all == std::vector<std::string>{text});
}

TEST_CASE("a last row without a line end is a row") {
  CHECK(pieces_of("a\nb", 2).all == std::vector<std::string>{"a\n", "b"});
}

TEST_CASE("rows are UTF-8, whatever they were") {
  CHECK(pieces_of("a\n", 64).encoding == RowsSource::Encoding::ascii);
  const Pieces marked = pieces_of("\xEF\xBB\xBF\x61\n", 64);
  CHECK(marked.encoding == RowsSource::Encoding::utf_8);
  CHECK(marked.all == std::vector<std::string>{"a\n"});
  const Pieces western = pieces_of("caf\xE9\n", 64);
  CHECK(western.encoding == RowsSource::Encoding::windows_1252);
  CHECK(western.all == std::vector<std::string>{"café\n"});
  // Seen only in a later piece.
  CHECK(pieces_of("plain\ncaf\xE9\n", 6).all == std::vector<std::string>{"plain\n", "café\n"});
}

TEST_CASE("a zero byte is no text, in the first block and later") {
  CHECK(codes(pieces_of(std::string{"a\0b\n", 4}, 64).errors) == "E009");
  const Pieces later = pieces_of(std::string{"a\nb\n\0\n", 6}, 2);
  CHECK(later.all == std::vector<std::string>{"a\n", "b\n"});
  CHECK(codes(later.errors) == "E009");
}

TEST_CASE("a row of more than four megabytes is not waited for") {
  const std::string endless(std::size_t{5} << 20U, 'x');
  CHECK(codes(pieces_of(endless, 1U << 20U).errors) == "E091");
  const Pieces open = pieces_of("a\n\"" + endless, 1U << 20U);
  CHECK(codes(open.errors) == "E091");
}

TEST_CASE("a signal ends the reading without an error") {
  const std::atomic<bool> stopped = true;
  RowsSource source{ByteSource::of_text("rows.csv", "a\nb\n"), stopped};
  CHECK(source.begin(64).empty());
}

}  // namespace
}  // namespace billijk::io
