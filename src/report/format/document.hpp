#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/format/cell.hpp"
#include "report/format/chart.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

enum class Align : std::uint8_t { left, decimal };
struct Column {
  std::string title;
  Align align = Align::left;
  std::size_t most_lines = 0;  ///< of a cell of the first column where it is wrapped; 0: all
};
struct Row {
  std::vector<Cell> cells;
  int indent = 0;
  bool strong = false;   ///< a total
  std::string key = {};  ///< what a page that computes again knows it by
};

/// What a report is made of; each format shows these in its own way.
struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::string_view role = {};  ///< what a page that computes again knows it by
  bool sorts = false;          ///< by any column, where the form can
  std::optional<std::size_t> choice =
      {};  ///< rows are filtered too, and by the words of this column
};
enum class Tone : std::uint8_t { neutral, good, bad, low, high };
struct Headline {
  std::string text;
  Tone tone = Tone::neutral;
};
struct Heading {
  std::string text;
  bool small = false;       ///< of a page that has to stay one
  bool folded = false;      ///< what it heads is opened by who wants to see it, in forms that can
  std::string anchor = {};  ///< what links in the same document lead to it by
};
struct Paragraph {
  std::string text;
  std::string_view role = {};  ///< what a page that computes again knows it by
};
struct Bullets {
  std::vector<std::string> items;
  std::string_view role = {};  ///< what a page that computes again knows it by
};
/// Lines drawn in characters, shown as they are.
struct Drawing {
  std::vector<std::string> lines;
};
/// Findings as compilers give them, in text; where there are tables, as one.
struct Findings {
  std::string text;
  Table table;
};
/// A chart, and what it says without being seen.
struct Figure {
  Chart chart;
  std::string title;
  std::string sentence;    ///< what it shows
  Table table = {};        ///< its figures; none where a table follows that has them
  std::string signs = {};  ///< what those of a drawing in characters mean
  bool seen_only = false;  ///< of pictures; others have its figures elsewhere
};
using Block = std::variant<Headline, Heading, Paragraph, Bullets, Drawing, Figure, Table, Findings>;

/// A report in one language, before it takes the form of a format.
struct Document {
  std::vector<Block> blocks;
  Record live = {};  ///< what a page needs to compute it again; nothing where it stays as it is
  std::vector<Link> ways = {};  ///< from a page to others beside it

  void add(Block block) { blocks.push_back(std::move(block)); }
};

}  // namespace billijk::report
