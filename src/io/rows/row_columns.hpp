#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/case/keys.hpp"
#include "io/text/cell_number.hpp"

namespace billijk::io {

/// What the cells of a column are for.
enum class ColumnRole : std::uint8_t {
  carried,  ///< goes to the output as it is
  number,   ///< a number of the case
  choice,   ///< any other key that figures rest on: the case is resolved anew for each of its texts
  label,    ///< a key no figure rests on: contract.municipality
  case_file  ///< names the case of its row; carried too
};

struct RowColumn {
  std::string name;
  ColumnRole role = ColumnRole::carried;
  core::Key key = core::Key::wage_hourly;  ///< of a number
  std::optional<core::Unit> figure;        ///< of a choice that is written as a figure: wage.mix.0
  bool is_date = false;                    ///< of a choice: a day
};

/// The columns of a file of rows, in its order.
struct RowColumns {
  std::vector<RowColumn> all;
  std::optional<std::size_t> case_file;

  bool is_carried(std::size_t column) const {
    return all[column].role == ColumnRole::carried || all[column].role == ColumnRole::case_file;
  }
  /// The column of that name; nothing when there is none.
  std::optional<std::size_t> find(std::string_view name) const;
};

/// What the header says: a name with a dot is a key of the case, as `--set` takes it.
///
/// Errors: a key that does not exist, with the nearest; a key that stands there twice; both of two
///         keys that exclude each other are left to the rows, whose cells may be empty.
core::Checked<RowColumns> read_columns(const std::vector<std::string>& header);

/// A day as a cell has it, 31-12-2026 or 2026-12-31, in the second form, whether it exists or not;
/// any other text as it is.
std::string date_of_cell(std::string_view cell);

/// What a cell of a choice or label says, as `--set` would take it.
std::string text_of_cell(const RowColumn& column, std::string_view cell, DecimalRule rule);

/// How a file of rows is written.
struct RowsFormat {
  char delimiter = ',';
  DecimalRule decimal;
};

/// What the user said of it; absent is for the file to say.
struct AskedFormat {
  std::optional<char> delimiter;
  std::optional<char> decimal;
};

/// The length of a first line sep=; (0: there is none) and the separator it names.
struct SeparatorLine {
  std::size_t length = 0;
  char delimiter = ';';
};
SeparatorLine separator_line(std::string_view text);

/// The separator that stands most often in the header.
char delimiter_of(std::string_view text);

/// The decimal sign, from the number columns of the first rows.
///
/// Errors: `mixed_decimals` when they hold both 38,50 and 38.50; `ambiguous_figure` when they only
///         hold figures such as 1,234.
core::Checked<DecimalRule> decimal_rule_of(std::string rows, const RowColumns& columns,
                                           char delimiter);

}  // namespace billijk::io
