#include "report/format/csv.hpp"

#include <algorithm>

namespace billijk::report {
namespace {

std::string cell_text(const CsvField& field, const CsvCell& cell) {
  if (const auto* const number = std::get_if<core::Exact>(&field)) {
    std::string text = core::shortest(*number);
    std::ranges::replace(text, '.', cell.decimal_sign());
    return text;
  }
  const auto* const text = std::get_if<std::string>(&field);
  return text == nullptr ? std::string{} : cell.text(*text);
}

}  // namespace

std::string render_record(const std::vector<CsvField>& record, CsvDialect dialect) {
  const CsvCell cell{dialect};
  std::string line;
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (i > 0) line += cell.delimiter();
    line += cell_text(record[i], cell);
  }
  return line += cell.line_end();
}

std::string render_csv(const CsvTable& table, CsvDialect dialect) {
  std::string result = dialect == CsvDialect::dutch_excel ? "\xEF\xBB\xBF" : "";
  result += render_record({table.header.begin(), table.header.end()}, dialect);
  for (const std::vector<CsvField>& record : table.records)
    result += render_record(record, dialect);
  return result;
}

}  // namespace billijk::report
