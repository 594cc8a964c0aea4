#include "report/language/language.hpp"

#include <algorithm>

namespace billijk::report {

std::optional<Language> language_of(std::string_view word) {
  const auto* const found = std::ranges::find(languages, word, &LanguageFacts::word);
  if (found == languages.end()) return std::nullopt;
  return static_cast<Language>(found - languages.begin());
}

std::string language_words(std::string_view separator) {
  std::string words;
  for (const LanguageFacts& facts : languages)
    words += std::string{words.empty() ? "" : separator} + std::string{facts.word};
  return words;
}

}  // namespace billijk::report
