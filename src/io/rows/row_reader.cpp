#include "io/rows/row_reader.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "io/case/value_reader.hpp"
#include "io/text/cell_text.hpp"
#include "io/text/encoding.hpp"

namespace billijk::io {

using core::Code;
using core::Diagnostic;

std::string_view Row::text(std::optional<std::size_t> column) const {
  return column && *column < cells.size() ? trimmed_cell(cells[*column]) : std::string_view{};
}

RowReader::Limits::Limits(const core::KeyFacts& facts) {
  const auto narrow = [](core::Int128 wide) {
    using Machine = std::numeric_limits<std::int64_t>;
    return static_cast<std::int64_t>(
        std::clamp<core::Int128>(wide, Machine::min(), Machine::max()));
  };
  core::Int128 unit = 1;
  for (std::size_t scale = 0; scale < least_.size(); ++scale) {
    least_[scale] = narrow(facts.lowest * unit + (facts.above ? 1 : 0));
    most_[scale] = narrow(facts.highest * unit);
    unit *= 10;
  }
}

RowReader::RowReader(const RowColumns& columns, const RowsFormat& format,
                     std::span<const std::optional<std::size_t>> apart)
    : columns_{columns}, format_{format} {
  for (std::size_t i = 0; i < columns.all.size(); ++i) {
    const RowColumn& column = columns.all[i];
    if (column.role == ColumnRole::number) {
      KeySet bit;
      bit.set(index_of(column.key));
      numbers_.push_back({i, column.key, bit, Limits{facts_of(column.key)}});
    }
    const bool is_apart = std::ranges::find(apart, std::optional{i}) != apart.end();
    if (column.role == ColumnRole::choice && !is_apart) choices_.push_back(i);
  }
  all_alike_ = choices_.empty() && !columns.case_file;
}

void RowReader::begin(std::string& piece) {
  all_text_ = is_ascii(piece) || is_utf_8(piece, false);
  const std::size_t size = piece.size();
  piece.append(figure_padding, '\n');
  scanner_ = CsvScanner{piece.data(), piece.data() + size, format_.delimiter};
  rows_ = 0;
  empty_rows_ = 0;
}

bool RowReader::next(Row& row) {
  while (!scanner_.at_end()) {
    const RowFault fault = scanner_.next(row.cells);
    open_end_ = open_end_ || fault == RowFault::open_line;
    row.place = rows_++;
    if (is_whole(fault) && is_blank(row.cells)) {
      ++empty_rows_;
      continue;
    }
    row.problems.clear();
    row.wide.clear();
    row.number_count = 0;
    if (!is_whole(fault) || !row.cells.fit(columns_.all.size()) || !all_text_) {
      if (std::optional<Diagnostic> problem = problem_of(row, fault))
        row.problems.push_back(std::move(*problem));
    }
    if (row.problems.empty()) take_numbers(row);
    return true;
  }
  return false;
}

std::optional<Diagnostic> RowReader::problem_of(const Row& row, RowFault fault) const {
  if (fault == RowFault::open_quote) return core::finding(Code::open_quote);
  if (fault == RowFault::after_quote) return core::finding(Code::after_quote);
  if (row.cells.size() != columns_.all.size()) {
    // 39,50 between commas makes two cells.
    const bool commas = row.cells.size() > columns_.all.size() && format_.delimiter == ',';
    return core::finding(Code::cell_count, {{"found", std::to_string(row.cells.size())},
                                            {"wanted", std::to_string(columns_.all.size())},
                                            {"said", commas ? core::Phrase::cells_by_commas
                                                            : core::Phrase::cells_counted}});
  }
  const bool is_text =
      std::ranges::all_of(row.cells, [](std::string_view cell) { return is_utf_8(cell, false); });
  return is_text ? std::nullopt : std::optional{core::finding(Code::not_text)};
}

void RowReader::take_numbers(Row& row) const {
  row.stated.reset();
  row.room.resize(numbers_.size());
  core::RowCell* to = row.room.data();
  const DecimalRule rule = format_.decimal;
  for (const NumberColumn& column : numbers_) {
    const std::string_view cell = row.cells[column.column];
    const PlainFigure figure = read_short_figure(cell, rule.sign);
    const bool plain = figure.scale >= 0 && (rule.certain || figure.scale != 3);
    if (plain && column.limits.allow(figure)) {
      *to++ = {column.key, {figure.coefficient, figure.scale}};
    } else if (trimmed_cell(cell).empty()) {
      continue;
    } else if (const auto number = figure_of(column, row)) {
      *to++ = {column.key, *number};
    }
    row.stated |= column.bit;
  }
  row.number_count = static_cast<std::size_t>(to - row.room.data());
}

/// What is not written plainly: € 1.234,56, 6,5%, spaces; nothing for what is wrong, and for what
/// is too wide.
std::optional<core::CellNumber> RowReader::figure_of(const NumberColumn& column, Row& row) const {
  const std::string_view cell = row.cells[column.column];
  const core::KeyFacts& facts = facts_of(column.key);
  const std::string key{facts.path};
  const FigureCell figure = read_figure(cell, format_.decimal, facts.unit);
  Diagnostic wrong =
      core::finding(Code::cell_number, {}, key, {{"key", key}, {"found", std::string{cell}}});
  if (figure.fault == CellFault::ambiguous) {
    wrong.code = Code::ambiguous_cell;
  } else if (figure.fault == CellFault::too_many_digits) {
    wrong.code = Code::too_many_digits;
  } else if (figure.fault == CellFault::not_a_number) {
    wrong.arguments.emplace_back("sign_name", format_.decimal.sign == ','
                                                  ? core::Phrase::sign_comma
                                                  : core::Phrase::sign_point);
  } else if (!core::allows(facts, figure.value)) {
    wrong.code = Code::out_of_range;
    add_limits(wrong.arguments, facts);
  } else if (const auto number = core::cell_number_of(figure.value)) {
    return number;
  } else {
    row.wide.emplace_back(key, figure.value.text());
    return std::nullopt;
  }
  row.problems.push_back(std::move(wrong));
  return std::nullopt;
}

void RowReader::append_combination(const Row& row, std::string& to) const {
  const auto add_bytes = [&](const auto& value) {
    const auto bytes = std::bit_cast<std::array<char, sizeof value>>(value);
    to.append(bytes.data(), bytes.size());
  };
  // Each text with its length before it: no two rows with other texts look alike.
  const auto add = [&](std::string_view text) {
    add_bytes(text.size());
    to += text;
  };
  add_bytes(row.stated);
  for (const auto& [key, text] : row.wide) {
    add(key);
    add(text);
  }
  if (columns_.case_file) add(row.text(columns_.case_file));
  for (const std::size_t choice : choices_) add(row.text(choice));
}

StatedCells RowReader::stated(const Row& row) const {
  StatedCells stated{.numbers = row.numbers(), .texts = row.wide};
  for (const std::size_t choice : choices_) add_text(row, choice, stated);
  return stated;
}

void RowReader::add_text(const Row& row, std::optional<std::size_t> column,
                         StatedCells& stated) const {
  const std::string_view text = row.text(column);
  if (text.empty()) return;
  const RowColumn& key = columns_.all[*column];
  stated.texts.emplace_back(key.name, text_of_cell(key, text, format_.decimal));
}

}  // namespace billijk::io
