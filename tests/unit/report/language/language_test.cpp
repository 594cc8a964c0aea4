#include "report/language/language.hpp"

#include <catch2/catch.hpp>

namespace billijk::report {

TEST_CASE("a language is asked for by its word") {
  CHECK(language_of("nl") == Language::nl);
  CHECK(language_of("en") == Language::en);
  CHECK_FALSE(language_of("nl_NL"));
  CHECK_FALSE(language_of(""));
  CHECK(language_words(", ") == "nl, en");
}

TEST_CASE("a language has the signs of its numbers and twelve months") {
  for (const LanguageFacts& facts : languages) {
    CAPTURE(facts.word);
    CHECK(facts.decimal_sign != facts.thousands_sign);
    for (const std::string_view month : facts.months) CHECK_FALSE(month.empty());
  }
  CHECK(facts_of(Language::nl).months.back() == "december");
}

}  // namespace billijk::report
