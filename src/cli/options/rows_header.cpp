#include "cli/options/rows_header.hpp"

#include <algorithm>
#include <ostream>

#include "io/rows/column_question.hpp"
#include "io/rows/csv_scanner.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/cell_text.hpp"
#include "io/text/encoding.hpp"
#include "io/text/nearest.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using report::Message;

/// Without columns at the end that have no name: what Excel leaves of columns that were emptied.
std::vector<std::string> names_of(const io::RowCells& cells, io::RowsSource::Encoding encoding) {
  std::vector<std::string> names;
  for (const std::string_view cell : cells) {
    const bool foreign = encoding == io::RowsSource::Encoding::windows_1252;
    const std::string name = foreign ? io::from_windows_1252(cell) : std::string{cell};
    names.push_back(io::without_invisible(io::trimmed_cell(name)));
  }
  while (names.size() > 1 && names.back().empty()) names.pop_back();
  return names;
}

/// A row that may be the header.
struct Candidate {
  std::vector<std::string> names;
  char delimiter = ';';
  std::size_t begin = 0;  ///< in the block, in bytes
  std::size_t end = 0;
  io::RowFault fault = io::RowFault::none;
  bool is_blank = true;
  std::uint64_t row = 1;         ///< as a spreadsheet counts them
  std::uint64_t rows_above = 0;  ///< how many of those above it say something

  /// Whether it can be the header below other rows: one has no figures, as rows of data do.
  bool is_of_words() const {
    return io::is_whole(fault) && std::ranges::none_of(names, [](const std::string& name) {
             return io::read_figure_text(name, core::Unit::none).fault == io::CellFault::none;
           });
  }
};

/// The row that begins at a byte of the block, cut as it seems to be meant.
Candidate candidate_at(const io::RowsSource& rows, std::string_view block, std::size_t begin,
                       std::optional<char> delimiter) {
  Candidate found{.delimiter = delimiter.value_or(io::delimiter_of(block.substr(begin))),
                  .begin = begin};
  // Most of a file is none of a header.
  constexpr std::size_t longest = std::size_t{64} << 10U;
  std::string text{block.substr(begin, begin == 0 ? std::string_view::npos : longest)};
  io::CsvScanner scanner{text.data(), text.data() + text.size(), found.delimiter};
  io::RowCells cells;
  found.fault = scanner.next(cells);
  found.end = begin + static_cast<std::size_t>(scanner.position() - text.data());
  found.is_blank = is_blank(cells);
  found.names = names_of(cells, rows.encoding());
  return found;
}

/// The header among the first rows: the first with a key, else with the Dutch name of one, else the
/// first of all. Nothing when all are blank.
std::optional<Candidate> find_header(const io::RowsSource& rows, std::string_view block,
                                     std::optional<char> delimiter) {
  constexpr std::uint64_t most = 30;
  std::optional<Candidate> first;
  std::optional<Candidate> dutch;
  std::uint64_t said = 0;
  std::uint64_t row = 1;
  for (std::size_t at = 0; at < block.size() && said < most; ++row) {
    Candidate one = candidate_at(rows, block, at, delimiter);
    at = one.end;
    if (one.is_blank) continue;
    one.row = row;
    one.rows_above = said++;
    // A row of data may have a cell that reads like a key.
    const bool can_be = !first || one.is_of_words();
    if (can_be && io::names_keys(one.names)) return one;
    if (can_be && !dutch && io::names_aliases(one.names)) dutch = one;
    if (!first) first = std::move(one);
  }
  return dutch ? std::move(dutch) : std::move(first);
}

core::Checked<io::DecimalRule> decimal_of(io::RowsSource& rows, const RowsHeader& header) {
  const std::string& block = rows.first_block();
  std::string sample = block.substr(0, io::whole_rows(block, header.format.delimiter));
  if (sample.empty()) sample = block;
  return io::decimal_rule_of(std::move(sample), header.columns, header.format);
}

}  // namespace

core::Diagnostic unknown_column(const std::string& found, const std::vector<std::string>& names) {
  std::string allowed;
  for (const std::string& name : names) allowed += (allowed.empty() ? "" : ", ") + name;
  core::Diagnostic wrong =
      core::finding(Code::unknown_column, {}, found, {{"found", found}, {"allowed", allowed}});
  const std::string near = io::nearest(found, names);
  if (!near.empty()) wrong.arguments.emplace_back("nearest", near);
  return wrong;
}

