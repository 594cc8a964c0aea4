#include "io/case/lines_builder.hpp"

#include <algorithm>

#include "io/case/schema.hpp"
#include "io/case/value_reader.hpp"

namespace billijk::io {
namespace {

using core::Code;

class LineBuilder {
 public:
  LineBuilder(const Node& node, core::Diagnostics& errors) : node_{node}, errors_{errors} {}

  std::optional<core::OwnLine> build(const std::vector<core::OwnLine>& earlier) {
    const std::size_t before = errors_.size();
    line_.at = node_.at;
    take_key(earlier);
    take_element();
    take_figure();
    if (errors_.size() != before || incomplete_) return std::nullopt;
    return std::move(line_);
  }

 private:
  void add(Code code, std::string_view key, core::Arguments arguments) {
    const Node* node = node_.find(key);
    errors_.push_back(core::finding(code, node == nullptr ? node_.at : node->at,
                                    "line." + std::string{key}, std::move(arguments)));
  }
  const Node* require(std::string_view key) {
    const Node* node = node_.find(key);
    if (node == nullptr) add(Code::missing_key, key, {{"key", "line." + std::string{key}}});
    return node;
  }
  template <class E>
  std::optional<E> choice(const Node& node, std::string_view key) {
    const std::optional<std::size_t> found = quiet_.choice(node, key, core::choice_words<E>);
    incomplete_ = incomplete_ || !found;
    return found ? std::optional{static_cast<E>(*found)} : std::nullopt;
  }

  void take_key(const std::vector<core::OwnLine>& earlier) {
    const Node* key = require("key");
    if (key == nullptr) return;
    const std::optional<std::string> text = quiet_.text(*key, "line.key");
    incomplete_ = incomplete_ || !text;
    if (!text) return;
    line_.key = *text;
    line_.label = line_.key;
    if (const Node* label = node_.find("label"))
      line_.label = quiet_.text(*label, "line.label").value_or(line_.key);
    const bool twice = std::ranges::find(earlier, line_.key, &core::OwnLine::key) != earlier.end();
    if (twice || core::is_built_in(line_.key) || line_.key.empty()) {
      add(Code::line_key_taken, "key",
          {{"found", line_.key},
           {"reason", twice ? core::Phrase::taken_by_line : core::Phrase::taken_by_program}});
    }
  }
  void take_element() {
    const Node* element = require("element");
    if (element == nullptr || element->text.size() != 1) return;
    line_.element = static_cast<core::Element>(element->text.front() - 'a');
  }
  void take_figure() {
    const Node* amount = node_.find("amount");
    const Node* percent = node_.find("percent");
    const Node* per = node_.find("per");
    const Node* of = node_.find("of");
    const bool as_amount =
        amount != nullptr && per != nullptr && percent == nullptr && of == nullptr;
    const bool as_percent =
        percent != nullptr && of != nullptr && amount == nullptr && per == nullptr;
    if (!as_amount && !as_percent)
      return add(Code::line_amount_or_percent, "amount", {{"found", line_.key}});
    if (as_amount) {
      line_.per = choice<core::LinePer>(*per, "line.per");
      figure(*amount, amount_facts);
    } else {
      line_.of = choice<core::LineBase>(*of, "line.of");
      figure(*percent, percent_facts);
    }
  }
  void figure(const Node& node, const core::KeyFacts& facts) {
    const std::optional<core::Input> input = quiet_.number(node, facts.path, facts);
    incomplete_ = incomplete_ || !input;
    if (input) line_.figure = *input;
  }

  const Node& node_;
  core::Diagnostics& errors_;
  core::Diagnostics ignored_;
  ValueReader quiet_{ignored_};
  core::OwnLine line_;
  bool incomplete_ = false;
};

}  // namespace

std::vector<core::OwnLine> build_lines(const Node* array, core::Diagnostics& errors) {
  std::vector<core::OwnLine> lines;
  if (array == nullptr) return lines;
  for (const Node& item : array->items) {
    if (!item.is_table()) continue;
    if (std::optional<core::OwnLine> line = LineBuilder{item, errors}.build(lines))
      lines.push_back(std::move(*line));
  }
  return lines;
}

std::optional<core::IndexClause> build_clause(const Node* table, core::Diagnostics& errors) {
  if (table == nullptr || !table->is_table()) return std::nullopt;
  core::Diagnostics ignored;
  ValueReader quiet{ignored};
  core::IndexClause clause;
  if (const Node* series = table->find("series"))
    clause.series = quiet.text(*series, "").value_or("");
  if (const Node* percent = table->find("percent"))
    clause.percent = quiet.number(*percent, "", index_facts);
  if (const Node* cap = table->find("cap")) clause.cap = quiet.number(*cap, "", index_facts);
  if (const Node* way = table->find("catch_up")) {
    const std::optional<std::size_t> found =
        quiet.choice(*way, "", core::choice_words<core::CatchUp>);
    if (found) clause.catch_up = static_cast<core::CatchUp>(*found);
  }
  if (const Node* none = table->find("none")) clause.none = quiet.flag(*none, "").value_or(false);
  const int stated = (table->find("series") != nullptr ? 1 : 0) +
                     (table->find("percent") != nullptr ? 1 : 0) + (clause.none ? 1 : 0);
  if (stated == 0 && table->find("none") == nullptr) {
    errors.push_back(
        core::finding(Code::missing_key, table->at, "contract.indexation.series",
                      {{"key", "contract.indexation.series"},
                       {"or", "contract.indexation.percent, contract.indexation.none"}}));
  }
  if (stated > 1) {
    errors.push_back(core::finding(
        Code::exclusive_keys, table->at, "contract.indexation",
        {{"one", table->find("series") != nullptr ? "contract.indexation.series"
                                                  : "contract.indexation.percent"},
         {"other", clause.none ? "contract.indexation.none" : "contract.indexation.percent"}}));
  }
  return clause;
}

}  // namespace billijk::io
