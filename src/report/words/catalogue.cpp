#include "report/words/catalogue.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

namespace billijk::report {
namespace {

struct Entry {
  std::string_view name;
  std::string_view english;
  std::string_view dutch;
};

constexpr std::array messages = std::to_array<Entry>({
#define MESSAGE(id, english, dutch) {#id, english, dutch},
#include "report/words/help.def"
#include "report/words/messages.def"
#undef MESSAGE
});

struct CodeEntry {
  core::Code code;
  std::string_view english, dutch, english_hint, dutch_hint;
};

constexpr std::array codes{
#define DIAGNOSTIC(id, english, dutch, english_hint, dutch_hint) \
  CodeEntry{core::Code::id, english, dutch, english_hint, dutch_hint},
#include "report/words/diagnostics.def"
#undef DIAGNOSTIC
};

constexpr std::array phrases{
#define PHRASE(id) Message::id,
#include "core/case/phrases.def"
#undef PHRASE
};

}  // namespace

Message message_of(core::Phrase phrase) { return phrases.at(static_cast<std::size_t>(phrase)); }

std::string_view text_of(Message message, Language language) {
  const Entry& entry = messages.at(static_cast<std::size_t>(message));
  return language == Language::nl ? entry.dutch : entry.english;
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
    for (std::size_t i = 0; i < messages.size(); ++i)
      names.emplace(messages.at(i).name, static_cast<Message>(i));
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
  const auto found = std::ranges::find(codes, code, &CodeEntry::code);
  assert(found != codes.end());
  if (language == Language::nl) return {found->dutch, found->dutch_hint};
  return {found->english, found->english_hint};
}

}  // namespace billijk::report
