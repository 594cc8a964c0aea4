#include "io/case/settings.hpp"

#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "core/case/aliases.hpp"
#include "core/number/decimal.hpp"
#include "core/number/utf8.hpp"
#include "io/case/check.hpp"
#include "io/case/merge.hpp"
#include "io/case/schema.hpp"
#include "io/case/value_reader.hpp"
#include "io/text/cell_text.hpp"
#include "io/text/day_text.hpp"
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

void put(Node& root, const std::vector<std::string>& parts, Node value) {
  Node* node = &root;
  for (const std::string& part : parts) {
    if (node->find(part) == nullptr)
      node->members.push_back({part, value.at, Node{.at = value.at}});
    node = node->find(part);
  }
  *node = std::move(value);
}

/// One "KEY=VALUE", or an option of its own.
class Setting {
 public:
  Setting(std::string name, std::string text, Settings& settings, ValueReader& reader)
      : source_{std::make_shared<core::SourceText>(
            core::SourceText{.name = std::move(name), .text = std::move(text), .argument = true})},
        settings_{settings},
        reader_{reader} {}

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
  void refuse(Code code, std::size_t byte, std::string_view path, core::Arguments more = {}) {
    more.insert(more.begin(), {"key", std::string{path}});
    settings_.errors.push_back(
        core::finding(code, place(byte), std::string{path}, std::move(more)));
  }
  /// That a value stands where keys belong, and which: those of `entries` below a path.
  void refuse_for_table(std::string_view path, const std::vector<Entry>& entries,
                        std::string_view below) {
    const std::string prefix{below.empty() ? std::string{} : std::string{below} + '.'};
    std::string inside;
    for (const Entry& entry : entries) {
      if (!entry.path.starts_with(prefix)) continue;
      const std::string key = below.empty() ? std::string{path} + '.' + std::string{entry.path}
                                            : std::string{entry.path};
      inside += (inside.empty() ? "" : ", ") + key;
    }
    refuse(Code::wrong_type, value_begin_, path,
           {{"wanted", core::Phrase::type_one_inside},
            {"found", std::string{value_}},
            {"inside", std::move(inside)}});
  }
  /// `written` is what is pointed at where the key is given twice.
  void take(std::string_view path, std::string_view written) {
    using enum Target::Kind;
    // The target points into the path.
    english_ = core::english_path(path);
    path = english_;
    if (!settings_.keys.insert(std::string{path}).second) {
      refuse(Code::set_twice, 0, path);
      settings_.errors.back().at.length = marked_in(written);
      return;
    }
    const Target target = target_of(path);
    switch (target.kind) {
      case value:
        if (std::optional<Node> node = value_of(target.entry->kind, path)) {
          read_once(*node, path, *target.entry);
          put(settings_.root, parts_of(path), std::move(*node));
        }
        return;
      case part:
        return take_part(target, path);
      case item_figure:
        if (std::optional<Node> node = value_of(Kind::number, path))
          settings_.items.push_back({std::string{path}, node->at, *node});
        return;
      case table:
        return refuse_for_table(path, case_entries(), path);
      case not_settable:
        return refuse(Code::not_settable, 0, path);
      case unknown:
        Member member{.key = std::string{path}, .at = place(0), .value = {}};
        member.at.length = marked_in(path);
        reader_.unknown_key(member, path, paths_of(case_entries()));
    }
  }

  void read_once(Node& node, std::string_view path, const Entry& entry) {
    if (const std::optional<SharePath> share = share_path(path))
      return state(node, reader_.share(node, share->step));
    if (!node.is_table() && entry.kind != Kind::items && entry.kind != Kind::clause)
      return reader_.read(node, std::string{path}, entry);
    for (core::Diagnostic& found : check_value(node, std::string{path}, entry))
      settings_.errors.push_back(std::move(found));
  }

  core::Position place(std::size_t byte) const {
    const std::string_view text = source_->text;
    core::Position at{
        .source = source_, .line = 1, .column = core::characters_in(text.substr(0, byte)) + 1};
    at.length = marked_in(text.substr(byte));
    return at;
  }

  std::optional<Node> value_of(Kind kind, std::string_view path) {
    Node node;
    node.at = place(value_begin_);
    node.text = std::string{value_};
    const bool quoted = value_.size() >= 2 && value_.front() == '"' && value_.back() == '"';
    switch (kind) {
      case Kind::text:
      case Kind::language_text:
      case Kind::choice:
      case Kind::month_day:
        node.type = Node::Type::text;
        if (quoted) node.text = node.text.substr(1, node.text.size() - 2);
        return node;
      case Kind::date:
        node.date = read_day(value_).day;
        node.type = Node::Type::date;
        return node;
      case Kind::flag:
        node.text = flag_text(value_);
        node.type =
            node.text == "true" || node.text == "false" ? Node::Type::boolean : Node::Type::text;
        return node;
      case Kind::number:
      case Kind::growth:
        if (value_.starts_with('{')) break;
        [[fallthrough]];
      case Kind::year:
      case Kind::whole:
        // What TOML would not take is a figure as people write it.
        node.type = core::parse_decimal(value_).value ? Node::Type::number : Node::Type::text;
        return node;
      case Kind::clause:
        if (value_.starts_with('{')) break;
        refuse_for_table(path, clause_entries(), {});
        return std::nullopt;
      default:
        break;
    }
    return toml_value(path);
  }

