#include "report/format/markdown.hpp"

#include <algorithm>

#include "report/format/text.hpp"

namespace billijk::report {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A sign that Markdown would take for its own at this place in a text.
bool is_markup(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  switch (text[at]) {
    case '\\':
    case '|':
    case '<':
    case '*':
    case '`':
    case '~':
      return true;
    case '_':  // within a word it is plain: overhead_percent
      return at == 0 || !is_word(text[at - 1]) || !is_word(next);
    case ']':  // brackets are plain but for those of a link: [words](address), [words]: address
      return next == '(' || next == ':' || next == '[';
    case '&':  // of an entity: &lt;
      return next == '#' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    default:
      return false;
  }
}

/// A text within a line.
std::string escaped(const std::string& text) {
  const std::string shown = printable(text);
  std::string result;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (is_markup(shown, i)) result += '\\';
    result += shown[i];
  }
  return result;
}

/// A text with which a block begins: none of a heading, a list, a quotation or code.
std::string escaped_block(const std::string& text) {
  std::string result = escaped(text);
  result.erase(0, std::min(result.find_first_not_of(' '), result.size()));
  const std::size_t digits = std::min(result.find_first_not_of("0123456789"), result.size());
  const bool is_number =
      digits > 0 && digits < result.size() && (result[digits] == '.' || result[digits] == ')');
  if (is_number) return result.insert(digits, 1, '\\');
  if (!result.empty() && std::string_view{"#>+-="}.find(result.front()) != std::string_view::npos)
    result.insert(0, 1, '\\');
  return result;
}

/// Backticks that no line of the text closes.
std::string fence_for(const std::vector<std::string>& lines) {
  std::string fence = "```";
  for (const std::string& line : lines) {
    while (line.find(fence) != std::string::npos) fence += '`';
  }
  return fence;
}

struct MarkdownBlock {
  const Format& format;

  std::string operator()(const Headline& headline) const {
    // A title is short: what comes behind its first sentence stands below it.
    const std::size_t end = headline.text.find(". ");
    if (end == std::string::npos) return "# " + escaped(headline.text) + '\n';
    return "# " + escaped(headline.text.substr(0, end)) + "\n\n" +
           escaped_block(headline.text.substr(end + 2)) + '\n';
  }
  std::string operator()(const Heading& heading) const {
    return (heading.small ? "### " : "## ") + escaped(heading.text) + '\n';
  }
  std::string operator()(const Paragraph& paragraph) const {
    return escaped_block(paragraph.text) + '\n';
  }
  std::string operator()(const Bullets& bullets) const {
    std::string result;
    for (const std::string& item : bullets.items) result += "- " + escaped_block(item) + '\n';
    return result;
  }
  std::string operator()(const Drawing& drawing) const {
    const std::string fence = fence_for(drawing.lines);
    std::string result = fence + "text\n";
    for (const std::string& line : drawing.lines) result += printable(line) + '\n';
    return result + fence + '\n';
  }
  std::string operator()(const Figure& figure) const {
    if (figure.seen_only || figure.table.rows.empty()) return {};
    return (*this)(Paragraph{figure.sentence}) + '\n' + (*this)(figure.table);
  }
  std::string operator()(const Findings& findings) const { return (*this)(findings.table); }
  std::string operator()(const Table& table) const {
    std::string titles = "|";
    std::string rule = "|";
    for (const Column& column : table.columns) {
      titles += ' ' + escaped(column.title) + " |";
      rule += column.align == Align::left ? " --- |" : " ---: |";
    }
    std::string result = titles + '\n' + rule + '\n';
    for (const Row& row : table.rows) result += table_row(row, table.columns.size());
    return result;
  }

 private:
  std::string table_row(const Row& row, std::size_t columns) const {
    std::string line = "|";
    for (std::size_t i = 0; i < columns; ++i) {
      std::string text = i < row.cells.size() ? escaped(cell_text(row.cells[i], format)) : "";
      const auto* link = i < row.cells.size() ? std::get_if<Link>(&row.cells[i]) : nullptr;
      if (link != nullptr) text.insert(0, "[").append("](").append(link->file).append(")");
      if (row.strong && !text.empty()) text.insert(0, "**").append("**");
      line += ' ' + text + " |";
    }
    return line + '\n';
  }
};

}  // namespace

std::string render_markdown(const Document& document, const Format& format) {
  std::string result;
  for (const Block& block : document.blocks) {
    const std::string text = std::visit(MarkdownBlock{format}, block);
    if (text.empty()) continue;
    if (!result.empty()) result += '\n';
    result += text;
  }
  return result;
}

std::string markdown_form(const Document& document, const Format& format,
                          const FormStyle& /*style*/) {
  return render_markdown(document, format);
}

}  // namespace billijk::report
