#include "report/format/records.hpp"

namespace billijk::report {
namespace {

/// Numbers as they are written, with as many decimals as the longest of their column needs.
struct ToCell {
  int decimals;
  Cell operator()(std::monostate) const { return std::monostate{}; }
  Cell operator()(const std::string& text) const { return text; }
  Cell operator()(const core::Exact& number) const { return Number{number, decimals}; }
};

int decimals_needed(const Records& records, std::size_t column) {
  int decimals = 0;
  for (const auto& row : records.rows) {
    const auto* number = std::get_if<core::Exact>(&row[column]);
    while (number != nullptr && decimals < core::Decimal::max_digits &&
           !core::is_written_by(*number, decimals))
      ++decimals;
  }
  return decimals;
}

}  // namespace

Table table_of(const Records& records) {
  Table table;
  table.rows.resize(records.rows.size());
  for (std::size_t column = 0; column < records.titles.size(); ++column) {
    const ToCell to_cell{decimals_needed(records, column)};
    bool numeric = false;
    for (std::size_t row = 0; row < records.rows.size(); ++row) {
      numeric = numeric || std::holds_alternative<core::Exact>(records.rows[row][column]);
      table.rows[row].cells.push_back(std::visit(to_cell, records.rows[row][column]));
    }
    table.columns.push_back({records.titles[column], numeric ? Align::decimal : Align::left});
  }
  return table;
}

CsvTable csv_of(const Records& records) {
  return {.header = records.keys, .records = records.rows};
}

std::string json_of(const Records& records) {
  struct Write {
    JsonWriter& json;
    void operator()(std::monostate) const { json.null(); }
    void operator()(const std::string& text) const { json.value(text); }
    void operator()(const core::Exact& number) const { json.value(number); }
  };
  JsonWriter json;
  json.begin_object();
  json.member("schema", records.schema);
  json.key(records.list);
  json.begin_array();
  for (const auto& row : records.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < records.keys.size(); ++i) {
      json.key(records.keys[i]);
      std::visit(Write{json}, row[i]);
    }
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace billijk::report
