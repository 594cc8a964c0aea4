#include "fuzz/fuzz.hpp"
#include "io/rows/csv_scanner.hpp"
#include "io/rows/row_columns.hpp"
#include "io/text/cell_number.hpp"

namespace {

using billijk::core::Unit;
using billijk::fuzz::require;
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string text, char delimiter) {
  Rows rows;
  billijk::io::CsvScanner scanner{text.data(), text.data() + text.size(), delimiter};
  billijk::io::RowCells cells;
  while (!scanner.at_end()) {
    scanner.next(cells);
    rows.emplace_back(cells.begin(), cells.end());
  }
  return rows;
}

/// A file cut where whole_rows says gives the same rows as the file.
void check_rows(const std::string& text, char delimiter) {
  const Rows all = rows_of(text, delimiter);
  const std::size_t whole =
      billijk::io::whole_rows(std::string_view{text}.substr(0, text.size() / 2), delimiter);
  Rows pieces = rows_of(text.substr(0, whole), delimiter);
  const Rows rest = rows_of(text.substr(whole), delimiter);
  pieces.insert(pieces.end(), rest.begin(), rest.end());
  require(pieces == all);
  require(billijk::io::row_count(text, delimiter) == all.size());
}

/// The quick way to read a figure agrees with the thorough one.
void check_figures(const std::string& cell) {
  for (const char sign : {'.', ','}) {
    const billijk::io::FigureCell figure =
        billijk::io::read_figure(cell, {.sign = sign, .certain = true}, Unit::eur);
    const billijk::io::PlainFigure plain = billijk::io::read_plain_figure(cell, sign);
    const std::string padded = cell + std::string(billijk::io::figure_padding, '7');
    const billijk::io::PlainFigure brief =
        billijk::io::read_short_figure({padded.data(), cell.size()}, sign);
    require(brief.scale == plain.scale && brief.coefficient == plain.coefficient);
    if (plain.scale < 0) continue;
    require(figure.fault == billijk::io::CellFault::none);
    require(figure.value == billijk::core::Decimal::of(plain.coefficient, plain.scale));
  }
  billijk::io::read_figure(cell, {.sign = ',', .certain = false}, Unit::percent);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = billijk::fuzz::as_text(data, size);
  const char delimiter = billijk::io::delimiter_of(text);
  require(billijk::io::separator_line(text).length <= text.size());
  check_rows(text, delimiter);
  const Rows rows = rows_of(text, delimiter);
  for (const auto& row : rows) {
    for (const std::string& cell : row) check_figures(cell);
  }
  if (rows.empty()) return 0;
  if (const auto columns = billijk::io::read_columns(rows.front()))
    billijk::io::decimal_rule_of(text, *columns, {.delimiter = delimiter, .decimal = {}});
  return 0;
}
