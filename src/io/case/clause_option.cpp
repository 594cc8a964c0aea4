#include "io/case/clause_option.hpp"

#include <algorithm>
#include <memory>
#include <string_view>

#include "core/case/aliases.hpp"
#include "core/number/utf8.hpp"
#include "io/case/check.hpp"
#include "io/case/lines_builder.hpp"
#include "io/case/schema.hpp"
#include "io/text/cell_number.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {
namespace {

constexpr std::string_view clause_path = "contract.indexation";

class Reader {
 public:
  explicit Reader(const std::string& text)
      : source_{std::make_shared<core::SourceText>(
            core::SourceText{.name = "--clause", .text = text, .argument = true})} {}

  core::Checked<ClauseOption> read() {
    Node table;
    table.at = place(std::string_view{source_->text}.substr(0, 0));
    std::string_view rest = source_->text;
    bool is_first = true;
    while (is_first || !rest.empty()) {
      const std::string_view part = rest.substr(0, rest.find(':'));
      rest.remove_prefix(std::min(rest.size(), part.size() + 1));
      if (!(is_first ? take_kind(table, core::without_blanks(part)) : take_key(table, part)))
        return core::refused(core::finding(core::Code::clause_form, place(part), "--clause",
                                           {{"found", source_->text}}));
      is_first = false;
    }
    core::Diagnostics errors =
        check_value(table, std::string{clause_path}, *find_entry(case_entries(), clause_path));
    std::optional<core::IndexClause> clause = build_clause(&table, errors);
    if (!errors.empty()) return tl::unexpected{std::move(errors)};
    const Node* const series = table.find("series");
    return ClauseOption{.clause = std::move(*clause),
                        .series_at = series == nullptr ? table.at : series->at};
  }

 private:
  core::Position place(std::string_view part) const {
    const std::string_view text = source_->text;
    const std::string_view before =
        text.substr(0, static_cast<std::size_t>(part.data() - text.data()));
    // A text of several lines is no clause, but has its places too.
    const std::size_t line_begin = before.rfind('\n') + 1;
    core::Position at{.source = source_,
                      .line = 1 + static_cast<int>(std::ranges::count(before, '\n')),
                      .column = core::characters_in(before.substr(line_begin)) + 1};
    at.length = std::max(1, core::characters_in(part.substr(0, part.find('\n'))));
    return at;
  }
  void put(Node& table, std::string_view key, std::string_view value,
           Node::Type type = Node::Type::text) const {
    Node node{.type = type, .at = place(value), .text = std::string{value}};
    table.members.push_back({std::string{key}, node.at, std::move(node)});
  }

  /// What the index is taken from.
  bool take_kind(Node& table, std::string_view kind) const {
    if (kind.empty()) return false;
    const bool is_figure = read_figure_text(kind, core::Unit::percent).fault == CellFault::none;
    if (core::english_word(std::string{kind}) == "none") {
      put(table, "none", kind, Node::Type::boolean);
      table.members.back().value.text = "true";
    } else {
      put(table, is_figure ? "percent" : "series", kind);
    }
    return true;
  }
  /// What is wanted beside it.
  bool take_key(Node& table, std::string_view part) const {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return false;
    const std::string_view key = core::without_blanks(part.substr(0, equals));
    const std::string_view value = core::without_blanks(part.substr(equals + 1));
    if (key.empty() || value.empty() || table.find(key) != nullptr) return false;
    put(table, key, value);
    return true;
  }

  std::shared_ptr<core::SourceText> source_;
};

}  // namespace

core::Checked<ClauseOption> read_clause_option(const std::string& text) {
  return Reader{text}.read();
}

}  // namespace billijk::io
