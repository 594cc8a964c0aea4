#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/rows/row_figures.hpp"
#include "report/format/byte_buffer.hpp"
#include "report/format/cell_text.hpp"

namespace billijk::report {

/// A figure a batch can write for each row.
enum class BatchColumn : std::uint8_t {
  tariff,
  wage_floor,
  cost_price,
  fair_tariff,
  ceiling,
  zone,
  distance,
  distance_percent,
  distance_year,
  message,
  warnings,
  certain,
  provisional,
  subcontractor,
  subcontractor_zone,
  sinks_in,
  running_total,
  wage_floor_side,
  wage_floor_certain,
  cost_price_side,
  cost_price_certain,
  ceiling_side,
  ceiling_certain,
  line
};
/// The columns by name, in that order; own and built-in lines have theirs.
inline constexpr std::array<std::string_view, 23> batch_columns{"tariff",
                                                                "wage_floor",
                                                                "cost_price",
                                                                "fair_tariff",
                                                                "ceiling",
                                                                "zone",
                                                                "distance",
                                                                "distance_percent",
                                                                "distance_year",
                                                                "message",
                                                                "warnings",
                                                                "certain",
                                                                "provisional",
                                                                "subcontractor",
                                                                "subcontractor_zone",
                                                                "sinks_in",
                                                                "running_total",
                                                                "wage_floor_side",
                                                                "wage_floor_certain",
                                                                "cost_price_side",
                                                                "cost_price_certain",
                                                                "ceiling_side",
                                                                "ceiling_certain"};

/// An output column: what it holds and the name above it.
struct OutputColumn {
  BatchColumn figure = BatchColumn::tariff;
  std::size_t line = 0;  ///< which of the row's lines
  std::string name;
};

/// The form rows are written in.
enum class RowFormat : std::uint8_t {
  csv,          ///< RFC 4180: comma, decimal point, line feed
  dutch_excel,  ///< semicolon, decimal comma, byte order mark, CRLF; nothing the spreadsheet would
                ///< run
  ndjson        ///< an object a line
};

/// Writes rows: the carried cells, then the output columns.
class RowWriter {
 public:
  RowWriter(RowFormat format, std::vector<std::string> carried, std::vector<OutputColumn> columns);

  /// The byte order mark and the names of the columns.
  std::string header() const;
  /// How every file of these rows begins: the header, or an object with these names.
  std::string beginning() const;
  /// A row; `figures` absent for one that failed, of which `message` says why.
  void write(ByteBuffer& out, std::span<const std::string_view> carried,
             const analysis::RowFigures* figures, std::string_view message) const;

 private:
  /// Where the figure of a column stands in a row.
  enum class Among : std::uint8_t { amounts, lines, others };
  struct Place {
    Among among = Among::others;
    std::uint32_t index = 0;
  };

  char* text(char* to, std::string_view text) const {
    return format_ == RowFormat::ndjson ? write_json_string(to, text) : cell_.write(to, text);
  }
  Place place_of(const OutputColumn& column) const;
  char* absent(char* to) const;
  char* other(char* to, BatchColumn column, const analysis::RowFigures& figures) const;

  RowFormat format_;
  CsvCell cell_;
  std::vector<std::string> carried_;
  std::vector<OutputColumn> columns_;
  std::vector<Place> places_;            ///< of each output column
  std::vector<std::string> json_names_;  ///< of all columns, as they stand before a value
  std::size_t json_size_ = 0;            ///< of all those names together
};

/// coefficient / 10^decimals in digits; returns the end. Requires: room for 42 characters.
char* write_amount(char* to, const analysis::Amount& amount, char decimal_sign);

}  // namespace billijk::report
