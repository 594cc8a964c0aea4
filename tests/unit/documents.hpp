#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/format/csv.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/json.hpp"
#include "report/format/records.hpp"
#include "report/format/text.hpp"

namespace billijk::tests {

inline const report::Format english{report::Language::en};
inline const report::Format dutch{report::Language::nl};

/// The blocks of one kind, in the order of the report.
template <class Kind>
std::vector<Kind> all(const report::Document& document) {
  std::vector<Kind> found;
  for (const report::Block& block : document.blocks) {
    if (const auto* const one = std::get_if<Kind>(&block)) found.push_back(*one);
  }
  return found;
}

/// The charts, in the order of the report; those only pictures show too.
inline std::vector<report::Chart> charts(const report::Document& document) {
  std::vector<report::Chart> found;
  for (const report::Figure& figure : all<report::Figure>(document)) found.push_back(figure.chart);
  return found;
}

inline report::Headline headline(const report::Document& document) {
  return all<report::Headline>(document).at(0);
}

/// Whether a heading, a paragraph or an item of a list reads so, from its first to its last word.
inline bool says(const report::Document& document, std::string_view text) {
  for (const report::Heading& heading : all<report::Heading>(document))
    if (heading.text == text) return true;
  for (const report::Paragraph& paragraph : all<report::Paragraph>(document))
    if (paragraph.text == text) return true;
  for (const report::Bullets& bullets : all<report::Bullets>(document))
    for (const std::string& item : bullets.items)
      if (item == text) return true;
  return false;
}

/// The block that stands right under a heading.
template <class Kind>
Kind under(const report::Document& document, std::string_view heading) {
  for (std::size_t i = 0; i + 1 < document.blocks.size(); ++i) {
    const auto* const found = std::get_if<report::Heading>(&document.blocks[i]);
    if (found != nullptr && found->text == heading) return std::get<Kind>(document.blocks[i + 1]);
  }
  throw std::invalid_argument{"no heading " + std::string{heading}};
}

/// The table whose first column has this title.
inline report::Table table(const report::Document& document, std::string_view title) {
  for (const report::Table& one : all<report::Table>(document))
    if (one.columns.front().title == title) return one;
  throw std::invalid_argument{"no table " + std::string{title}};
}

inline std::string titles(const report::Table& table) {
  std::string text;
  for (const report::Column& column : table.columns)
    text += (text.empty() ? "" : " | ") + column.title;
  return text;
}

/// A row as people read it, "Wage floor | € 33.75"; a cell without a figure is empty.
inline std::string text_of(const report::Row& row, const report::Format& format = english) {
  std::string text;
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    text += (i == 0 ? "" : " | ") + cell_text(row.cells[i], format);
  return text;
}

inline std::vector<std::string> rows(const report::Table& table,
                                     const report::Format& format = english) {
  std::vector<std::string> texts;
  for (const report::Row& row : table.rows) texts.push_back(text_of(row, format));
  return texts;
}

/// The row that begins with this text.
inline report::Row row(const report::Table& table, std::string_view first) {
  for (const report::Row& one : table.rows)
    if (cell_text(one.cells.front(), english) == first) return one;
  throw std::invalid_argument{"no row " + std::string{first}};
}

/// The rows that begin with this text, each as its bytes.
inline std::vector<std::string> records(const report::Rows& rows, std::string_view begin) {
  std::vector<std::string> found;
  for (const auto& record : rows.records) {
    std::string text = render_record(record, report::CsvDialect::plain);
    text.pop_back();
    if (text.starts_with(begin)) found.push_back(std::move(text));
  }
  return found;
}

/// A JSON document; throws where it is none.
inline nlohmann::json parsed(const std::string& text) { return nlohmann::json::parse(text); }

/// The members as they stand in JSON.
inline nlohmann::json json_of(const report::Sections& sections) {
  return parsed(render_json(sections.members));
}

}  // namespace billijk::tests
