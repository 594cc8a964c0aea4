#include "report/format/records.hpp"

namespace billijk::report {
namespace {

/// Figures as they are written, with as many decimals as the longest of their column needs.
Cell cell_of(const Value& value, int decimals) {
  if (const core::Exact* const figure = value.figure()) return Number{*figure, decimals};
  if (const auto* const day = std::get_if<core::Date>(&value.content())) return core::iso(*day);
  const std::optional<std::string_view> text = value.text();
  return text ? Cell{std::string{*text}} : Cell{};
}

int decimals_needed(const Records& records, std::size_t column) {
  int decimals = 0;
  for (const auto& row : records.rows) {
    const core::Exact* const figure = row[column].figure();
    while (figure != nullptr && decimals < core::Decimal::max_digits &&
           !core::is_written_by(*figure, decimals))
      ++decimals;
  }
  return decimals;
}

}  // namespace

Table table_of(const Records& records) {
  Table table;
  table.rows.resize(records.rows.size());
  for (std::size_t column = 0; column < records.titles.size(); ++column) {
    const int decimals = decimals_needed(records, column);
    bool numeric = false;
    for (std::size_t row = 0; row < records.rows.size(); ++row) {
      numeric = numeric || records.rows[row][column].figure() != nullptr;
      table.rows[row].cells.push_back(cell_of(records.rows[row][column], decimals));
    }
    table.columns.push_back({records.titles[column], numeric ? Align::decimal : Align::left});
  }
  return table;
}

Sections sections_of(const Records& records) {
  const List list = list_of(records.rows, [&](const std::vector<Value>& row) {
    Record record;
    for (std::size_t i = 0; i < row.size(); ++i) record.push_back({records.keys[i], row[i]});
    return record;
  });
  return {.members = {{"schema", records.schema}, {records.list, list}},
          .rows = {.header = {records.keys.begin(), records.keys.end()}, .records = records.rows}};
}

}  // namespace billijk::report
