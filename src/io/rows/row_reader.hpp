#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/case/row_cells.hpp"
#include "io/case/settings.hpp"
#include "io/rows/csv_scanner.hpp"
#include "io/rows/row_columns.hpp"

namespace billijk::io {

using KeySet = std::bitset<core::key_count>;

/// A row as it was read, in memory the next one takes over.
struct Row {
  RowCells cells;
  std::uint64_t place = 0;          ///< in its piece, from 0
  core::Diagnostics problems;       ///< where there are any, the rest of it is not to be used
  std::vector<core::RowCell> room;  ///< the first `number_count` of them are the row's
  std::size_t number_count = 0;
  std::vector<std::pair<std::string, std::string>> wide;  ///< key and figure, too long for a cell
  KeySet stated;                                          ///< the keys it has numbers for

  std::span<const core::RowCell> numbers() const { return std::span{room}.first(number_count); }
  /// A cell without the blanks around it; empty where there is none.
  std::string_view text(std::optional<std::size_t> column) const;
};

/// Reads pieces of a file of rows, one at a time: each row into numbers, the texts its other
/// columns have for keys, and what is wrong with it.
class RowReader {
 public:
  /// Cells of the columns `apart` set nothing unless asked for one by one.
  RowReader(const RowColumns& columns, const RowsFormat& format,
            std::span<const std::optional<std::size_t>> apart = {});

  /// The piece must live, and may be changed, until the next.
  void begin(std::string& piece);
  /// The next row that has anything in it; false at the end of the piece.
  bool next(Row& row);
  /// Rows of the piece so far, and those of them without cells.
  std::uint64_t rows() const { return rows_; }
  std::uint64_t empty_rows() const { return empty_rows_; }
  /// The file has no line end behind its last row.
  bool open_end() const { return open_end_; }

  /// Whether nothing but the keys it has numbers for decides which rows are like this one.
  bool is_plain(const Row& row) const { return all_alike_ && row.wide.empty(); }
  /// Appends what two rows must share to differ in their numbers only.
  void append_combination(const Row& row, std::string& to) const;
  /// What the row sets.
  StatedCells stated(const Row& row) const;
  /// Adds what a cell sets, if there is anything in it.
  void add_text(const Row& row, std::optional<std::size_t> column, StatedCells& stated) const;

 private:
  /// The limits of a key for each number of decimals, so that a figure is compared as it is
  /// written.
  class Limits {
   public:
    explicit Limits(const core::KeyFacts& facts);
    /// Requires: the figure is plain.
    bool allow(const PlainFigure& figure) const {
      const auto scale = static_cast<std::size_t>(figure.scale);
      return figure.coefficient >= least_[scale] && figure.coefficient <= most_[scale];
    }

   private:
    std::array<std::int64_t, core::Decimal::max_digits + 1> least_{};
    std::array<std::int64_t, core::Decimal::max_digits + 1> most_{};
  };
  struct NumberColumn {
    std::size_t column = 0;
    core::Key key = core::Key::wage_hourly;
    KeySet bit;  ///< the key alone
    Limits limits;
  };

  std::optional<core::Diagnostic> problem_of(const Row& row, RowFault fault) const;
  void take_numbers(Row& row) const;
  std::optional<core::CellNumber> figure_of(const NumberColumn& column, Row& row) const;

  const RowColumns& columns_;
  RowsFormat format_;
  std::vector<NumberColumn> numbers_;
  std::vector<std::size_t> choices_;
  bool all_alike_ = false;

  CsvScanner scanner_{nullptr, nullptr, ','};
  std::uint64_t rows_ = 0;
  std::uint64_t empty_rows_ = 0;
  bool all_text_ = true;
  bool open_end_ = false;
};

}  // namespace billijk::io
