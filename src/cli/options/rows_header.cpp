#include "cli/options/rows_header.hpp"

#include <algorithm>
#include <ostream>

#include "io/rows/column_question.hpp"
#include "io/rows/csv_scanner.hpp"
#include "io/text/encoding.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using report::Message;

std::vector<std::string> names_of(const io::RowCells& cells, io::RowsSource::Encoding encoding) {
  std::vector<std::string> names;
  for (const std::string_view cell : cells) {
    const std::size_t begin = std::min(cell.find_first_not_of(" \t"), cell.size());
    const std::string_view name = cell.substr(begin, cell.find_last_not_of(" \t") + 1 - begin);
    names.push_back(encoding == io::RowsSource::Encoding::windows_1252 ? io::from_windows_1252(name)
                                                                       : std::string{name});
  }
  return names;
}

core::Checked<io::DecimalRule> decimal_of(io::RowsSource& rows, const RowsHeader& header) {
  const std::string& block = rows.first_block();
  std::string sample = block.substr(0, io::whole_rows(block, header.format.delimiter));
  if (sample.empty()) sample = block;
  return io::decimal_rule_of(std::move(sample), header.columns, header.format.delimiter);
}

}  // namespace

core::Checked<RowsHeader> read_rows_header(io::RowsSource& rows, const io::AskedFormat& asked) {
  const auto refused = [](Code code, core::Arguments arguments) {
    return core::refused(core::finding(code, std::move(arguments)));
  };
  RowsHeader header;
  const io::SeparatorLine line = io::separator_line(rows.first_block());
  if (line.length > 0) rows.skip(line.length);
  std::string& block = rows.first_block();
  header.format.delimiter =
      asked.delimiter.value_or(line.length > 0 ? line.delimiter : io::delimiter_of(block));
  rows.set_delimiter(header.format.delimiter);
  std::string text = block.substr(0, io::whole_rows(block, header.format.delimiter));
  if (text.empty()) text = block;
  io::CsvScanner scanner{text.data(), text.data() + text.size(), header.format.delimiter};
  io::RowCells cells;
  io::RowFault fault = io::RowFault::none;
  // An empty line is no row, and no header either.
  while (cells.size() <= 1 && is_blank(cells) && !scanner.at_end()) fault = scanner.next(cells);
  if (is_blank(cells)) return refused(Code::no_header, {{"file", rows.name()}});
  if (fault == io::RowFault::open_quote || fault == io::RowFault::after_quote) {
    return refused(fault == io::RowFault::open_quote ? Code::open_quote : Code::after_quote, {});
  }
  header.open = fault == io::RowFault::open_line;
  const auto length = static_cast<std::size_t>(scanner.position() - text.data());
  core::Checked<io::RowColumns> columns = io::read_columns(names_of(cells, rows.encoding()));
  if (!columns) return tl::unexpected{std::move(columns.error())};
  header.columns = std::move(*columns);
  rows.skip(length);
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
  for (const io::RowColumn& column : columns.all) {
    if (column.role == io::ColumnRole::case_file) continue;
    if (column.role != io::ColumnRole::carried) {
      set.add(column.name);
      continue;
    }
    const std::string meant =
        carried.is_full() ? std::string{} : io::key_meant_by(column.name, report::column_words);
    // What another column sets is not asked about.
    const bool is_named = std::ranges::find(named, column.name) != named.end();
    const bool asked = !meant.empty() && !is_named && !columns.find(meant);
    carried.add(asked ? column.name + " (" + meant + "?)" : column.name);
  }
  if (set.text.empty() && !columns.case_file)
    tell(world, {core::finding(Code::no_key_column, {{"file", file}})});
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
