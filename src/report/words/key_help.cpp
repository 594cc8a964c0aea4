#include "report/words/key_help.hpp"

#include "core/case/aliases.hpp"
#include "report/format/records.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

bool has_top(const core::KeyFacts& facts) { return facts.highest != core::key_table::unlimited; }
bool has_bottom(const core::KeyFacts& facts) { return facts.lowest != -core::key_table::unlimited; }

/// Also "klein of groot", "een datum".
std::string allowed_text(const KeyHelp& key, const Format& format) {
  const Language language = format.language();
  if (!key.words.empty()) return words_text(key, language);
  if (key.facts == nullptr) return word("type_" + std::string{key.type}, language);
  return allowed_text(*key.facts, format);
}

std::string taken_text(const KeyHelp& key, const Format& format) {
  const Language language = format.language();
  if (key.required) return say(Message::key_required, language);
  if (key.taken.empty()) return {};
  const core::DecimalResult number = core::parse_decimal(key.taken);
  return number.value ? format.shortest(core::Exact{*number.value})
                      : chosen_text(key.path, std::string{key.taken}, language);
}

}  // namespace

std::string allowed_text(const core::KeyFacts& facts, const Format& format) {
  const Language language = format.language();
  if (!has_bottom(facts)) return say(Message::any_amount, language);
  const bool top = has_top(facts);
  const auto limit = [&](std::int64_t value) {
    return format.shortest(core::Exact{mpq_class{mpz_class{value}}});
  };
  const Message message = facts.above ? (top ? Message::allowed_above_to : Message::allowed_above)
                                      : (top ? Message::allowed_between : Message::allowed_least);
  return say(message, language,
             {{"low", limit(facts.lowest)}, {"high", limit(facts.highest)}, {"unit", ""}});
}

std::string words_text(const KeyHelp& key, Language language) {
  std::vector<std::string> words;
  for (const std::string_view word : key.words) {
    const std::string said = chosen_text(key.path, std::string{word}, language);
    words.push_back(said == word ? said : std::string{word} + " (" + said + ')');
  }
  return joined(words);
}

Document keys_document(const std::vector<KeyHelp>& keys, const Format& format) {
  const Language language = format.language();
  const FigureNames names{language};
  Table table{{{say(Message::column_what_it_is, language), Align::left},
               {say(Message::column_key, language), Align::left}},
              {}};
  for (const KeyHelp& key : keys)
    table.rows.push_back({{names.label(key.path), std::string{key.path}}});
  Document document;
  document.add(Headline{say(Message::keys_headline, language)});
  document.add(std::move(table));
  return document;
}

Document key_document(const KeyHelp& key, const Format& format) {
  const Language language = format.language();
  const KeyWords& words = *words_of_key(key.path, language);
  Document document;
  document.add(Headline{FigureNames{language}.label(key.path)});
  document.add(Paragraph{std::string{words.help}});
  Bullets facts;
  const auto add = [&](Message what, const std::string& value) {
    if (!value.empty()) facts.items.push_back(say(what, language, {{"value", value}}));
  };
  add(Message::key_is, std::string{key.path});
  add(Message::key_allowed, allowed_text(key, format));
  add(Message::key_taken, taken_text(key, format));
  if (key.facts != nullptr && key.facts->ranged)
    facts.items.push_back(say(Message::key_ranged, language));
  add(Message::key_alias, std::string{key.alias});
  std::vector<std::string> dutch;
  for (const std::string_view word : key.words) {
    if (const std::string_view alias = core::alias_of_word(word); !alias.empty())
      dutch.push_back(std::string{alias} + " = " + std::string{word});
  }
  add(Message::key_words, joined(dutch));
  add(Message::key_columns, joined(key.column_words));
  document.add(std::move(facts));
  return document;
}

Sections keys_sections(const std::vector<KeyHelp>& keys, Language language) {
  const FigureNames names{language};
  Records records{.schema = "billijk/keys/1",
                  .list = "keys",
                  .keys = {"key", "label", "type", "unit", "lowest", "highest", "words", "default",
                           "required", "ranged", "alias", "help"},
                  .titles = {},
                  .rows = {}};
  for (const KeyHelp& key : keys) {
    const core::KeyFacts* const facts = key.facts;
    const std::vector<std::string> words{key.words.begin(), key.words.end()};
    records.rows.push_back(
        {key.path, names.label(key.path), key.type,
         facts == nullptr ? Value{} : text_or_absent(core::unit_name(facts->unit)),
         facts == nullptr || !has_bottom(*facts) ? Value{} : Value{facts->lowest},
         facts == nullptr || !has_top(*facts) ? Value{} : Value{facts->highest}, words,
         text_or_absent(key.taken), key.required, facts != nullptr && facts->ranged,
         text_or_absent(key.alias), words_of_key(key.path, language)->help});
  }
  return sections_of(records);
}

}  // namespace billijk::report
