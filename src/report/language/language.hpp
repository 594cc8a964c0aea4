#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace billijk::report {

/// The language of texts and, in text and Markdown, of numbers and dates.
enum class Language : std::uint8_t {
#define LANGUAGE(id, ...) id,
#define WORD(id, text)
#define CODE(id, text, hint)
#define COLUMN(word, key)
#define KEY(path, name, basis, help)
#include "report/language/languages.def"
#undef LANGUAGE
};

/// What of a language is no sentence.
struct LanguageFacts {
  std::string_view word;  ///< as --lang and the environment have it: "nl"
  char decimal_sign;
  char thousands_sign;
  std::array<std::string_view, 12> months;
};

/// All, in the order of `Language`.
inline constexpr std::array languages{
#define LANGUAGE(id, decimal, thousands, ...) LanguageFacts{#id, decimal, thousands, {__VA_ARGS__}},
#include "report/language/languages.def"
#undef LANGUAGE
#undef COLUMN
};

/// What people put above their columns, in any language, and the key that is.
inline constexpr auto column_words = std::to_array<std::pair<std::string_view, std::string_view>>({
#define LANGUAGE(id, ...)
#define COLUMN(word, key) {word, key},
#include "report/language/languages.def"
#undef LANGUAGE
#undef WORD
#undef CODE
#undef COLUMN
#undef KEY
});

constexpr const LanguageFacts& facts_of(Language language) {
  return languages[static_cast<std::size_t>(language)];
}

/// The language of a word, "nl".
std::optional<Language> language_of(std::string_view word);

/// The word of each, "nl|en".
std::string language_words(std::string_view separator);

}  // namespace billijk::report
