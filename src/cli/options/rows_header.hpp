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
  bool open = false;  ///< the header has no line end
};

/// How much of a file is read before anything is decided.
inline constexpr std::size_t first_block = std::size_t{256} << 10U;

/// Reads separator, columns and decimal sign, and leaves `rows` at its first row.
///
/// Errors: a header there is not, columns that are no keys, figures that could be read two ways.
core::Checked<RowsHeader> read_rows_header(io::RowsSource& rows, const io::AskedFormat& asked);

/// Says on standard error which columns set a key and which are only carried along; asks about
/// those that may have been meant for a key, and warns where none sets one. What the columns
/// `named` are for is known.
void say_columns(World& world, const std::string& file, const io::RowColumns& columns,
                 std::span<const std::string_view> named = {});

/// Says on standard error what was decided without being asked for.
void say_format(World& world, const std::string& file, const io::RowsFormat& format);

}  // namespace billijk::cli
