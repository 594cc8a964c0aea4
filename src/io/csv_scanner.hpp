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

/// Cuts text into rows and cells as RFC 4180 has it: quotes around separators, line ends and doubled
/// quotes; CRLF or LF. A quote that does not open a cell is a character like any other.
///
/// Cells point into the text, which is changed: doubled quotes are taken together in place.
class CsvScanner {
 public:
  CsvScanner(char* begin, char* end, char delimiter) : at_{begin}, end_{end}, delimiter_{delimiter} {}

  bool at_end() const { return at_ == end_; }
  /// How far it has read.
  const char* position() const { return at_; }
  /// The cells of the next row. Requires: not at_end().
  RowFault next(std::vector<std::string_view>& cells);

 private:
  /// Cells up to one in quotes or the last few bytes, eight bytes at a time; whether the row ended.
  bool plain_cells(std::vector<std::string_view>& cells);
  std::string_view quoted_cell(RowFault& fault);
  /// The next separator or line end.
  char* cell_end() const;

  char* at_;
  char* end_;
  char delimiter_;
};

/// Length of the whole rows at the beginning of `text`, which begins with a row; 0 when none ends in it.
std::size_t whole_rows(std::string_view text, char delimiter);

}  // namespace billijk::io
