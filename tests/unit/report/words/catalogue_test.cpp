#include "report/words/catalogue.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "core/case/diagnostic.hpp"
#include "report/words/diagnostic_text.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
namespace {

using tests::exact;

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
        "leave (hours.leave) must be 0 hours per year or more, not -3");
  CHECK(message_of(finding, Language::nl) ==
        "verlof (hours.leave): toegestaan is 0 uur per jaar of meer, niet -3");
}

TEST_CASE("a day, an amount, a number and a subtraction stand in the form of the reader") {
  const core::Diagnostic wage = core::finding(core::Code::below_minimum_wage, {}, "wage.hourly",
                                              {{"key", "wage.hourly"},
                                               {"wage", core::EuroAmount{exact("14.7")}},
                                               {"minimum", core::EuroAmount{exact("1014.715")}},
                                               {"from", tests::day("2026-07-01")}});
  CHECK(message_of(wage, Language::en) ==
        "hourly wage (wage.hourly): € 14.70 is below the minimum wage of € 1,014.715 from 1 July "
        "2026 on");
  CHECK(message_of(wage, Language::nl) ==
        "uurloon (wage.hourly): € 14,70 ligt onder het minimumloon van € 1.014,715 vanaf 1 juli "
        "2026");
  const core::Diagnostic leave = core::finding(core::Code::below_leave, {}, "hours.leave",
                                               {{"key", "hours.leave"},
                                                {"found", exact("100.5")},
                                                {"least", exact("153.01")},
                                                {"contract", exact("2000")}});
  CHECK(message_of(leave, Language::en) ==
        "leave (hours.leave) = 100.5 is below the legal minimum of 153.01 hours at 2,000 contract "
        "hours");
  CHECK(message_of(leave, Language::nl) ==
        "verlof (hours.leave) = 100,5 ligt onder het wettelijk minimum van 153,01 uur bij 2.000 "
        "contracturen");
  const core::Diagnostic hours = core::finding(
      core::Code::no_attendance, {}, "hours.leave",
      {{"subtraction", core::Subtraction{{exact("1878.5"), exact("237.456"), exact("2000")}}}});
  CHECK(message_of(hours, Language::en) ==
        "no hours are left to attend: 1,878.5 - 237.46 - 2,000 = -358.96");
  CHECK(message_of(hours, Language::nl) ==
        "er blijven geen uren over waarin de voltijder aanwezig is: 1.878,5 - 237,46 - 2.000 = "
        "-358,96");
}

TEST_CASE("no text of a user is taken for one of ours") {
  for (const std::string_view name : message_names) {
    const std::string text = "@" + std::string{name};
    const core::Diagnostic finding =
        core::finding(core::Code::not_a_choice, {}, "contract.unit",
                      {{"key", text}, {"found", text}, {"allowed", text}});
    const std::string said = message_of(finding, Language::nl);
    CHECK(said == text + ": " + text + " is niet toegestaan; kies uit " + text);
  }
}

TEST_CASE("of several hints the first whose arguments are there is given") {
  core::Diagnostic finding = core::finding(core::Code::unknown_key, {{"key", "x"}});
  CHECK(hint_of(finding, Language::en) == "billijk keys lists them all");
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
