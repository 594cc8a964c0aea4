#include "report/words/own_text.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

/// A paragraph on one line, as a report of any width would have it.
std::string on_one_line(std::string_view paragraph) {
  std::string line;
  bool ends = false;
  for (const char c : paragraph) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank && ends && !line.empty()) line += ' ';
    ends = blank;
    if (!blank && !(c == '#' && line.empty())) line += c;
  }
  return line;
}

/// What a report says before its figures.
std::array<std::string, 2> first_paragraphs(std::string_view text) {
  constexpr std::string_view between = "\n\n";
  const std::size_t first = std::min(text.find(between), text.size());
  const std::string_view rest = text.substr(std::min(first + between.size(), text.size()));
  return {on_one_line(text.substr(0, first)), on_one_line(rest.substr(0, rest.find(between)))};
}

/// How many characters of a sentence, its arguments left out, a text begins with; 0 when it does
/// not begin with the sentence. A title may have no more than its beginning.
std::size_t matched(std::string_view text, std::string_view sentence) {
  std::size_t count = 0;
  for (bool first = true;; first = false) {
    const std::size_t open = sentence.find('{');
    const std::string_view literal = sentence.substr(0, open);
    if (first && literal.size() > text.size()) return literal.starts_with(text) ? text.size() : 0;
    const std::size_t at = text.find(literal);
    if (at == std::string_view::npos || (first && at != 0)) return 0;
    count += literal.size();
    text.remove_prefix(at + literal.size());
    if (open == std::string_view::npos) return count;
    const std::size_t close = sentence.find('}', open);
    if (close == std::string_view::npos) return count;
    sentence.remove_prefix(close + 1);
  }
}

/// Whether a text begins with a sentence, in any language. Shorter ones (a single word) anybody may
/// begin with.
bool begins_with(std::string_view text, Message message) {
  constexpr std::size_t enough = 16;
  for (std::size_t language = 0; language < languages.size(); ++language) {
    if (matched(text, text_of(message, static_cast<Language>(language))) >= enough) return true;
  }
  return false;
}

/// Whether a text begins with a sentence that itself begins with words, not with an argument.
bool begins_as_report(std::string_view text) {
  for (std::size_t at = 0; at < message_names.size(); ++at) {
    const auto message = static_cast<Message>(at);
    if (!text_of(message, Language{}).starts_with('{') && begins_with(text, message)) return true;
  }
  return false;
}

}  // namespace

bool begin_as_one_report(std::string_view one, std::string_view other) {
  const std::array<std::string, 2> here = first_paragraphs(one);
  const std::array<std::string, 2> there = first_paragraphs(other);
  if (begins_as_report(here[0]) && begins_as_report(there[0])) return true;
  for (std::size_t at = 0; at < message_names.size(); ++at) {
    const auto message = static_cast<Message>(at);
    for (std::size_t place = 0; place < here.size(); ++place) {
      if (begins_with(here.at(place), message) && begins_with(there.at(place), message))
        return true;
    }
  }
  return false;
}

}  // namespace billijk::report
