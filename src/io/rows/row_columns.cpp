#include "io/rows/row_columns.hpp"

#include <algorithm>
#include <array>

#include "core/case/aliases.hpp"
#include "core/number/unicode.hpp"
#include "core/number/utf8.hpp"
#include "io/case/schema.hpp"
#include "io/case/value_reader.hpp"
#include "io/rows/csv_scanner.hpp"
#include "io/text/cell_text.hpp"
#include "io/text/day_text.hpp"
#include "io/text/nearest.hpp"

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
  column.is_date = target.entry->kind == Kind::date ||
                   (target.kind == Target::Kind::part && target.name == "checked");
}

/// Whether a name with a point is that of a key, or of a key mistyped: "Factuurnr." and "tarief
/// p.u." are neither.
bool is_meant_as_key(const std::string& name) {
  if (name.find('.') == std::string::npos) return false;
  if (target_of(name).kind != Target::Kind::unknown) return true;
  const std::string table = core::lower(name.substr(0, name.find('.')));
  const std::vector<std::string> known = paths_of(case_entries());
  const bool under_table = std::ranges::any_of(
      known, [&](const std::string& path) { return path.starts_with(table + '.'); });
  return under_table || !nearest(name, known).empty();
}

/// The key a Dutch name means, or the name as it is.
std::string name_of_key(const std::string& written) {
  const std::string_view alone = core::key_named(written);
  if (!alone.empty()) return std::string{alone};
  std::string path = core::english_path(core::lower(written));
  return path.find('.') != std::string::npos && is_meant_as_key(path) ? path : written;
}

}  // namespace

std::optional<std::size_t> RowColumns::find(std::string_view name) const {
  const auto found =
      std::ranges::find(all, core::comparable_name(name),
                        [](const RowColumn& column) { return core::comparable_name(column.name); });
  if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
  for (const auto& [column, written] : dutch) {
    if (written == name) return column;
  }
  return std::nullopt;
}

core::Checked<RowColumns> read_columns(const std::vector<std::string>& header,
                                       std::span<const std::string> carry) {
  RowColumns columns;
  const bool dutch = std::ranges::none_of(header, is_meant_as_key);
  core::Diagnostics errors;
  for (const std::string& written : header) {
    const bool is_carried = std::ranges::find(carry, written) != carry.end();
    const std::string name = dutch && !is_carried ? name_of_key(written) : written;
    RowColumn column{.name = name, .is_told = is_carried};
    if (name != written) columns.dutch.emplace(columns.all.size(), written);
    const bool is_key = !is_carried && is_meant_as_key(name);
    if (is_key || (name == case_column && !is_carried)) {
      if (columns.find(name))
        errors.push_back(core::finding(Code::duplicate_column, {}, name, {{"found", name}}));
    }
    if (is_key) {
      take_key(column, header, errors);
    } else if (name == case_column && !is_carried) {
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

bool names_keys(const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [](const std::string& name) {
    return name == case_column ||
           (name.find('.') != std::string::npos && target_of(name).kind != Target::Kind::unknown);
  });
}

bool names_aliases(const std::vector<std::string>& names) {
  return std::ranges::any_of(
      names, [](const std::string& name) { return !core::key_named(name).empty(); });
}

std::string text_of_cell(const RowColumn& column, std::string_view cell, DecimalRule rule) {
  if (column.figure) {
    const FigureCell figure = read_figure(cell, rule, *column.figure);
    if (figure.fault == CellFault::none) return figure.value.text();
  }
  if (column.is_date) {
    const DayText read = read_day(cell, SerialDays::read);
    if (read.day) return core::iso(*read.day);
  }
  return std::string{cell};
}

SeparatorLine separator_line(std::string_view text) {
  constexpr std::string_view prefix = "sep=";
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  // A program that wrote the line as a cell put quotes around it, or separators behind it.
  if (line.starts_with('"')) line.remove_prefix(1);
  if (line.size() <= prefix.size() || !is_same_word(line.substr(0, prefix.size()), prefix))
    return {};
  const char delimiter = line[prefix.size()];
  std::string_view rest = line.substr(prefix.size() + 1);
  if (rest.starts_with('"')) rest.remove_prefix(1);
  if (rest.find_first_not_of(delimiter) != std::string_view::npos) return {};
  return {.length = end == std::string_view::npos ? text.size() : end + 1, .delimiter = delimiter};
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
  // One column: a comma is the decimal sign of one who separates by semicolons.
  if (*most == 0) return ';';
  return candidates.at(static_cast<std::size_t>(most - counts.begin()));
}

core::Checked<DecimalRule> decimal_rule_of(std::string rows, const RowColumns& columns,
                                           const RowsFormat& format) {
  const char delimiter = format.delimiter;
  struct Example {
    std::string text, column;
    std::uint64_t row = 0;
  };
  std::array<std::optional<Example>, 4> first;
  CsvScanner scanner{rows.data(), rows.data() + rows.size(), delimiter};
  RowCells cells;
  for (std::uint64_t row = format.first_row; !scanner.at_end(); ++row) {
    scanner.next(cells);
    if (!cells.fit(columns.all.size())) continue;
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
    // With the other sign its separator stands between thousands.
    const bool has_point = either->text.find('.') != std::string::npos;
    const FigureCell whole =
        read_figure(either->text, {.sign = has_point ? ',' : '.'}, core::Unit::eur);
    const FigureCell small =
        read_figure(either->text, {.sign = has_point ? '.' : ','}, core::Unit::eur);
    return refused(Code::ambiguous_figure, *either,
                   {{"whole", whole.value.text()},
                    {"small", core::Exact{small.value}},
                    {"sign_of_whole", std::string{has_point ? "," : "."}},
                    {"sign_of_small", std::string{has_point ? "." : ","}}});
  }
  if (delimiter == ',') return DecimalRule{.sign = '.', .certain = either.has_value()};
  return DecimalRule{.sign = delimiter == ';' ? ',' : '.', .certain = false};
}

}  // namespace billijk::io
