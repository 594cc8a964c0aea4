#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/case/text.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// A text of the catalogue; every one exists in every language.
enum class Message : std::uint16_t {
#define LANGUAGE(id, ...)
#define CODE(id, text, hint)
#define COLUMN(word, key)
#define KEY(path, name, basis, help)
#define WORD(id, text) id,
#include "report/language/english.def"
#undef WORD
};

/// The text as it stands in the catalogue, placeholders and all.
std::string_view text_of(Message message, Language language);

/// What a text of a file says to readers of a language.
const std::string& text_of(const core::Text& text, Language language);

using Arguments = std::vector<std::pair<std::string, std::string>>;

/// The text with its placeholders filled in.
std::string say(Message message, Language language, const Arguments& arguments = {});

/// The message that a phrase of a finding stands for.
Message message_of(core::Phrase phrase);
/// The message of a name such as "line_" + key; nothing when there is none.
std::optional<Message> message_named(std::string_view name);

/// The text of a name; the name itself when the catalogue has none.
std::string word(std::string_view name, Language language);

/// The text of a code, and its hints (alternatives separated by '|').
struct DiagnosticTexts {
  std::string_view message;
  std::string_view hint;
};
DiagnosticTexts texts_of(core::Code code, Language language);

/// The name of every message, in its order.
inline constexpr std::array message_names = std::to_array<std::string_view>({
#define WORD(id, text) #id,
#include "report/language/english.def"
#undef LANGUAGE
#undef CODE
#undef COLUMN
#undef KEY
#undef WORD
});

/// Replaces {name} by its argument; a text whose arguments are not all there gives nothing.
std::optional<std::string> fill(std::string_view text, const Arguments& arguments);

}  // namespace billijk::report
