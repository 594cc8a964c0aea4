#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "report/format/language.hpp"

namespace billijk::report {

/// A text of the catalogue; every one exists in both languages.
enum class Message : std::uint16_t {
#define MESSAGE(id, english, dutch) id,
#include "report/words/help.def"
#include "report/words/messages.def"
#undef MESSAGE
};

/// The text as it stands in the catalogue, placeholders and all.
std::string_view text_of(Message message, Language language);

using Arguments = std::vector<std::pair<std::string, std::string>>;

/// The text with its placeholders filled in.
std::string say(Message message, Language language, const Arguments& arguments = {});

/// The message that a phrase of a finding stands for.
Message message_of(core::Phrase phrase);
/// The message of a name such as "line_" + key; nothing when there is none.
std::optional<Message> message_named(std::string_view name);

/// The text of a name; the name itself when the catalogue has none.
std::string word(std::string_view name, Language language);

/// Both texts of a code, and its hints (alternatives separated by '|').
struct DiagnosticTexts {
  std::string_view message;
  std::string_view hint;
};
DiagnosticTexts texts_of(core::Code code, Language language);

/// Every message, for the test that both languages are complete.
constexpr std::size_t message_count() {
  std::size_t count = 0;
#define MESSAGE(id, english, dutch) ++count;
#include "report/words/help.def"
#include "report/words/messages.def"
#undef MESSAGE
  return count;
}

/// Replaces {name} by its argument; a text whose arguments are not all there gives nothing.
std::optional<std::string> fill(std::string_view text, const Arguments& arguments);

}  // namespace billijk::report
