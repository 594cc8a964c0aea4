#include "io/case/value_reader.hpp"

#include <algorithm>

#include "core/case/phrase.hpp"
#include "core/case/rails.hpp"
#include "io/text/cell_number.hpp"
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

bool is_decimal_with_comma(std::string_view text) {
  const bool shape = !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-';
  });
  return shape && text.find(',') != std::string_view::npos;
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
  std::string near = nearest(path, known);
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
    case Kind::choice:
      return state(node, choice(node, path, entry.choices));
    case Kind::date:
      return state(node, date(node, path));
    case Kind::number:
      return state(node, number(node, path, *entry.facts));
    case Kind::year:
      return state(node, year(node, path));
    case Kind::flag:
      return state(node, flag(node, path));
    case Kind::numbers:
      return numbers(node, path);
    case Kind::mix:
      return mix(node, path);
    case Kind::items:
    case Kind::clause:
      break;
  }
}

void ValueReader::numbers(Node& node, const std::string& path) {
  if (node.type != Node::Type::array) return wrong_type(node, path, Phrase::type_array);
  for (Node& item : node.items) state(item, number(item, path, core::index_facts));
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

std::optional<std::size_t> ValueReader::choice(const Node& node, std::string_view path,
                                               std::span<const std::string_view> words) {
  if (node.type != Node::Type::text) {
    wrong_type(node, path, Phrase::type_text);
    return std::nullopt;
  }
  const auto found = std::ranges::find(words, node.text);
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
  const bool quoted_date = node.type == Node::Type::text && core::parse_date(node.text);
  if (node.type == Node::Type::date || (node.type == Node::Type::text && !quoted_date)) {
    add(Code::no_such_date, node.at, path, {{"found", node.text}});
  } else {
    wrong_type(node, path, Phrase::type_date);
  }
  return std::nullopt;
}

std::optional<int> ValueReader::year(const Node& node, std::string_view path) {
  constexpr core::KeyFacts facts = core::limits(1900, 9999);
  const std::optional<Decimal> value = decimal(node, path, facts);
  if (!value) return std::nullopt;
  if (value->is_whole()) return static_cast<int>(value->coefficient());
  add(Code::wrong_type, node.at, path,
      {{"key", std::string{path}}, {"wanted", Phrase::type_year}, {"found", node.text}});
  return std::nullopt;
}

std::optional<bool> ValueReader::flag(const Node& node, std::string_view path) {
  if (node.type == Node::Type::boolean) return node.text == "true";
  wrong_type(node, path, Phrase::type_flag);
  return std::nullopt;
}

std::optional<Decimal> ValueReader::decimal(const Node& node, std::string_view path,
                                            const core::KeyFacts& facts) {
  if (node.type == Node::Type::text && is_decimal_with_comma(node.text)) {
    core::Arguments arguments = without_comma(node.text);
    arguments.emplace_back("found", node.text);
    add(Code::decimal_comma, node.at, path, std::move(arguments));
    return std::nullopt;
  }
  if (node.type != Node::Type::number) {
    wrong_type(node, path, Phrase::type_number);
    return std::nullopt;
  }
  const core::DecimalResult read = core::parse_decimal(node.text);
  if (!read.value) {
    const bool digits = read.error == core::DecimalError::too_many_digits;
    add(digits ? Code::too_many_digits : Code::not_a_decimal, node.at, path,
        {{"key", std::string{path}}, {"found", node.text}});
    return std::nullopt;
  }
  if (!allows(facts, *read.value)) {
    core::Arguments arguments{{"key", std::string{path}}, {"found", node.text}};
    add_limits(arguments, facts);
    if (const std::optional<Decimal> moved = point_moved_into(facts, *read.value)) {
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

std::optional<core::Input> ValueReader::number(const Node& node, std::string_view path,
                                               const core::KeyFacts& facts) {
  core::Input input;
  input.at = node.at;
  if (!node.is_table()) {
    const std::optional<Decimal> value = decimal(node, path, facts);
    if (!value) return std::nullopt;
    input.value = *value;
    input.grouped = core::is_written_as_thousands(node.text);
    return input;
  }
  const std::size_t before = findings_.size();
  take_parts(node, path, facts, input);
  const Node* value = node.find("value");
  if (value == nullptr) {
    add(Code::missing_key, node.at, path, {{"key", std::string{path} + ".value"}});
    return std::nullopt;
  }
  const std::optional<Decimal> read = decimal(*value, path, facts);
  if (!read) return std::nullopt;
  input.value = *read;
  input.grouped = core::is_written_as_thousands(value->text);
  input.at = value->at;
  if ((input.low && *input.low > input.value) || (input.high && *input.high < input.value)) {
    add(Code::range_order, node.at, path,
        {{"key", std::string{path}},
         {"low", input.low ? input.low->text() : "-"},
         {"value", input.value.text()},
         {"high", input.high ? input.high->text() : "-"}});
  }
  return findings_.size() == before ? std::optional{input} : std::nullopt;
}

std::optional<core::MixShare> ValueReader::share(const Node& node, const std::string& step) {
  core::MixShare result{.step = step, .share = {}};
  const std::optional<core::Input> share = number(node, result.key(), mix_facts);
  if (share) result.share = *share;
  const Node* own = node.is_table() ? node.find("wage") : nullptr;
  if (own == nullptr) return share ? std::optional{std::move(result)} : std::nullopt;
  std::optional<core::Input> wage = number(*own, result.wage_key(), own_wage_facts);
  if (!share || !wage) return std::nullopt;
  if (!own->is_table()) {
    // What founds the table founds both its numbers.
    wage->grade = share->grade;
    wage->source = share->source;
    wage->checked = share->checked;
    wage->note = share->note;
  }
  result.wage = std::move(*wage);
  return result;
}

void ValueReader::take_parts(const Node& node, std::string_view path, const core::KeyFacts& facts,
                             core::Input& input) {
  const bool with_wage = &facts == &mix_facts;
  std::vector<std::string> known{number_parts.begin(), number_parts.end()};
  if (with_wage) known.emplace_back("wage");
  for (const Member& member : node.members) {
    const std::string at = std::string{path} + '.' + member.key;
    if (member.key == "low" || member.key == "high") {
      if (!facts.ranged) {
        add(Code::range_not_allowed, member.at, at, {{"key", std::string{path}}});
        continue;
      }
      (member.key == "low" ? input.low : input.high) = decimal(member.value, at, facts);
    } else if (member.key == "distribution") {
      if (!facts.ranged) {
        add(Code::range_not_allowed, member.at, at, {{"key", std::string{path}}});
        continue;
      }
      const std::optional<std::size_t> word =
          choice(member.value, at, core::choice_words<core::Distribution>);
      if (word) input.distribution = static_cast<core::Distribution>(*word);
    } else if (member.key == "grade") {
      // A case states what is; "expected" is a word of presets, for what was announced.
      constexpr std::span grades{core::choice_words<core::Grade>};
      const std::optional<std::size_t> grade =
          choice(member.value, at, grades.first(grades.size() - 1));
      if (grade) input.grade = static_cast<core::Grade>(*grade);
    } else if (member.key == "source") {
      input.source = texts(member.value, at);
    } else if (member.key == "checked") {
      input.checked = date(member.value, at);
    } else if (member.key == "note") {
      input.note = text(member.value, at).value_or("");
    } else if (member.key != "value" && !(with_wage && member.key == "wage")) {
      unknown_key(member, at, known);
    }
  }
}

}  // namespace billijk::io
