#include "report/words/catalogue.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "core/case/diagnostic.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::report {
namespace {

/// The names in braces; {{ and }} are braces themselves.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{') continue;
    if (at + 1 < text.size() && text[at + 1] == '{') {
      ++at;
      continue;
    }
    const std::size_t end = text.find('}', at);
    names.emplace(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return names;
}

constexpr std::array codes{
#define CODE(code, id) core::Code::id,
#include "core/case/codes.def"
#undef CODE
};

}  // namespace

TEST_CASE("every message stands in both languages with the same placeholders") {
  for (std::size_t i = 0; i < message_names.size(); ++i) {
    const auto message = static_cast<Message>(i);
    const std::string_view english = text_of(message, Language::en);
    const std::string_view dutch = text_of(message, Language::nl);
    CAPTURE(english, dutch);
    CHECK(english.empty() == dutch.empty());
    CHECK(placeholders(english) == placeholders(dutch));
  }
}

TEST_CASE("every code has its sentence and hints in both languages with the same placeholders") {
  for (const core::Code code : codes) {
    const DiagnosticTexts english = texts_of(code, Language::en);
    const DiagnosticTexts dutch = texts_of(code, Language::nl);
    CAPTURE(name_of(code));
    CHECK_FALSE(english.message.empty());
    CHECK_FALSE(dutch.message.empty());
    CHECK(placeholders(english.message) == placeholders(dutch.message));
    CHECK(placeholders(english.hint) == placeholders(dutch.hint));
  }
}

TEST_CASE("a code is E or W and three digits, and stands once") {
  std::set<std::string_view> seen;
  for (const core::Code code : codes) {
    const std::string_view name = name_of(code);
    CAPTURE(name);
    REQUIRE(name.size() == 4);
    CHECK((name.front() == 'E' || name.front() == 'W'));
    CHECK(seen.insert(name).second);
  }
}

TEST_CASE("a text without its arguments gives nothing") {
  CHECK(fill("{a} and {b}", {{"a", "1"}, {"b", "2"}}) == "1 and 2");
  CHECK_FALSE(fill("{a} and {b}", {{"a", "1"}}).has_value());
  CHECK(fill("plain", {}) == "plain");
}

TEST_CASE("an argument may name a message that holds other arguments") {
  const core::Diagnostic finding =
      core::finding(core::Code::out_of_range, {}, "hours.leave",
                    {{"key", "hours.leave"},
                     {"found", "-3"},
                     {"allowed", core::Phrase::allowed_least},
                     {"low", "0"},
                     {"unit", core::Phrase::with_unit},
                     {"unit_name", core::Phrase::unit_of_hours_per_year}});
  CHECK(message_of(finding, Language::en) ==
        "hours.leave must be 0 hours per year or more, not -3");
  CHECK(message_of(finding, Language::nl) ==
        "hours.leave moet 0 uren per jaar of meer zijn, niet -3");
}

TEST_CASE("no text of a user is taken for one of ours") {
  for (const std::string_view name : message_names) {
    const std::string text = "@" + std::string{name};
    const core::Diagnostic finding =
        core::finding(core::Code::not_a_choice, {}, "contract.unit",
                      {{"key", text}, {"found", text}, {"allowed", text}});
    const std::string said = message_of(finding, Language::nl);
    CHECK(said == text + " moet een van " + text + " zijn, niet " + text);
  }
}

TEST_CASE("of several hints the first whose arguments are there is given") {
  core::Diagnostic finding = core::finding(core::Code::unknown_key, {{"key", "x"}});
  CHECK(hint_of(finding, Language::en) == "billijk-case(5) lists the keys of a case file");
  finding.arguments.emplace_back("nearest", "hours.leave");
  CHECK(hint_of(finding, Language::en) == "did you mean hours.leave?");
}

TEST_CASE("a finding shows its line with a caret under what it is about") {
  const auto source = std::make_shared<const core::SourceText>(
      core::SourceText{.name = "velsen.toml", .text = "a = 1\nziek é = 750\n"});
  const core::Diagnostic finding =
      core::finding(core::Code::duplicate_key,
                    {.source = source, .line = 2, .column = 10, .length = 3}, {}, {{"found", "x"}});
  CHECK(text_of(finding, Language::en) ==
        "velsen.toml:2:10: error: x stands here a second time [E007]\n"
        "    2 | ziek é = 750\n"
        "      |          ^^^\n"
        "  hint: keep one of the two\n");
}

TEST_CASE("a finding cannot steer a terminal") {
  const core::Diagnostic finding =
      core::finding(core::Code::duplicate_key, {{"found", "\x1b[31mred\x07"}});
  CHECK(text_of(finding, Language::en).find('\x1b') == std::string::npos);
}

}  // namespace billijk::report
