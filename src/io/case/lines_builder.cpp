#include "io/case/lines_builder.hpp"

#include <algorithm>

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
  /// Requires: the key is there.
  template <class E>
  std::optional<E> choice(std::string_view key) {
    const std::optional<E> found = node_.choice<E>(key);
    incomplete_ = incomplete_ || !found;
    return found;
  }
  core::Input figure(std::string_view key) {
    const auto* input = node_.states<core::Input>(key);
    incomplete_ = incomplete_ || input == nullptr;
    return input == nullptr ? core::Input{} : *input;
  }
  /// The key, and the label, which is the key where there is none; false without a key.
  template <class Item>
  bool take_name(Item& item) {
    const Node* key = require("key");
    if (key == nullptr) return false;
    const auto* text = key->states<std::string>();
    incomplete_ = incomplete_ || text == nullptr;
    if (text == nullptr) return false;
    item.key = *text;
    const auto* label = node_.states<std::string>("label");
    item.label = label == nullptr || label->empty() ? item.key : *label;
    return true;
  }
  bool is_whole() const { return errors_.size() == found_before_ && !incomplete_; }
  const core::Position& place() const { return node_.at; }

 private:
  const Node& node_;
  std::string table_;
  core::Diagnostics& errors_;
  std::size_t found_before_;
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
      line_.per = choice<core::LinePer>("per");
      line_.figure = figure("amount");
    } else {
      line_.of = choice<core::LineBase>("of");
      line_.figure = figure("percent");
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
    if (require("percent") != nullptr) price_.percent = figure("percent");
    if (require("of") != nullptr)
      price_.of = choice<core::DerivedBase>("of").value_or(core::DerivedBase::tariff);
    if (find("at_least") != nullptr) price_.at_least = choice<core::LeastPrice>("at_least");
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
  core::IndexClause clause;
  if (const auto* series = table->states<std::string>("series")) clause.series = *series;
  if (const auto* percent = table->states<core::Input>("percent")) clause.percent = *percent;
  if (const auto* cap = table->states<core::Input>("cap")) clause.cap = *cap;
  if (const auto* none = table->states<bool>("none")) clause.none = *none;
  if (const auto* lag = table->states<int>("lag")) clause.lag = *lag;
  if (const auto* year = table->states<int>("first_year")) clause.first_year = *year;
  clause.catch_up = table->choice<core::CatchUp>("catch_up");
  // A percentage is of no year and has nothing to catch up with; without indexation nothing is
  // capped.
  const auto refuse_beside = [&](std::string_view stated, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
      const Node* const other = table->find(key);
      if (other == nullptr) continue;
      const std::string prefix{"contract.indexation."};
      errors.push_back(
          core::finding(Code::exclusive_keys, other->at, prefix + key,
                        {{"one", prefix + std::string{stated}}, {"other", prefix + key}}));
    }
  };
  if (clause.none) {
    refuse_beside("none", {"cap", "lag", "first_year", "catch_up"});
  } else if (clause.percent) {
    refuse_beside("percent", {"lag", "catch_up"});
  }
  const int stated = (table->find("series") != nullptr ? 1 : 0) +
                     (table->find("percent") != nullptr ? 1 : 0) + (clause.none ? 1 : 0);
  // One that is no truth has been told of.
  const Node* const none = table->find("none");
  if (stated == 0 && (none == nullptr || none->states<bool>() != nullptr)) {
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
