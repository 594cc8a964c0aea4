#pragma once

#include <span>
#include <string_view>

#include "cli/world/world.hpp"
#include "io/rows/row_columns.hpp"
#include "io/rows/rows_source.hpp"

namespace billijk::cli {

/// What the first lines of a file of rows decide for the whole of it.
struct RowsHeader {
  io::RowColumns columns;
  io::RowsFormat format;
  bool open = false;             ///< the header has no line end
  std::uint64_t row = 1;         ///< of the header, as a spreadsheet counts them
  std::uint64_t rows_above = 0;  ///< how many of those above it say something
};

/// How much of a file is read before anything is decided.
inline constexpr std::size_t first_block = std::size_t{256} << 10U;

/// Reads separator, columns and decimal sign, and leaves `rows` at its first row. The header is the
/// first of the first rows that has a key, so that titles may stand above it, else the first of
/// all.
///
/// Errors: a header there is not, columns that are no keys, figures that could be read two ways.
core::Checked<RowsHeader> read_rows_header(io::RowsSource& rows, const io::AskedFormat& asked);

/// That no column has a name, with those there are and the nearest.
core::Diagnostic unknown_column(const std::string& found, const std::vector<std::string>& names);

/// Says on standard error which columns set a key and which are only carried along; asks about
/// those that may have been meant for a key, and warns where none sets one. What the columns
/// `named` are for is known.
void say_columns(World& world, const std::string& file, const io::RowColumns& columns,
                 std::span<const std::string_view> named = {});

/// Where the header was found, when not in the first row that says something.
void say_header(World& world, const std::string& file, const RowsHeader& header);
/// That a file is read as Windows-1252, and that a total was left out; asked when all of it was
/// read.
void say_read(World& world, const io::RowsSource& rows);
/// Says on standard error what was decided without being asked for.
void say_format(World& world, const std::string& file, const io::RowsFormat& format);

}  // namespace billijk::cli
