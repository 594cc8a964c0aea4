#include "io/toml/toml.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <set>
#include <vector>

#include "core/number/utf8.hpp"
#include "io/text/encoding.hpp"
#include "io/text/lines.hpp"
#include "io/toml/shape.hpp"
#include "io/toml/syntax.hpp"

namespace billijk::io {
namespace {

using Source = std::shared_ptr<const core::SourceText>;

/// A key under which the lines of a mistyped table header are kept apart; it cannot be written.
constexpr std::string_view apart = "\x01";

class TreeMaker {
 public:
  TreeMaker(const Source& source, const Lines& lines) : source_{source}, lines_{lines} {}

  Node node(const toml::node& value) const {
    Node result;
    result.at = place(value.source());
    if (const toml::table* table = value.as_table()) {
      result.members.reserve(table->size());
      for (const Entry& entry : entries_of(*table)) {
        const auto& [key, child] = *entry;
        result.members.push_back({std::string{key.str()}, place(key.source()), node(child)});
      }
    } else if (const toml::array* array = value.as_array()) {
      result.type = Node::Type::array;
      for (const toml::node& item : *array) result.items.push_back(node(item));
    } else {
      scalar(value, result);
    }
    return result;
  }

 private:
  using Entry = toml::table::const_iterator;
  /// In the order of the text: toml++ keeps its tables sorted by name.
  static std::vector<Entry> entries_of(const toml::table& table) {
    std::vector<Entry> entries;
    entries.reserve(table.size());
    for (Entry entry = table.begin(); entry != table.end(); ++entry) {
      if (!entry->first.str().starts_with(apart)) entries.push_back(entry);
    }
    std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
      const toml::source_position& begin = entry->first.source().begin;
      return std::pair{begin.line, begin.column};
    });
    return entries;
  }

  void scalar(const toml::node& value, Node& result) const {
    if (const auto* text = value.as_string()) {
      result.type = Node::Type::text;
      result.text = text->get();
      return;
    }
    // Numbers are doubles in toml++: what counts is what was written.
    result.text = lines_.literal_at(result.at.line, result.at.column);
    if (value.is_number()) {
      result.type = Node::Type::number;
      result.at.length = marked_in(result.text);
    } else if (const auto* date = value.as_date()) {
      result.type = Node::Type::date;
      result.date = core::make_date(date->get().year, date->get().month, date->get().day);
    } else if (value.is_boolean()) {
      result.type = Node::Type::boolean;
    } else {
      result.type = Node::Type::other;
    }
  }
  core::Position place(const toml::source_region& region) const {
    core::Position at{.source = source_,
                      .line = static_cast<int>(region.begin.line),
                      .column = static_cast<int>(region.begin.column)};
    if (region.end.line == region.begin.line && region.end.column > region.begin.column) {
      at.length = static_cast<int>(region.end.column - region.begin.column);
    }
    return at;
  }

  const Source& source_;
  const Lines& lines_;
};

/// Where and what toml++ stopped at.
struct Stop {
  int line = 0;
  int column = 0;
  std::string what;
};

/// Parses once; the tree when it is well-formed, else where it is not.
std::optional<Stop> parse_once(const Source& source, const Lines& lines, const std::string& text,
                               Node& root) {
  try {
    root = TreeMaker{source, lines}.node(toml::parse(text));
    return std::nullopt;
  } catch (const toml::parse_error& error) {
    return Stop{static_cast<int>(error.source().begin.line),
                static_cast<int>(error.source().begin.column), std::string{error.description()}};
  }
}

bool is_toml(const std::string& text) {
  try {
    static_cast<void>(toml::parse(text));
    return true;
  } catch (const toml::parse_error&) {
    return false;
  }
}

/// That a text is none, or one in another encoding, and how it becomes one.
std::optional<core::Diagnostic> no_text(const Source& source, const Lines& lines) {
  const bool has_zero = source->text.find('\0') != std::string::npos;
  const std::optional<LineColumn> bad = lines.first_invalid_utf8();
  if (!bad && !has_zero) return std::nullopt;
  core::Diagnostic error = core::finding(core::Code::not_text, {.source = source}, {});
  if (bad) error.at = {source, bad->line, bad->column};
  const std::optional<core::Phrase> kind = kind_of_foreign(source->text);
  if (kind && kind != core::Phrase::kind_utf_16) {
    error.arguments = {{"binary", *kind}, {"init", std::string{"billijk init"}}};
  } else {
    error.arguments = {{"coded", kind.value_or(core::Phrase::kind_other_coding)}};
  }
  return error;
}

/// Places of what stands on lines read as they are meant: within what was written there.
class WrittenPlaces {
 public:
  WrittenPlaces(const Source& source, const std::set<int>& mended)
      : lines_{source->text}, mended_{mended} {}

  void keep(Node& node) const {
    keep(node.at);
    for (Node& item : node.items) keep(item);
    for (Member& member : node.members) {
      keep(member.at);
      keep(member.value);
    }
  }

 private:
  void keep(core::Position& at) const {
    if (mended_.contains(at.line))
      at.column = std::min(at.column, core::characters_in(lines_.line(at.line)) + 1);
  }

  Lines lines_;
  const std::set<int>& mended_;
};

}  // namespace

TomlResult read_toml(const Source& source) {
  TomlResult result;
  Lines lines{source->text};
  if (std::optional<core::Diagnostic> foreign = no_text(source, lines)) {
    result.errors.push_back(std::move(*foreign));
    result.skipped = true;
    return result;
  }
  std::set<int> mended;  // lines read as they are meant
  std::set<int> blanked;
  // A text that has gone wrong is parsed again for each mistake: a long one not for ever.
  constexpr std::size_t most_bytes = std::size_t{4} << 20U;
  std::size_t parsed = 0;
  while (result.errors.size() < core::most_findings && parsed < most_bytes) {
    const std::string text = lines.text();
    parsed += text.size();
    if (const std::optional<Excess> excess = excess_of(text)) {
      result.errors.push_back(core::finding(core::Code::syntax, {source, excess->line, 1}, {},
                                            {{"said", excess->what}}));
      result.skipped = true;
      return result;
    }
    const std::optional<Stop> stop = parse_once(source, lines, text, result.root);
    if (!stop) {
      if (!mended.empty()) WrittenPlaces{source, mended}.keep(result.root);
      return result;
    }
    const SyntaxError error = explain_syntax(lines, stop->line, stop->column, stop->what, &is_toml);
    core::Diagnostic found = error.diagnostic;
    found.at.source = source;
    // At the end of a text toml++ stops past it.
    found.at.column = std::min(found.at.column, core::characters_in(lines.line(found.at.line)) + 1);
    const bool is_told = mended.contains(error.blank_line) || blanked.contains(error.blank_line);
    if (!is_told) result.errors.push_back(std::move(found));
    if (!is_told && !error.instead.empty()) {
      mended.insert(error.blank_line);
      lines.replace(error.blank_line, error.instead);
    } else {
      result.skipped = true;
      if (!blanked.insert(error.blank_line).second) return result;
      lines.blank(error.blank_line, apart);
      for (int line = error.blank_line + 1; line <= error.blank_to; ++line) lines.blank(line, {});
    }
  }
  result.errors.push_back(core::too_many_findings(source));
  return result;
}

}  // namespace billijk::io
