#include "report/format/text_table.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "report/format/text.hpp"

namespace billijk::report {
namespace {

/// The widths of a column: what stands before the decimal sign and from it on.
struct ColumnWidth {
  int head = 0;
  int tail = 0;
  int total(int title) const { return std::max(head + tail, title); }
};

struct Split {
  std::string head, tail;
};

/// A text at its decimal sign; a word is all head.
Split split_at_decimal(const std::string& text, char sign) {
  const std::size_t at = text.rfind(sign);
  if (at == std::string::npos) {
    const std::size_t end = text.find_last_of("0123456789");
    if (end == std::string::npos) return {text, {}};
    return {text.substr(0, end + 1), text.substr(end + 1)};
  }
  return {text.substr(0, at), text.substr(at)};
}

class TableText {
 public:
  TableText(const Table& table, const Format& format, int width)
      : table_{table}, format_{format}, width_{width} {
    for (const Column& column : table.columns) titles_.push_back(printable(column.title));
    measure();
  }

  /// Whether no line is longer than there is room for.
  bool fits() const {
    int all = 0;
    for (const int width : widths_) all += width + 2;
    return all - 2 <= width_;
  }
  std::string render() const {
    std::string result;
    const bool titled =
        std::ranges::any_of(titles_, [](const std::string& title) { return !title.empty(); });
    if (titled) {
      const std::vector<std::string> first = wrapped(titles_[0], widths_[0]);
      std::string line =
          first.size() < 2 ? title(0, titles_[0]) : last_of(first, result, std::string{});
      for (std::size_t i = 1; i < titles_.size(); ++i) line += "  " + title(i, titles_[i]);
      result += trimmed(line) + '\n';
    }
    for (const Row& row : table_.rows) result += render_row(row);
    return result;
  }

 private:
  std::string title(std::size_t i, const std::string& text) const {
    const std::string padding = spaces(widths_[i] - width_of(text));
    return table_.columns[i].align == Align::left ? text + padding : padding + text;
  }
  static std::string trimmed(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }
  void measure() {
    parts_.resize(table_.columns.size());
    widths_.resize(table_.columns.size());
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      for (const Row& row : table_.rows) {
        if (i >= row.cells.size()) continue;
        const std::string text = cell_text(row.cells[i], format_);
        if (table_.columns[i].align == Align::left) {
          parts_[i].head = std::max(parts_[i].head, width_of(text) + (i == 0 ? row.indent * 2 : 0));
        } else {
          const Split split = split_at_decimal(text, format_.decimal_sign());
          parts_[i].head = std::max(parts_[i].head, width_of(split.head));
          parts_[i].tail = std::max(parts_[i].tail, width_of(split.tail));
        }
      }
      widths_[i] = parts_[i].total(width_of(titles_[i]));
    }
    shrink_first();
  }
  /// The first column takes what the others leave; it is the one whose texts can be wrapped.
  void shrink_first() {
    int others = 0;
    for (std::size_t i = 1; i < widths_.size(); ++i) others += widths_[i] + 2;
    if (widths_.empty()) return;
    constexpr int narrowest = 12;
    widths_[0] = std::min(widths_[0], std::max(narrowest, width_ - others));
  }

  /// What does not fit in the lines it may take ends in an ellipsis.
  std::vector<std::string> first_cell(const std::string& text, int width) const {
    std::vector<std::string> lines = wrapped(text, width);
    const std::size_t most = table_.columns.front().most_lines;
    if (most == 0 || lines.size() <= most) return lines;
    std::string last = lines[most - 1];
    for (std::size_t i = most; i < lines.size(); ++i) last += ' ' + lines[i];
    lines.resize(most);
    lines.back() = shortened(last, width);
    return lines;
  }

  /// The last line of the first column, to go on behind; those above it go to `result`.
  std::string last_of(const std::vector<std::string>& first, std::string& result,
                      const std::string& indent) const {
    for (std::size_t line = 0; line + 1 < first.size(); ++line)
      result += indent + first[line] + '\n';
    const std::string last = indent + (first.empty() ? "" : first.back());
    return last + spaces(widths_[0] - width_of(last));
  }

  std::string render_row(const Row& row) const {
    const std::string indent = spaces(row.indent * 2);
    const std::vector<std::string> first = first_cell(
        row.cells.empty() ? "" : cell_text(row.cells[0], format_), widths_.at(0) - row.indent * 2);
    std::string result;
    std::string last = last_of(first, result, indent);
    for (std::size_t i = 1; i < table_.columns.size(); ++i) {
      last += "  ";
      last += i < row.cells.size() ? placed(row.cells[i], i) : spaces(widths_[i]);
    }
    return result + trimmed(last) + '\n';
  }
  std::string placed(const Cell& cell, std::size_t i) const {
    const std::string text = cell_text(cell, format_);
    if (table_.columns[i].align == Align::left) return text + spaces(widths_[i] - width_of(text));
    const Split split = split_at_decimal(text, format_.decimal_sign());
    const std::string aligned = spaces(parts_[i].head - width_of(split.head)) + text +
                                spaces(parts_[i].tail - width_of(split.tail));
    return spaces(widths_[i] - width_of(aligned)) + aligned;
  }

  const Table& table_;
  const Format& format_;
  int width_;
  std::vector<std::string> titles_;
  std::vector<ColumnWidth> parts_;
  std::vector<int> widths_;
};

/// The first column and those from `begin` to `end`.
Table part_of(const Table& table, std::size_t begin, std::size_t end) {
  const auto pick = [&](const auto& all) {
    auto some = all;
    some.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == 0 || (i >= begin && i < end)) some.push_back(all[i]);
    }
    return some;
  };
  Table part{pick(table.columns), {}};
  for (const Row& row : table.rows)
    part.rows.push_back({.cells = pick(row.cells), .indent = row.indent, .strong = row.strong});
  return part;
}

}  // namespace

std::string table_text(const Table& table, const Format& format, int width) {
  const TableText whole{table, format, width};
  constexpr std::size_t fewest = 2;
  if (table.columns.size() <= fewest || whole.fits()) return whole.render();
  std::string result;
  for (std::size_t begin = 1; begin < table.columns.size();) {
    std::size_t end = table.columns.size();
    Table part = part_of(table, begin, end);
    while (end > begin + 1 && !TableText{part, format, width}.fits())
      part = part_of(table, begin, --end);
    result += result.empty() ? "" : "\n";
    result += TableText{part, format, width}.render();
    begin = end;
  }
  return result;
}

}  // namespace billijk::report
