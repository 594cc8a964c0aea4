#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/number/date.hpp"
#include "core/number/exact.hpp"
#include "report/format/cell_text.hpp"

namespace billijk::report {

/// A field of a CSV record; absent is empty, never zero.
using CsvField = std::variant<std::monostate, std::string, core::Exact>;
/// A figure that may be absent.
template <class Number>
CsvField field_of(const std::optional<Number>& value) {
  return value ? CsvField{core::Exact{*value}} : CsvField{};
}

struct CsvTable {
  std::vector<std::string> header;
  std::vector<std::vector<CsvField>> records;
};

/// One record and its line end.
std::string render_record(const std::vector<CsvField>& record, CsvDialect dialect);

std::string render_csv(const CsvTable& table, CsvDialect dialect);

}  // namespace billijk::report
