#include "report/page/page_table.hpp"

#include "report/format/text.hpp"
#include "report/page/markup.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

/// From so many columns on a telephone has no room for them beside each other.
constexpr std::size_t too_wide = 4;

std::string bar_markup(const Bar& bar) {
  return element(
      "svg", R"( class="bar-cell" aria-hidden="true" width="100%" height="12")",
      "<rect class=\"bar\" y=\"1\" height=\"10\" width=\"" + percent(bar.part) + "\"></rect>");
}

std::string cell_markup(const Cell& cell, const Format& format) {
  if (const auto* const bar = std::get_if<Bar>(&cell)) return bar_markup(*bar);
  const std::string text = escaped(cell_text(cell, format));
  const auto* const link = std::get_if<Link>(&cell);
  return link == nullptr ? text : element("a", attribute("href", link->file), text);
}

/// Of a number its sign too: a page says below zero not by a minus alone.
bool is_below_zero(const Cell& cell) {
  const auto* const number = std::get_if<Number>(&cell);
  return number != nullptr && number->value.sign() < 0;
}

std::string class_of(const Column& column, const Cell& cell) {
  std::string names;
  if (column.align == Align::decimal) names = "n";
  if (is_below_zero(cell)) names += " neg";
  return names.empty() ? names : attribute("class", names);
}

/// The number a cell is; nothing of a text.
struct FigureOf {
  std::optional<core::Exact> operator()(const Money& money) const { return money.value; }
  std::optional<core::Exact> operator()(const Percent& percent) const { return percent.value; }
  std::optional<core::Exact> operator()(const Number& number) const { return number.value; }
  std::optional<core::Exact> operator()(const Count& count) const {
    return core::counted(count.number);
  }
  template <class Other>
  std::optional<core::Exact> operator()(const Other& /*other*/) const {
    return std::nullopt;
  }
};

/// What a script sorts a cell by; of a text that is what stands there.
std::string sort_value(const Cell& cell) {
  constexpr int decimals = 4;
  const std::optional<core::Exact> figure = std::visit(FigureOf{}, cell);
  return figure ? attribute("data-v", core::shortest(*figure, decimals)) : std::string{};
}

/// What a script needs to sort and to filter, its words in the language of the reader.
std::string sorting(const Table& table, Language language) {
  if (!table.sorts) return {};
  std::string attributes = " data-sorts";
  if (!table.choice) return attributes;
  // The counts stay places, which the script fills in.
  const Arguments counts{{"shown", "{shown}"}, {"all", "{all}"}};
  return attributes + attribute("data-choice", std::to_string(*table.choice)) +
         attribute("data-find", say(Message::page_find, language)) +
         attribute("data-all", say(Message::page_choose_all, language)) +
         attribute("data-count", say(Message::page_rows_shown, language, counts));
}

std::string row_class(const Row& row) {
  std::string names;
  if (row.strong) names = "strong";
  if (row.indent > 0) names += " in";
  std::string attributes = names.empty() ? names : attribute("class", names);
  if (!row.key.empty()) attributes += attribute("data-row", row.key);
  return attributes;
}

}  // namespace

std::string table_markup(const Table& table, const Format& format, const std::string& caption) {
  std::string titles;
  for (const Column& column : table.columns) {
    const std::string name =
        column.align == Align::decimal ? R"( scope="col" class="n")" : R"( scope="col")";
    titles +=
        column.title.empty() ? element("td", "", "") : element("th", name, escaped(column.title));
  }
  std::string rows;
  const bool folds = table.columns.size() >= too_wide;
  for (const Row& row : table.rows) {
    std::string cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Cell& cell = i < row.cells.size() ? row.cells[i] : Cell{};
      const std::string text = cell_markup(cell, format);
      const bool is_name = i == 0 && !text.empty();
      std::string attributes = class_of(table.columns[i], cell);
      if (is_name) attributes.insert(0, R"( scope="row")");
      if (table.sorts) attributes += sort_value(cell);
      if (folds && !is_name && !text.empty() && !table.columns[i].title.empty())
        attributes += attribute("data-label", table.columns[i].title);
      cells += element(is_name ? "th" : "td", attributes, text);
    }
    rows += element("tr", row_class(row), cells) + '\n';
  }
  std::string attributes = folds ? R"( class="folds")" : "";
  attributes += sorting(table, format.language());
  if (!table.role.empty()) attributes += attribute("data-role", table.role);
  const std::string title =
      caption.empty() ? "" : element("caption", R"( class="unseen")", escaped(caption));
  return element("table", attributes,
                 title + element("thead", "", element("tr", "", titles)) + '\n' +
                     element("tbody", "", rows)) +
         '\n';
}

}  // namespace billijk::report
