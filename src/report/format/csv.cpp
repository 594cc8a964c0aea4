#include "report/format/csv.hpp"

#include <algorithm>

namespace billijk::report {
namespace {

/// A value as one cell; a record within another has none.
struct CellOf {
  const CsvCell& cell;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(std::string_view text) const { return cell.text(text); }
  std::string operator()(Lasting text) const { return cell.text(text.text); }
  std::string operator()(const core::Exact& figure) const {
    std::string text = core::shortest(figure);
    std::ranges::replace(text, '.', cell.decimal_sign());
    return text;
  }
  std::string operator()(LastingFigure figure) const { return (*this)(*figure.figure); }
  std::string operator()(core::Date day) const { return core::iso(day); }
  std::string operator()(const Record&) const { return {}; }
  std::string operator()(const List& list) const {
    std::string texts;
    for (const Value& value : list.items) {
      if (const auto text = value.text()) texts.append(texts.empty() ? "" : ", ").append(*text);
    }
    return cell.text(texts);
  }
};

CsvDialect dialect_of(const FormStyle& style) {
  return style.excel ? CsvDialect::dutch_excel : CsvDialect::plain;
}

std::string whole_csv(const Sections& sections, const FormStyle& style) {
  return render_csv(sections.rows, dialect_of(style));
}

std::string csv_header(const Sections& sections, std::string_view /*list*/,
                       const FormStyle& style) {
  return whole_csv(sections, style);
}

void add_csv(std::string& text, const Sections& one, const FormStyle& style) {
  for (const auto& record : one.rows.records) text += render_record(record, dialect_of(style));
}

}  // namespace

std::string render_record(const std::vector<Value>& record, CsvDialect dialect) {
  const CsvCell cell{dialect};
  std::string line;
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (i > 0) line += cell.delimiter();
    line += std::visit(CellOf{cell}, record[i].content());
  }
  return line += cell.line_end();
}

std::string render_csv(const Rows& rows, CsvDialect dialect) {
  std::string result = dialect == CsvDialect::dutch_excel ? "\xEF\xBB\xBF" : "";
  result += render_record({rows.header.begin(), rows.header.end()}, dialect);
  for (const std::vector<Value>& record : rows.records) result += render_record(record, dialect);
  return result;
}

constexpr MachineForm csv_form{.whole = whole_csv,
                               .of_rows = true,
                               .before = csv_header,
                               .add = add_csv,
                               .first = {},
                               .between = {},
                               .after = {}};

}  // namespace billijk::report
