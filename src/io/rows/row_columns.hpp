#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
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
  std::string name;  ///< of a key in English
  ColumnRole role = ColumnRole::carried;
  core::Key key = core::Key::wage_hourly;  ///< of a number
  std::optional<core::Unit> figure;        ///< of a choice that is written as a figure: wage.mix.0
  bool is_told = false;                    ///< the user said that it is carried
  bool is_date = false;                    ///< of a choice: a day
};

/// The columns of a file of rows, in its order.
struct RowColumns {
  std::vector<RowColumn> all;
  std::optional<std::size_t> case_file;
  std::map<std::size_t, std::string> dutch;  ///< the names above columns that have another

  /// What people call gemeente tells the rows of the output apart too.
  bool is_carried(std::size_t column) const {
    const RowColumn& one = all[column];
    return one.role == ColumnRole::carried || one.role == ColumnRole::case_file ||
           (one.role == ColumnRole::label && dutch.contains(column));
  }
  /// The name above a column.
  const std::string& written(std::size_t column) const {
    const auto found = dutch.find(column);
    return found == dutch.end() ? all[column].name : found->second;
  }
  /// The column of that name; nothing when there is none.
  std::optional<std::size_t> find(std::string_view name) const;
};

/// What the header says: a name with a dot is a key of the case, as `--set` takes it.
///
/// Errors: a key that does not exist, with the nearest; a key that stands there twice; both of two
///         keys that exclude each other are left to the rows, whose cells may be empty.
/// Where no column has the English name of a key, the Dutch ones are keys too. Columns of the names
/// `carry` are carried whatever they are called.
core::Checked<RowColumns> read_columns(const std::vector<std::string>& header,
                                       std::span<const std::string> carry = {});

/// Whether a header of these names has a key, or the column that names a case.
bool names_keys(const std::vector<std::string>& names);
/// Whether it has the Dutch name of a key that stands alone.
bool names_aliases(const std::vector<std::string>& names);

/// What a cell of a choice or label says, as `--set` would take it.
std::string text_of_cell(const RowColumn& column, std::string_view cell, DecimalRule rule);

/// How a file of rows is written.
struct RowsFormat {
  char delimiter = ',';
  DecimalRule decimal;
  /// The number of the row below the header, as a spreadsheet counts them.
  std::uint64_t first_row = 2;
};

/// What the user said of it; absent is for the file to say.
struct AskedFormat {
  std::optional<char> delimiter;
  std::optional<char> decimal;
  std::vector<std::string> carry;  ///< names of columns that set nothing
};

/// The length of a first line sep=; (0: there is none), in whatever dress, and the separator it
/// names.
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
                                           const RowsFormat& format);

}  // namespace billijk::io
