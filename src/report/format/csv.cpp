#include "report/format/csv.hpp"

#include <algorithm>

namespace billijk::report {
namespace {

class CsvText {
 public:
  explicit CsvText(CsvDialect dialect) : excel_{dialect == CsvDialect::dutch_excel} {}

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const core::Exact& number) const {
    std::string text = core::shortest(number);
    if (excel_) std::ranges::replace(text, '.', ',');
    return text;
  }
  std::string operator()(std::string text) const {
    // A spreadsheet takes such a cell for a formula; an apostrophe makes it text.
    if (excel_ && !text.empty() &&
        std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) {
      text.insert(0, 1, '\'');
    }
    if (text.find_first_of(excel_ ? ";\"\r\n" : ",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
    return quoted + '"';
  }

 private:
  bool excel_;
};

}  // namespace

std::string render_record(const std::vector<CsvField>& record, CsvDialect dialect) {
  const bool excel = dialect == CsvDialect::dutch_excel;
  const CsvText text{dialect};
  std::string line;
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (i > 0) line += excel ? ';' : ',';
    line += std::visit(text, record[i]);
  }
  return line + (excel ? "\r\n" : "\n");
}

std::string render_csv(const CsvTable& table, CsvDialect dialect) {
  std::string result = dialect == CsvDialect::dutch_excel ? "\xEF\xBB\xBF" : "";
  result += render_record({table.header.begin(), table.header.end()}, dialect);
  for (const std::vector<CsvField>& record : table.records)
    result += render_record(record, dialect);
  return result;
}

}  // namespace billijk::report
