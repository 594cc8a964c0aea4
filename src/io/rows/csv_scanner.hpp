#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace billijk::io {

/// What is wrong with a row as CSV.
enum class RowFault : std::uint8_t {
  none,
  open_quote,   ///< the text ends within quotes
  after_quote,  ///< something stands between a closing quote and the separator
  open_line,    ///< nothing is wrong, but the text ends without a line end
};

/// Whether all cells of the row are there.
constexpr bool is_whole(RowFault fault) {
  return fault == RowFault::none || fault == RowFault::open_line;
}

/// The cells of a row, in memory the next one takes over.
class RowCells {
 public:
  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  std::string_view operator[](std::size_t i) const { return room_[i]; }
  std::string_view front() const { return room_.front(); }
  /// Takes cells past `wanted` away that say nothing; whether there are so many then.
  bool fit(std::size_t wanted);
  const std::string_view* begin() const { return room_.data(); }
  const std::string_view* end() const { return room_.data() + count_; }

 private:
  friend class CsvScanner;

  void clear() { count_ = 0; }
  /// Where the next cells go: room for `count` of them.
  std::string_view* room(std::size_t count) {
    if (room_.size() < count_ + count) room_.resize(2 * (count_ + count));
    return room_.data() + count_;
  }
  void advance_to(const std::string_view* end) {
    count_ = static_cast<std::size_t>(end - room_.data());
  }
  void add(std::string_view cell) {
    *room(1) = cell;
    ++count_;
  }

  std::vector<std::string_view> room_;
  std::size_t count_ = 0;
};

/// Whether a row has nothing in any cell: what Excel leaves of rows that were emptied.
bool is_blank(const RowCells& cells);

/// Cuts text into rows and cells as RFC 4180 has it: quotes around separators, line ends and
/// doubled quotes; CRLF or LF, and the CR CR LF some programs make of the first. Blanks may stand
/// around a cell in quotes; a quote within another cell is a character like any other.
///
/// Cells point into the text, which is changed: doubled quotes are taken together in place.
class CsvScanner {
 public:
  CsvScanner(char* begin, char* end, char delimiter)
      : at_{begin}, end_{end}, delimiter_{delimiter} {}

  bool at_end() const { return at_ == end_; }
  /// How far it has read.
  const char* position() const { return at_; }
  /// The cells of the next row. Requires: not at_end().
  RowFault next(RowCells& cells);

 private:
  /// Cells up to one in quotes or the last few bytes, many bytes at a time; whether the row ended.
  bool plain_cells(RowCells& cells);
  std::string_view quoted_cell(RowFault& fault);
  /// Whether a cell in quotes begins here; the blanks before it are taken.
  bool at_quote();
  /// The next separator or line end.
  char* cell_end() const;

  char* at_;
  char* end_;
  char delimiter_;
};

/// Length of the whole rows at the beginning of `text`, which begins with a row; 0 when none ends
/// in it.
std::size_t whole_rows(std::string_view text, char delimiter);

/// The rows that a scanner finds in a text that begins with one; without looking at their cells.
std::uint64_t row_count(std::string_view text, char delimiter);

}  // namespace billijk::io
