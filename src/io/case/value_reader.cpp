#include "io/case/value_reader.hpp"

#include <algorithm>

#include "core/case/aliases.hpp"
#include "core/case/phrase.hpp"
#include "core/number/utf8.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/day_text.hpp"
#include "io/text/nearest.hpp"

namespace billijk::io {
namespace {

using core::Code;
using core::Decimal;
using core::Phrase;

Phrase type_of(const Node& node) {
  switch (node.type) {
    case Node::Type::table:
      return Phrase::type_table;
    case Node::Type::array:
      return Phrase::type_array;
    case Node::Type::text:
      return Phrase::type_text;
    case Node::Type::number:
      return Phrase::type_number;
    case Node::Type::date:
      return Phrase::type_date;
    case Node::Type::boolean:
      return Phrase::type_flag;
    default:
      return Phrase::type_other;
  }
}

std::string joined(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

/// A number as TOML has it.
FigureCell read_number(std::string_view text) {
  const core::DecimalResult read = core::parse_decimal(text);
  if (read.value) return {*read.value};
  const bool digits = read.error == core::DecimalError::too_many_digits;
  return {{}, digits ? CellFault::too_many_digits : CellFault::not_a_number};
}

/// The name that is meant: one that differs in capitals only, a table too; else the nearest in
/// English, else in Dutch.
std::string nearest_of(std::string_view path, const std::vector<std::string>& known) {
  // A Dutch name among English ones.
  std::string english = core::english_path(path);
  if (english != path && std::ranges::find(known, english) != known.end()) return english;
  std::string small = core::lower(path);
  for (const std::string& key : known) {
    if (core::lower(key) == small) return key;
    if (key.starts_with(small + '.')) return small;
  }
  std::string near = nearest(path, known);
  if (!near.empty()) return near;
  std::vector<std::string> dutch;
  for (const std::string& key : known) {
    const std::string_view alias = core::alias_of(key);
    if (!alias.empty()) dutch.push_back(key.substr(0, key.rfind('.') + 1) + std::string{alias});
  }
  return nearest(path, dutch);
}

/// 750 for 7.5: the same digits with the point where they would fit.
std::optional<Decimal> point_moved_into(const core::KeyFacts& facts, const Decimal& value) {
  for (int shift = 1; shift <= 2; ++shift) {
    const Decimal moved = Decimal::of(value.coefficient(), value.scale() + shift);
    if (facts.unit == core::Unit::percent && allows(facts, moved) && moved <= Decimal{50})
      return moved;
  }
  return std::nullopt;
}

}  // namespace

void add_limits(core::Arguments& arguments, const core::KeyFacts& facts) {
  const bool open_above = facts.highest == core::key_table::unlimited;
  const bool has_unit = facts.unit != core::Unit::none;
  Phrase allowed = facts.above ? Phrase::allowed_above_to : Phrase::allowed_between;
  if (open_above) allowed = facts.above ? Phrase::allowed_above : Phrase::allowed_least;
  if (open_above && facts.lowest == -facts.highest) allowed = Phrase::any_amount;
  arguments.emplace_back("allowed", allowed);
  arguments.emplace_back("low", std::to_string(facts.lowest));
  arguments.emplace_back("high", std::to_string(facts.highest));
  arguments.emplace_back("unit", has_unit ? core::Argument{Phrase::with_unit} : std::string{});
  arguments.emplace_back("unit_name", phrase_of(facts.unit));
}

void ValueReader::add(Code code, const core::Position& at, std::string_view key,
                      core::Arguments arguments) {
  if (is_full()) {
    if (!told_) findings_.push_back(core::too_many_findings(at.source));
    told_ = true;
    return;
  }
  findings_.push_back(core::finding(code, at, std::string{key}, std::move(arguments)));
}

void ValueReader::unknown_key(const Member& member, std::string_view path,
                              const std::vector<std::string>& known) {
  if (is_full()) return add(Code::unknown_key, member.at, path, {});
  core::Arguments arguments{{"key", std::string{path}}};
  std::string near = nearest_of(path, known);
  if (!near.empty()) {
    arguments.emplace_back("nearest", std::move(near));
  } else {
    std::string list;
    for (const std::string& key : known) list += (list.empty() ? "" : ", ") + key;
    constexpr std::size_t readable = 300;
    if (!list.empty() && list.size() <= readable)
      arguments.emplace_back("allowed", std::move(list));
  }
  add(Code::unknown_key, member.at, path, std::move(arguments));
}

void ValueReader::wrong_type(const Node& node, std::string_view path, Phrase wanted) {
  core::Arguments arguments{
      {"key", std::string{path}}, {"wanted", wanted}, {"found", type_of(node)}};
  const bool about_quotes =
      node.type == Node::Type::text || (wanted == Phrase::type_text && !node.is_table());
  if (about_quotes) arguments.emplace_back("quotes", "\"");
  add(Code::wrong_type, node.at, path, std::move(arguments));
}

bool ValueReader::schema(const Node& root, std::string_view wanted) {
  const Node* node = root.find("schema");
  if (node != nullptr && node->text == wanted) return true;
  add(Code::wrong_schema, node != nullptr ? node->at : core::Position{.source = root.at.source},
      "schema",
      {{"wanted", std::string{wanted}},
       {"found", node != nullptr ? core::Argument{node->text} : Phrase::nothing}});
  return false;
}

void ValueReader::read(Node& node, const std::string& path, const Entry& entry) {
  switch (entry.kind) {
    case Kind::text:
      return state(node, text(node, path));
    case Kind::language_text:
      return state(node, language_text(node, path));
    case Kind::choice:
      return state(node, choice(node, path, entry.choices));
    case Kind::date:
      return state(node, date(node, path));
    case Kind::number:
      return state(node, number(node, path, *entry.facts));
    case Kind::year:
      return state(node, year(node, path));
    case Kind::whole:
      return state(node, whole(node, path, *entry.facts, Phrase::type_whole));
    case Kind::flag:
      return state(node, flag(node, path));
    case Kind::numbers:
    case Kind::wholes:
      return list(node, path, entry);
    case Kind::mix:
      return mix(node, path);
    case Kind::growth:
      return state(node, growth(node, path));
    case Kind::month_day:
      return state(node, month_day(node, path));
    case Kind::kinds:
      return kinds(node, path);
    case Kind::counts:
      return counts(node, path, *entry.facts);
    case Kind::items:
    case Kind::clause:
      break;
  }
}

void ValueReader::list(Node& node, const std::string& path, const Entry& entry) {
  if (node.type != Node::Type::array) return wrong_type(node, path, Phrase::type_array);
  for (Node& item : node.items) {
    if (entry.kind == Kind::wholes) {
      state(item, whole(item, path, *entry.facts, Phrase::type_whole));
    } else {
      state(item, number(item, path, *entry.facts));
    }
  }
}

void ValueReader::counts(Node& node, const std::string& path, const core::KeyFacts& facts) {
  if (!node.is_table()) return wrong_type(node, path, Phrase::type_table);
  for (Member& member : node.members)
    state(member.value, number(member.value, path + '.' + member.key, facts));
}

void ValueReader::mix(Node& node, const std::string& path) {
  if (!node.is_table()) return wrong_type(node, path, Phrase::type_table);
  for (Member& member : node.members) state(member.value, share(member.value, member.key));
}

std::optional<std::string> ValueReader::text(const Node& node, std::string_view path) {
  if (node.type == Node::Type::text) return node.text;
  wrong_type(node, path, Phrase::type_text);
  return std::nullopt;
}

std::optional<core::Text> ValueReader::language_text(const Node& node, std::string_view path) {
  if (!node.is_table()) {
    std::optional<std::string> one = text(node, path);
    return one ? std::optional{core::Text{std::move(*one)}} : std::nullopt;
  }
  std::vector<std::string> known;
  known.reserve(core::text_languages.size());
  for (const std::string_view language : core::text_languages)
    known.push_back(std::string{path} + '.' + std::string{language});
  if (node.members.empty()) add(Code::missing_key, node.at, path, {{"key", known.front()}});
  core::Text result;
  bool fits = !node.members.empty();
  for (const Member& member : node.members) {
    const std::string at = std::string{path} + '.' + member.key;
    const bool is_known = std::ranges::find(known, at) != known.end();
    if (!is_known) unknown_key(member, at, known);
    std::optional<std::string> one = is_known ? text(member.value, at) : std::nullopt;
    fits = fits && one;
    if (one) result.add(member.key, std::move(*one));
  }
  return fits ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<std::size_t> ValueReader::choice(const Node& node, std::string_view path,
                                               std::span<const std::string_view> words) {
  if (node.type != Node::Type::text) {
    wrong_type(node, path, Phrase::type_text);
    return std::nullopt;
  }
  auto found = std::ranges::find(words, node.text);
  if (found == words.end()) found = std::ranges::find(words, core::english_word(node.text));
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  core::Arguments arguments{
      {"key", std::string{path}}, {"found", node.text}, {"allowed", joined(words)}};
  std::string near = nearest(node.text, {words.begin(), words.end()});
  if (!near.empty()) arguments.emplace_back("nearest", std::move(near));
  add(Code::not_a_choice, node.at, path, std::move(arguments));
  return std::nullopt;
}

std::optional<core::Date> ValueReader::date(const Node& node, std::string_view path) {
  if (node.type == Node::Type::date && node.date) return node.date;
  if (node.type == Node::Type::date || node.type == Node::Type::text) {
    const DayText read = read_day(node.text);
    if (read.day) return read.day;
    add(Code::no_such_date, node.at, path, arguments_of(node.text, read));
  } else {
    wrong_type(node, path, Phrase::type_date);
  }
  return std::nullopt;
}

std::optional<int> ValueReader::year(const Node& node, std::string_view path) {
  constexpr core::KeyFacts facts = core::limits(1900, 9999);
  return whole(node, path, facts, Phrase::type_year);
}

std::optional<int> ValueReader::whole(const Node& node, std::string_view path,
                                      const core::KeyFacts& facts, Phrase wanted) {
  const std::optional<Decimal> value = decimal(node, path, facts);
  if (!value) return std::nullopt;
  if (value->is_whole()) return static_cast<int>(value->coefficient());
  add(Code::wrong_type, node.at, path,
      {{"key", std::string{path}}, {"wanted", wanted}, {"found", node.text}});
  return std::nullopt;
}

std::optional<bool> ValueReader::flag(const Node& node, std::string_view path) {
  if (node.type == Node::Type::boolean) return node.text == "true";
  wrong_type(node, path, Phrase::type_flag);
  return std::nullopt;
}

std::optional<Decimal> ValueReader::decimal(const Node& node, std::string_view path,
                                            const core::KeyFacts& facts) {
  if (node.type != Node::Type::number && node.type != Node::Type::text) {
    wrong_type(node, path, Phrase::type_number);
    return std::nullopt;
  }
  // A text is a figure as people write it: "38,50", "€ 38,-", "7,5 %".
  const FigureCell read = node.type == Node::Type::text ? read_figure_text(node.text, facts.unit)
                                                        : read_number(node.text);
  if (read.fault != CellFault::none) {
    core::Arguments arguments{{"key", std::string{path}}, {"found", node.text}};
    const Code code = read.fault == CellFault::ambiguous         ? Code::two_readings
                      : read.fault == CellFault::too_many_digits ? Code::too_many_digits
                                                                 : Code::not_a_decimal;
    if (node.type == Node::Type::number) arguments.emplace_back("special", "");
    if (read.fault == CellFault::ambiguous) {
      for (auto& one : without_comma(node.text)) arguments.push_back(std::move(one));
    }
    add(code, node.at, path, std::move(arguments));
    return std::nullopt;
  }
  if (!allows(facts, read.value)) {
    core::Arguments arguments{{"key", std::string{path}}, {"found", node.text}};
    add_limits(arguments, facts);
    if (const std::optional<Decimal> moved = point_moved_into(facts, read.value)) {
      arguments.emplace_back("suggestion", moved->text());
    }
    add(Code::out_of_range, node.at, path, std::move(arguments));
    return std::nullopt;
  }
  return read.value;
}

std::vector<std::string> ValueReader::texts(const Node& node, std::string_view path) {
  std::vector<std::string> result;
  if (node.type != Node::Type::array) {
    if (std::optional<std::string> one = text(node, path)) result.push_back(std::move(*one));
    return result;
  }
  for (const Node& item : node.items) {
    if (std::optional<std::string> one = text(item, path)) result.push_back(std::move(*one));
  }
  return result;
}

}  // namespace billijk::io
