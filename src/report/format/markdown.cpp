#include "report/format/markdown.hpp"

#include "report/format/text.hpp"

namespace billijk::report {
namespace {

std::string escaped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // Brackets are plain but for those of a link, [words](address).
    const bool ends_words = c == ']' && i + 1 < text.size() && text[i + 1] == '(';
    if (c == '|' || c == '<' || c == '*' || c == '_' || c == '`' || ends_words) result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

struct MarkdownBlock {
  const Format& format;

  std::string operator()(const Headline& headline) const {
    return "# " + escaped(headline.text) + '\n';
  }
  std::string operator()(const Heading& heading) const {
    return "## " + escaped(heading.text) + '\n';
  }
  std::string operator()(const Paragraph& paragraph) const {
    return escaped(paragraph.text) + '\n';
  }
  std::string operator()(const Bullets& bullets) const {
    std::string result;
    for (const std::string& item : bullets.items) result += "- " + escaped(item) + '\n';
    return result;
  }
  std::string operator()(const Drawing& drawing) const {
    std::string result = "```text\n";
    for (const std::string& line : drawing.lines) result += line + '\n';
    return result + "```\n";
  }
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
      if (row.strong && !text.empty()) text.insert(0, "**").append("**");
      if (i == 0) {
        for (int level = 0; level < row.indent; ++level) text.insert(0, "&emsp;");
      }
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

}  // namespace billijk::report
