#include "report/words/catalogue.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

namespace billijk::report {
namespace {

constexpr std::array codes{
#define CODE(code, id) core::Code::id,
#include "core/case/codes.def"
#undef CODE
};
constexpr std::size_t text_count = message_names.size() + codes.size();

constexpr std::size_t place_of(Message message) { return static_cast<std::size_t>(message); }
constexpr std::size_t place_of(core::Code code) {
  return message_names.size() + static_cast<std::size_t>(code);
}

struct PlacedText {
  Language language;
  std::size_t place;
  DiagnosticTexts texts;
};

/// As the files have them; the first of each language says which.
constexpr std::array written = std::to_array<PlacedText>({
#define LANGUAGE(id, ...) {Language::id, text_count, {}},
#define WORD(id, text) {{}, place_of(Message::id), {text, {}}},
#define CODE(id, text, hint) {{}, place_of(core::Code::id), {text, hint}},
#define COLUMN(word, key)
#define KEY(path, name, basis, help)
#include "report/language/languages.def"
#undef LANGUAGE
#undef WORD
#undef CODE
#undef COLUMN
#undef KEY
});

/// By language and place.
constexpr auto texts = [] {
  std::array<std::array<DiagnosticTexts, text_count>, languages.size()> all{};
  Language language{};
  for (const PlacedText& one : written) {
    if (one.place == text_count) {
      language = one.language;
    } else {
      all[static_cast<std::size_t>(language)][one.place] = one.texts;
    }
  }
  return all;
}();

/// The first place at which some language has no text.
constexpr std::size_t first_missing = [] {
  std::size_t first = text_count;
  for (const auto& all : texts) {
    std::size_t place = 0;
    while (place < first && all[place].message.data() != nullptr) ++place;
    first = place;
  }
  return first;
}();
static_assert(std::ranges::equal(languages, core::text_languages, {}, &LanguageFacts::word),
              "a file may have texts in the languages there are, and no others");
static_assert(first_missing == text_count, "the text at this place is not in every language");
static_assert(written.size() == languages.size() * (1 + text_count), "a text stands twice");

constexpr std::array phrases{
#define PHRASE(id) Message::id,
#include "core/case/phrases.def"
#undef PHRASE
};

}  // namespace

Message message_of(core::Phrase phrase) { return phrases.at(static_cast<std::size_t>(phrase)); }

std::string_view text_of(Message message, Language language) {
  return texts.at(static_cast<std::size_t>(language)).at(place_of(message)).message;
}

const std::string& text_of(const core::Text& text, Language language) {
  return text.of(facts_of(language).word);
}

std::optional<std::string> fill(std::string_view text, const Arguments& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const auto& [name, value] : arguments) store.push_back(fmt::arg(name.c_str(), value));
  try {
    return fmt::vformat(text, store);
  } catch (const fmt::format_error&) {
    return std::nullopt;
  }
}

std::string say(Message message, Language language, const Arguments& arguments) {
  const std::string_view text = text_of(message, language);
  std::optional<std::string> filled = fill(text, arguments);
  assert(filled.has_value());
  return filled.value_or(std::string{text});
}

std::optional<Message> message_named(std::string_view name) {
  // A report of many contracts asks for the same names over and over.
  static const std::unordered_map<std::string_view, Message> known = [] {
    std::unordered_map<std::string_view, Message> names;
    for (std::size_t i = 0; i < message_names.size(); ++i)
      names.emplace(message_names.at(i), static_cast<Message>(i));
    return names;
  }();
  const auto found = known.find(name);
  return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::string word(std::string_view name, Language language) {
  const std::optional<Message> message = message_named(name);
  return std::string{message ? text_of(*message, language) : name};
}

DiagnosticTexts texts_of(core::Code code, Language language) {
  return texts.at(static_cast<std::size_t>(language)).at(place_of(code));
}

}  // namespace billijk::report
