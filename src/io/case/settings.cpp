#include "io/case/settings.hpp"

#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "core/number/utf8.hpp"
#include "io/case/check.hpp"
#include "io/case/merge.hpp"
#include "io/case/schema.hpp"
#include "io/case/value_reader.hpp"
#include "io/text/lines.hpp"
#include "io/toml/toml.hpp"

namespace billijk::io {
namespace {

using core::Code;

/// The keys of a path to a number; the name of a step stands there points and all.
std::vector<std::string> parts_of(std::string_view path) {
  if (const std::optional<SharePath> share = share_path(path)) return {"wage", "mix", share->step};
  std::vector<std::string> parts;
  while (!path.empty()) {
    const PathHead head = split_path(path);
    parts.emplace_back(head.first);
    path = head.rest;
  }
  return parts;
}

/// One "KEY=VALUE", or an option of its own.
class Setting {
 public:
  Setting(std::string name, std::string text, Settings& settings)
      : source_{std::make_shared<core::SourceText>(
            core::SourceText{.name = std::move(name), .text = std::move(text), .argument = true})},
        settings_{settings} {}

  /// What an option sets.
  void read_value_of(std::string_view key) {
    value_ = source_->text;
    take(key, source_->text);
  }
  void read() {
    const std::string_view text = source_->text;
    const std::size_t equals = text.find('=');
    const std::string_view path = core::without_blanks(text.substr(0, equals));
    const bool empty =
        equals != std::string_view::npos && core::without_blanks(text.substr(equals + 1)).empty();
    if (equals == std::string_view::npos || path.empty() || empty) {
      settings_.errors.push_back(
          core::finding(Code::set_form, place(0), {}, {{"found", source_->text}}));
      return;
    }
    value_begin_ = std::min(text.find_first_not_of(" \t", equals + 1), text.size());
    value_ = core::without_blanks(text.substr(equals + 1));
    take(path, path);
  }

 private:
  /// `written` is what is pointed at where the key is given twice.
  void take(std::string_view path, std::string_view written) {
    if (!settings_.keys.insert(std::string{path}).second) {
      core::Diagnostic twice =
          core::finding(Code::set_twice, place(0), std::string{path}, {{"key", std::string{path}}});
      twice.at.length = marked_in(written);
      settings_.errors.push_back(std::move(twice));
      return;
    }
    if (const Entry* entry = entry_of(path)) {
      if (std::optional<Node> node = value_of(entry->kind))
        put(settings_.root, parts_of(path), std::move(*node));
    } else if (path == "schema" || path == "extends") {
      settings_.errors.push_back(core::finding(Code::not_settable, place(0), std::string{path},
                                               {{"key", std::string{path}}}));
    } else if (is_table_path(case_entries(), path)) {
      settings_.errors.push_back(core::finding(Code::wrong_type, place(value_begin_),
                                               std::string{path},
                                               {{"key", std::string{path}},
                                                {"wanted", core::Phrase::type_table},
                                                {"found", std::string{value_}}}));
    } else if (!read_part(path) && !read_item_figure(path)) {
      Member member{.key = std::string{path}, .at = place(0), .value = {}};
      member.at.length = marked_in(path);
      ValueReader{settings_.errors}.unknown_key(member, path, paths_of(case_entries()));
    }
  }

  /// The steps of a mix and the keys of the contract's clause are settable one by one.
  const Entry* entry_of(std::string_view path) const {
    static const Entry share{.path = "wage.mix", .kind = Kind::number, .facts = &mix_facts};
    constexpr std::string_view clause = "contract.indexation.";
    // What a file is and extends is its own affair.
    if (path == "schema" || path == "extends") return nullptr;
    if (const Entry* entry = find_entry(case_entries(), path)) return entry;
    if (path.starts_with(clause)) return find_entry(clause_entries(), path.substr(clause.size()));
    const std::optional<SharePath> step = share_path(path);
    return step && step->part.empty() ? &share : nullptr;
  }

  core::Position place(std::size_t byte) const {
    const std::string_view text = source_->text;
    core::Position at{
        .source = source_, .line = 1, .column = characters_in(text.substr(0, byte)) + 1};
    at.length = marked_in(text.substr(byte));
    return at;
  }

  std::optional<Node> value_of(Kind kind) {
    Node node;
    node.at = place(value_begin_);
    node.text = std::string{value_};
    const bool quoted = value_.size() >= 2 && value_.front() == '"' && value_.back() == '"';
    switch (kind) {
      case Kind::text:
      case Kind::choice:
        node.type = Node::Type::text;
        if (quoted) node.text = node.text.substr(1, node.text.size() - 2);
        return node;
      case Kind::date:
        node.date = core::parse_date(value_);
        node.type = Node::Type::date;
        return node;
      case Kind::flag:
        node.type = value_ == "true" || value_ == "false" ? Node::Type::boolean : Node::Type::text;
        return node;
      case Kind::number:
        if (value_.starts_with('{')) break;
        [[fallthrough]];
      case Kind::year:
        // What is no decimal is said by the reader, a comma with its own explanation.
        node.type =
            node.text.find(',') == std::string::npos ? Node::Type::number : Node::Type::text;
        return node;
      default:
        break;
    }
    return toml_value();
  }

  /// Lists and tables are written as in a file.
  std::optional<Node> toml_value() {
    auto line = std::make_shared<core::SourceText>(*source_);
    const std::string_view written =
        core::without_blanks(std::string_view{source_->text}.substr(0, source_->text.find('=')));
    const bool bare =
        written.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string_view::npos;
    const std::string key{bare ? written : "value"};
    line->text = key + " = " + std::string{value_};
    const TomlResult toml = read_toml(line);
    for (core::Diagnostic error : toml.errors) {
      error.key = std::string{written};
      error.at = place(value_begin_);
      settings_.errors.push_back(std::move(error));
    }
    const Node* value = toml.root.find_path(key);
    if (value == nullptr || !toml.errors.empty()) return std::nullopt;
    Node node = *value;
    node.at = place(value_begin_);
    return node;
  }