  /// Lists and tables are written as in a file.
  std::optional<Node> toml_value(std::string_view path) {
    auto line = std::make_shared<core::SourceText>(*source_);
    const bool bare =
        path.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string_view::npos;
    const std::string key{bare ? path : "value"};
    line->text = key + " = " + std::string{value_};
    const TomlResult toml = read_toml(line);
    for (core::Diagnostic error : toml.errors) {
      error.key = std::string{path};
      error.at = place(value_begin_);
      settings_.errors.push_back(std::move(error));
    }
    const Node* value = toml.root.find_path(key);
    if (value == nullptr || !toml.errors.empty()) return std::nullopt;
    Node node = *value;
    node.at = place(value_begin_);
    return node;
  }

  void take_part(const Target& target, std::string_view path) {
    const std::string_view part = target.name;
    const bool of_range = part == "low" || part == "high" || part == "distribution";
    if (of_range && !target.entry->facts->ranged) {
      refuse(Code::range_not_allowed, 0, path);
      settings_.errors.back().arguments = {{"key", std::string{target.owner}}};
      return;
    }
    const bool word =
        part == "distribution" || part == "grade" || part == "source" || part == "note";
    const Kind kind = word ? Kind::text : part == "checked" ? Kind::date : Kind::number;
    if (std::optional<Node> node = value_of(kind, path))
      settings_.parts.push_back({std::string{path}, node->at, *node});
  }

  std::shared_ptr<const core::SourceText> source_;
  Settings& settings_;
  ValueReader& reader_;
  std::string english_;
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

/// Sets the figure of the item with that key, if it is stated as that: an amount, or a percentage.
void set_item(Node& root, const Member& figure, ValueReader reader) {
  const Target target = target_of(figure.key);
  std::vector<std::string> known;
  Node* const list = root.find(target.owner);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    Node& item = list->items[i];
    const Node* const key = item.find("key");
    if (key == nullptr) continue;
    Node* const value = item.find(target.entry->path);
    if (value != nullptr && key->text == target.name) {
      *value = figure.value;
      return state(*value, reader.number(*value, figure.key, *target.entry->facts));
    }
    for (const std::string_view part : {"amount", "percent"}) {
      if (item.find(part) != nullptr)
        known.push_back(std::string{target.owner} + '.' + key->text + '.' + std::string{part});
    }
  }
  reader.unknown_key(figure, figure.key, known);
}

/// Sets a part of a number, which is a table from then on; false where it is not stated.
bool set_part(Node& root, const Member& change, const Target& target) {
  Node* const number = find_for_change(root, target.owner);
  if (number == nullptr) return false;
  // A year stands beside those of the others, a part beside the value.
  const bool is_year = is_growth_year(target.name);
  const bool has_years = number->is_table() && number->find("value") == nullptr;
  if (is_year ? !has_years : !number->is_table()) {
    Node table{.at = number->at};
    table.members.push_back({is_year ? "later" : "value", number->at, std::move(*number)});
    *number = std::move(table);
  }
  number->erase(target.name);
  number->members.push_back({std::string{target.name}, change.at, change.value});
  return true;
}

void check_together(Settings& settings) {
  for (core::Diagnostic& found : check_exclusive(settings.root))
    settings.errors.push_back(std::move(found));
}

}  // namespace

Settings read_settings(const std::vector<std::string>& texts,
                       const std::vector<KeyOption>& options) {
  Settings settings;
  ValueReader reader{settings.errors};
  for (const std::string& text : texts) Setting{"--set", text, settings, reader}.read();
  for (const KeyOption& option : options)
    Setting{option.option, option.value, settings, reader}.read_value_of(option.key);
  check_together(settings);
  return settings;
}

Settings settings_of(const StatedCells& cells) {
  Settings settings;
  for (const core::RowCell& cell : cells.numbers) {
    // Each cell is a source of its own, as each `--set` is.
    auto source = std::make_shared<core::SourceText>(core::SourceText{.name = "--set"});
    source->argument = true;
    Node node{.type = Node::Type::number, .at = {.source = std::move(source), .line = 1}};
    node.stated = core::Input{.at = node.at};
    put(settings.root, parts_of(path_of(cell.key)), std::move(node));
  }
  ValueReader reader{settings.errors};
  for (const auto& [column, text] : cells.texts)
    Setting{"--set", text, settings, reader}.read_value_of(column);
  check_together(settings);
  return settings;
}

void apply_settings(Node& merged, const Settings& settings, core::Diagnostics& errors) {
  merge(merged, settings.root);
  for (const Member& figure : settings.items) set_item(merged, figure, ValueReader{errors});
  std::map<std::string_view, Target> changed;
  for (const Member& part : settings.parts) {
    const Target target = target_of(part.key);
    if (set_part(merged, part, target)) {
      changed.emplace(target.owner, target);
    } else {
      const std::string key{target.owner};
      errors.push_back(core::finding(Code::set_part, part.at, key, {{"key", key}}));
    }
  }
  // What several settings make together is what has to hold.
  for (const auto& [key, target] : changed) {
    Node& number = *find_for_change(merged, key);
    ValueReader reader{errors};
    if (const std::optional<SharePath> share = share_path(key)) {
      state(number, reader.share(number, share->step));
    } else if (target.entry->kind == Kind::growth) {
      state(number, reader.growth(number, std::string{key}));
    } else {
      state(number, reader.number(number, key, *target.entry->facts));
    }
  }
}

}  // namespace billijk::io
