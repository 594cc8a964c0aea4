#include "io/rows/row_columns.hpp"

#include <algorithm>
#include <array>

#include "io/case/schema.hpp"
#include "io/case/value_reader.hpp"
#include "io/rows/csv_scanner.hpp"

namespace billijk::io {
namespace {

using core::Code;

constexpr std::string_view case_column = "case";
/// Keys that are said of a contract and enter no figure.
constexpr std::array<std::string_view, 3> labels{"contract.municipality", "contract.provider",
                                                 "contract.product"};

ColumnRole role_of_key(const std::string& key, const std::vector<std::string>& header) {
  // The step is part of how a case rounds, not of what it sums.
  if (core::key_of(key) && key != path_of(core::Key::rounding_step)) {
    const bool in_parts = std::ranges::any_of(
        header, [&](const std::string& other) { return other.starts_with(key + '.'); });
    return in_parts ? ColumnRole::choice : ColumnRole::number;
  }
  const bool label = std::ranges::find(labels, key) != labels.end();
  return label ? ColumnRole::label : ColumnRole::choice;
}

/// The unit of what is written as a figure, a number of the case or not.
std::optional<core::Unit> unit_of(const Target& target) {
  const core::KeyFacts* const facts = target.entry->facts;
  if (facts == nullptr)
    return target.entry->kind == Kind::year ? std::optional{core::Unit::none} : std::nullopt;
  const bool is_part = target.kind == Target::Kind::part;
  if (is_part && target.name == "wage") return own_wage_facts.unit;
  if (is_part && target.name != "low" && target.name != "high" && target.name != "value")
    return std::nullopt;
  return facts->unit;
}

/// What the key above a column makes of it. Errors: a key that `--set` would not know either.
void take_key(RowColumn& column, const std::vector<std::string>& header,
              core::Diagnostics& errors) {
  const Target target = target_of(column.name);
  if (target.kind == Target::Kind::unknown) {
    ValueReader{errors}.unknown_key({.key = column.name}, column.name, paths_of(case_entries()));
  } else if (target.kind == Target::Kind::not_settable) {
    errors.push_back(core::finding(Code::not_settable, {}, column.name, {{"key", column.name}}));
  }
  column.role = role_of_key(column.name, header);
  if (column.role == ColumnRole::number) column.key = *core::key_of(column.name);
  if (column.role != ColumnRole::choice || target.entry == nullptr) return;
  column.figure = unit_of(target);
  column.is_date = target.entry->kind == Kind::date;
}

}  // namespace

std::optional<std::size_t> RowColumns::find(std::string_view name) const {
  const auto found = std::ranges::find(all, name, &RowColumn::name);
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

core::Checked<RowColumns> read_columns(const std::vector<std::string>& header) {
  RowColumns columns;
  core::Diagnostics errors;
  for (const std::string& name : header) {
    RowColumn column{.name = name};
    const bool is_key = name.find('.') != std::string::npos;
    if (is_key || name == case_column) {
      if (columns.find(name))
        errors.push_back(core::finding(Code::duplicate_column, {}, name, {{"found", name}}));
    }
    if (is_key) {
      take_key(column, header, errors);
    } else if (name == case_column) {
      column.role = ColumnRole::case_file;
      columns.case_file = columns.all.size();
    }
    columns.all.push_back(std::move(column));
    if (errors.size() < core::most_findings) continue;
    errors.push_back(core::too_many_findings(nullptr));
    break;
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return columns;
}

std::string date_of_cell(std::string_view cell) {
  const std::size_t first = cell.find('-');
  const std::size_t second = cell.find('-', first == std::string_view::npos ? first : first + 1);
  const bool is_day_first = (first == 1 || first == 2) && second != std::string_view::npos &&
                            second - first >= 2 && second - first <= 3 &&
                            cell.size() - second == 5 &&
                            cell.find_first_not_of("0123456789-") == std::string_view::npos;
  if (!is_day_first) return std::string{cell};
  const auto two_digits = [](std::string_view part) {
    return (part.size() < 2 ? "0" : "") + std::string{part};
  };
  return std::string{cell.substr(second + 1)} + '-' +
         two_digits(cell.substr(first + 1, second - first - 1)) + '-' +
         two_digits(cell.substr(0, first));
}

std::string text_of_cell(const RowColumn& column, std::string_view cell, DecimalRule rule) {
  if (column.figure) {
    const FigureCell figure = read_figure(cell, rule, *column.figure);
    if (figure.fault == CellFault::none) return figure.value.text();
  }
  return column.is_date ? date_of_cell(cell) : std::string{cell};
}

SeparatorLine separator_line(std::string_view text) {
  constexpr std::string_view prefix = "sep=";
  if (text.size() <= prefix.size()) return {};
  const bool named = std::ranges::equal(text.substr(0, prefix.size()), prefix, {}, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  if (!named) return {};
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end);
  const std::string_view rest = line.substr(prefix.size() + 1);
  if (!rest.empty() && rest != "\r") return {};
  return {.length = end == std::string_view::npos ? text.size() : end + 1,
          .delimiter = line[prefix.size()]};
}

char delimiter_of(std::string_view text) {
  constexpr std::array candidates{';', '\t', ','};
  std::array<int, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const auto found = std::ranges::find(candidates, c);
    if (found != candidates.end() && !quoted)
      ++counts.at(static_cast<std::size_t>(found - candidates.begin()));
  }
  const auto most = std::ranges::max_element(counts);
  if (*most == 0) return ',';
  return candidates.at(static_cast<std::size_t>(most - counts.begin()));
}

core::Checked<DecimalRule> decimal_rule_of(std::string rows, const RowColumns& columns,
                                           char delimiter) {
  constexpr std::size_t first_row = 2;
  struct Example {
    std::string text, column;
    std::size_t row = 0;
  };
  std::array<std::optional<Example>, 4> first;
  CsvScanner scanner{rows.data(), rows.data() + rows.size(), delimiter};
  RowCells cells;
  for (std::size_t row = first_row; !scanner.at_end(); ++row) {
    scanner.next(cells);
    if (cells.size() != columns.all.size()) continue;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (columns.all[i].role != ColumnRole::number) continue;
      std::optional<Example>& seen = first.at(static_cast<std::size_t>(sign_evidence(cells[i])));
      if (!seen) seen = Example{std::string{cells[i]}, columns.all[i].name, row};
    }
  }
  const auto& point = first[static_cast<std::size_t>(SignEvidence::point)];
  const auto& comma = first[static_cast<std::size_t>(SignEvidence::comma)];
  const auto& either = first[static_cast<std::size_t>(SignEvidence::either)];
  const auto refused = [](Code code, const Example& found, core::Arguments more) {
    more.insert(
        more.begin(),
        {{"found", found.text}, {"column", found.column}, {"row", std::to_string(found.row)}});
    return core::refused(core::finding(code, {}, found.column, std::move(more)));
  };
  if (point && comma) {
    return refused(Code::mixed_decimals, *comma,
                   {{"other", point->text},
                    {"other_column", point->column},
                    {"other_row", std::to_string(point->row)}});
  }
  if (point || comma) return DecimalRule{.sign = point ? '.' : ',', .certain = true};
  // Where cells are separated by commas, 1.234 has a decimal point: a comma would have been quoted.
  if (either && (delimiter != ',' || either->text.find(',') != std::string::npos)) {
    return refused(Code::ambiguous_figure, *either, {});
  }
  if (delimiter == ',') return DecimalRule{.sign = '.', .certain = either.has_value()};
  return DecimalRule{.sign = delimiter == ';' ? ',' : '.', .certain = false};
}

}  // namespace billijk::io