core::Checked<RowsHeader> read_rows_header(io::RowsSource& rows, const io::AskedFormat& asked) {
  const auto refused = [](Code code, core::Arguments arguments) {
    return core::refused(core::finding(code, std::move(arguments)));
  };
  RowsHeader header;
  const io::SeparatorLine line = io::separator_line(rows.first_block());
  if (line.length > 0) rows.skip(line.length);
  std::optional<char> delimiter = asked.delimiter;
  if (!delimiter && line.length > 0) delimiter = line.delimiter;
  std::optional<Candidate> found = find_header(rows, rows.first_block(), delimiter);
  if (!found) return refused(Code::no_header, {{"file", rows.name()}});
  if (!io::is_whole(found->fault)) {
    return refused(found->fault == io::RowFault::open_quote ? Code::open_quote : Code::after_quote,
                   {});
  }
  for (const std::string& name : asked.carry) {
    if (std::ranges::find(found->names, name) == found->names.end())
      return core::refused(unknown_column(name, found->names));
  }
  header.format.delimiter = found->delimiter;
  header.row = found->row;
  header.rows_above = found->rows_above;
  header.format.first_row = found->row + 1;
  header.open = found->fault == io::RowFault::open_line;
  rows.set_delimiter(found->delimiter);
  core::Checked<io::RowColumns> columns = io::read_columns(found->names, asked.carry);
  if (!columns) return tl::unexpected{std::move(columns.error())};
  header.columns = std::move(*columns);
  rows.skip(found->end);
  found.reset();  // a header of very many names is no longer needed twice
  if (asked.decimal) {
    header.format.decimal = {.sign = *asked.decimal, .certain = true};
    return header;
  }
  const core::Checked<io::DecimalRule> rule = decimal_of(rows, header);
  if (!rule) return tl::unexpected{rule.error()};
  header.format.decimal = *rule;
  return header;
}

namespace {

/// Names after each other, no more of them than people read.
struct NameList {
  std::string text;
  std::size_t left_out = 0;

  bool is_full() const { return text.size() > 400; }
  void add(const std::string& name) {
    if (is_full()) {
      ++left_out;
    } else {
      text += (text.empty() ? "" : ", ") + name;
    }
  }
};

}  // namespace

void say_columns(World& world, const std::string& file, const io::RowColumns& columns,
                 std::span<const std::string_view> named) {
  NameList set;
  NameList carried;
  core::Arguments near;  // the first column that is near to a key
  for (std::size_t i = 0; i < columns.all.size(); ++i) {
    const io::RowColumn& column = columns.all[i];
    if (column.role == io::ColumnRole::case_file) continue;
    if (column.role != io::ColumnRole::carried) {
      set.add(columns.dutch.contains(i) ? columns.written(i) + " (" + column.name + ')'
                                        : column.name);
      continue;
    }
    const std::string meant =
        carried.is_full() ? std::string{} : io::key_meant_by(column.name, report::column_words);
    // What another column sets is not asked about.
    const bool is_named = std::ranges::find(named, column.name) != named.end();
    const bool asked = !meant.empty() && !is_named && !column.is_told && !columns.find(meant);
    carried.add(asked ? column.name + " (" + meant + "?)" : column.name);
    if (asked && near.empty()) near = {{"file", file}, {"column", column.name}, {"meant", meant}};
  }
  if (near.empty()) near = {{"file", file}};
  if (set.text.empty() && !columns.case_file)
    tell(world, {core::finding(Code::no_key_column, std::move(near))});
  std::string text;
  const auto say_part = [&](Message message, const NameList& list) {
    if (list.text.empty()) return;
    std::string names = list.text;
    if (list.left_out > 0) {
      names += ' ' + say(Message::columns_left_out, world.language,
                         {{"columns", std::to_string(list.left_out)}});
    }
    text +=
        (text.empty() ? file + ": " : "; ") + say(message, world.language, {{"columns", names}});
  };
  say_part(Message::columns_set, set);
  say_part(Message::columns_carried, carried);
  if (!text.empty()) say_line(world, text);
}

void say_header(World& world, const std::string& file, const RowsHeader& header) {
  if (header.rows_above == 0) return;
  say_line(world, say(Message::rows_header_at, world.language,
                      {{"file", file},
                       {"row", std::to_string(header.row)},
                       {"above", std::to_string(header.rows_above)}}));
}

void say_read(World& world, const io::RowsSource& rows) {
  if (rows.encoding() == io::RowsSource::Encoding::windows_1252)
    say_line(world, say(Message::rows_windows, world.language, {{"file", rows.name()}}));
  if (!rows.total_row().empty()) {
    say_line(world, say(Message::rows_total, world.language,
                        {{"file", rows.name()}, {"found", rows.total_row()}}));
  }
}

void say_format(World& world, const std::string& file, const io::RowsFormat& format) {
  const auto named = [&](Message message) { return say(message, world.language); };
  const std::string separator = format.delimiter == '\t'  ? named(Message::separator_tab)
                                : format.delimiter == ',' ? named(Message::separator_comma)
                                : format.delimiter == ';' ? named(Message::separator_semicolon)
                                                          : std::string{'"', format.delimiter, '"'};
  const Message sign = format.decimal.sign == ',' ? Message::sign_comma : Message::sign_point;
  say_line(world,
           say(Message::rows_format, world.language,
               {{"file", file}, {"separator", separator}, {"sign", say(sign, world.language)}}));
}

}  // namespace billijk::cli
