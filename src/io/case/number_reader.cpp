#include <algorithm>

#include "core/case/rails.hpp"
#include "io/case/value_reader.hpp"

namespace billijk::io {

using core::Code;
using core::Decimal;

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
      input.note = language_text(member.value, at).value_or(core::Text{});
    } else if (member.key != "value" && !(with_wage && member.key == "wage")) {
      unknown_key(member, at, known);
    }
  }
}

}  // namespace billijk::io
