#include "io/case/lines_builder.hpp"

#include <algorithm>

#include "io/case/schema.hpp"
#include "io/case/value_reader.hpp"

namespace billijk::io {
namespace {

using core::Code;

/// What the items of all lists have in common.
class ItemBuilder {
 protected:
  ItemBuilder(const Node& node, std::string table, core::Diagnostics& errors)
      : node_{node}, table_{std::move(table)}, errors_{errors}, found_before_{errors.size()} {}

  void add(Code code, std::string_view key, core::Arguments arguments) {
    const Node* node = node_.find(key);
    errors_.push_back(core::finding(code, node == nullptr ? node_.at : node->at, path_of(key),
                                    std::move(arguments)));
  }
  std::string path_of(std::string_view key) const { return table_ + '.' + std::string{key}; }
  const Node* find(std::string_view key) const { return node_.find(key); }
  const Node* require(std::string_view key) {
    const Node* node = node_.find(key);
    if (node == nullptr) add(Code::missing_key, key, {{"key", path_of(key)}});
    return node;
  }
  template <class E>
  std::optional<E> choice(const Node& node, std::string_view key) {
    const std::optional<std::size_t> found =
        quiet_.choice(node, path_of(key), core::choice_words<E>);
    incomplete_ = incomplete_ || !found;
    return found ? std::optional{static_cast<E>(*found)} : std::nullopt;
  }
  core::Input figure(const Node& node, const core::KeyFacts& facts) {
    std::optional<core::Input> input = quiet_.number(node, facts.path, facts);
    incomplete_ = incomplete_ || !input;
    return std::move(input).value_or(core::Input{});
  }
  /// The key, and the label, which is the key where there is none; false without a key.
  template <class Item>
  bool take_name(Item& item) {
    const Node* key = require("key");
    if (key == nullptr) return false;
    const std::optional<std::string> text = quiet_.text(*key, path_of("key"));
    incomplete_ = incomplete_ || !text;
    if (!text) return false;
    item.key = *text;
    item.label = item.key;
    if (const Node* label = node_.find("label"))
      item.label = quiet_.text(*label, path_of("label")).value_or(item.key);
    return true;
  }
  bool is_whole() const { return errors_.size() == found_before_ && !incomplete_; }
  const core::Position& place() const { return node_.at; }

 private:
  const Node& node_;
  std::string table_;
  core::Diagnostics& errors_;
  std::size_t found_before_;
  core::Diagnostics ignored_;
  ValueReader quiet_{ignored_};
  bool incomplete_ = false;
};

class LineBuilder : ItemBuilder {
 public:
  LineBuilder(const Node& node, core::Diagnostics& errors) : ItemBuilder{node, "line", errors} {}

  std::optional<core::OwnLine> build(const std::vector<core::OwnLine>& earlier) {
    line_.at = place();
    take_key(earlier);
    take_element();
    take_figure();
    return is_whole() ? std::optional{std::move(line_)} : std::nullopt;
  }

 private:
  void take_key(const std::vector<core::OwnLine>& earlier) {
    if (!take_name(line_)) return;
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
    const Node* amount = find("amount");
    const Node* percent = find("percent");
    const Node* per = find("per");
    const Node* of = find("of");
    const bool as_amount =
        amount != nullptr && per != nullptr && percent == nullptr && of == nullptr;
    const bool as_percent =
        percent != nullptr && of != nullptr && amount == nullptr && per == nullptr;
    if (!as_amount && !as_percent)
      return add(Code::line_amount_or_percent, "amount", {{"found", line_.key}});
    if (as_amount) {
      line_.per = choice<core::LinePer>(*per, "per");
      line_.figure = figure(*amount, amount_facts);
    } else {
      line_.of = choice<core::LineBase>(*of, "of");
      line_.figure = figure(*percent, percent_facts);
    }
  }

  core::OwnLine line_;
};

class DerivedBuilder : ItemBuilder {
 public:
  DerivedBuilder(const Node& node, core::Diagnostics& errors)
      : ItemBuilder{node, "derived", errors} {}

  std::optional<core::DerivedPrice> build(const std::vector<core::DerivedPrice>& earlier) {
    if (take_name(price_)) {
      const bool twice =
          std::ranges::find(earlier, price_.key, &core::DerivedPrice::key) != earlier.end();
      if (twice || price_.key.empty()) add(Code::derived_key_taken, "key", {{"found", price_.key}});
    }
    if (const Node* percent = require("percent")) price_.percent = figure(*percent, derived_facts);
    if (const Node* of = require("of"))
      price_.of = choice<core::DerivedBase>(*of, "of").value_or(core::DerivedBase::tariff);
    if (const Node* least = find("at_least"))
      price_.at_least = choice<core::LeastPrice>(*least, "at_least");
    return is_whole() ? std::optional{std::move(price_)} : std::nullopt;
  }

 private:
  core::DerivedPrice price_;
};

/// Every item of a list that is whole.
template <class Builder, class Item>
std::vector<Item> build_items(const Node* array, core::Diagnostics& errors) {
  std::vector<Item> items;
  if (array == nullptr) return items;
  for (const Node& node : array->items) {
    if (!node.is_table()) continue;
    if (std::optional<Item> item = Builder{node, errors}.build(items))
      items.push_back(std::move(*item));
  }
  return items;
}

}  // namespace

std::vector<core::OwnLine> build_lines(const Node* array, core::Diagnostics& errors) {
  return build_items<LineBuilder, core::OwnLine>(array, errors);
}

std::vector<core::DerivedPrice> build_derived(const Node* array, core::Diagnostics& errors) {
  return build_items<DerivedBuilder, core::DerivedPrice>(array, errors);
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