  bool read_part(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return false;
    const std::string_view part = path.substr(dot + 1);
    const Entry* entry = entry_of(path.substr(0, dot));
    if (entry == nullptr || entry->kind != Kind::number) return false;
    if (!entry->facts->ranged && (part == "low" || part == "high" || part == "distribution")) {
      settings_.errors.push_back(core::finding(Code::range_not_allowed, place(0), std::string{path},
                                               {{"key", std::string{path.substr(0, dot)}}}));
      return true;
    }
    const bool word =
        part == "distribution" || part == "grade" || part == "source" || part == "note";
    const bool wage = part == "wage" && share_path(path);
    if (!word && !wage && part != "low" && part != "high" && part != "value" && part != "checked")
      return false;
    std::optional<Node> node = value_of(word                ? Kind::text
                                        : part == "checked" ? Kind::date
                                                            : Kind::number);
    if (node)
      settings_.parts.push_back(
          {std::string{path.substr(0, dot)}, entry->facts, std::string{part}, std::move(*node)});
    return true;
  }

  bool read_item_figure(std::string_view path) {
    const PathHead head = split_path(path);
    const Entry* list = find_entry(case_entries(), head.first);
    const std::size_t dot = head.rest.rfind('.');
    if (list == nullptr || list->kind != Kind::items || dot == 0 || dot == std::string_view::npos)
      return false;
    const Entry* entry = find_entry(*list->inside, head.rest.substr(dot + 1));
    if (entry == nullptr || entry->kind != Kind::number) return false;
    if (std::optional<Node> node = value_of(Kind::number))
      settings_.items.push_back({std::string{path}, std::string{head.first},
                                 std::string{head.rest.substr(0, dot)}, entry, std::move(*node)});
    return true;
  }

  static void put(Node& root, const std::vector<std::string>& parts, Node value) {
    Node* node = &root;
    for (const std::string& part : parts) {
      if (node->find(part) == nullptr)
        node->members.push_back({part, value.at, Node{.at = value.at}});
      node = node->find(part);
    }
    *node = std::move(value);
  }

  std::shared_ptr<const core::SourceText> source_;
  Settings& settings_;
  std::string_view value_;
  std::size_t value_begin_ = 0;
};

Node* find_for_change(Node& root, std::string_view path) {
  Node* node = &root;
  for (const std::string& part : parts_of(path)) {
    if (node != nullptr) node = node->find(part);
  }
  return node;
}

/// The figure of the item with that key, if it is stated as that: an amount, or a percentage.
Node* figure_of_item(Node& root, const Settings::ItemFigure& figure) {
  Node* const list = root.find(figure.table);
  if (list == nullptr) return nullptr;
  for (Node& item : list->items) {
    const Node* const key = item.find("key");
    if (key != nullptr && key->text == figure.key) return item.find(figure.entry->path);
  }
  return nullptr;
}

/// What items of that list of the case could have been meant.
std::vector<std::string> figures_of_items(const Node& root, const std::string& table) {
  std::vector<std::string> paths;
  const Node* const list = root.find(table);
  if (list == nullptr) return paths;
  for (const Node& item : list->items) {
    const Node* const key = item.find("key");
    for (const std::string_view part : {"amount", "percent"}) {
      if (key != nullptr && item.find(part) != nullptr)
        paths.push_back(table + '.' + key->text + '.' + std::string{part});
    }
  }
  return paths;
}

}  // namespace

Settings read_settings(const std::vector<std::string>& texts,
                       const std::vector<KeyOption>& options) {
  Settings settings;
  for (const std::string& text : texts) Setting{"--set", text, settings}.read();
  for (const KeyOption& option : options)
    Setting{option.option, option.value, settings}.read_value_of(option.key);
  const core::Diagnostics found = check_case_keys(settings.root);
  settings.errors.insert(settings.errors.end(), found.begin(), found.end());
  return settings;
}

void apply_settings(Node& merged, const Settings& settings, core::Diagnostics& errors) {
  merge(merged, settings.root);
  for (const Settings::ItemFigure& figure : settings.items) {
    ValueReader reader{errors};
    if (Node* const value = figure_of_item(merged, figure)) {
      *value = figure.value;
      reader.number(*value, figure.path, *figure.entry->facts);
    } else {
      reader.unknown_key({.key = figure.path, .at = figure.value.at, .value = {}}, figure.path,
                         figures_of_items(merged, figure.table));
    }
  }
  std::map<std::string, const core::KeyFacts*> changed;
  for (const Settings::Part& part : settings.parts) {
    Node* number = find_for_change(merged, part.key);
    if (number == nullptr) {
      errors.push_back(core::finding(Code::set_part, part.value.at, part.key, {{"key", part.key}}));
      continue;
    }
    if (!number->is_table()) {
      Node table;
      table.at = number->at;
      table.members.push_back({"value", number->at, *number});
      *number = std::move(table);
    }
    number->erase(part.part);
    number->members.push_back({part.part, part.value.at, part.value});
    changed.emplace(part.key, part.facts);
  }
  // What several settings make together is what has to hold.
  for (const auto& [key, facts] : changed) {
    const Node& number = *find_for_change(merged, key);
    if (const std::optional<SharePath> share = share_path(key)) {
      ValueReader{errors}.share(number, share->step);
    } else {
      ValueReader{errors}.number(number, key, *facts);
    }
  }
}

}  // namespace billijk::io
