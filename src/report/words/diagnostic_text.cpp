#include "report/words/diagnostic_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "core/number/utf8.hpp"
#include "report/format/text.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

/// `count` characters of a text from the one at `begin` on.
std::string_view characters(std::string_view text, int begin, std::size_t count) {
  const auto pass = [](std::string_view rest, std::size_t number) {
    std::size_t at = 0;
    for (; number > 0 && at < rest.size(); --number) {
      ++at;
      while (at < rest.size() && core::continues(rest[at])) ++at;
    }
    return at;
  };
  text.remove_prefix(pass(text, static_cast<std::size_t>(begin)));
  return text.substr(0, pass(text, count));
}

/// A text of a user, which may be any bytes, that is long enough to be recognized by its beginning.
std::string shortened(const std::string& bytes) {
  constexpr std::size_t longest = 1000;
  std::string text = core::well_formed(bytes);
  if (text.size() <= longest) return text;
  return std::string{characters(text, 0, longest)} + "...";
}

/// The arguments as texts: a phrase becomes its words, which may hold other arguments in their
/// turn.
Arguments translated(const core::Diagnostic& finding, Language language) {
  Arguments arguments;
  std::vector<std::pair<std::string, core::Phrase>> waiting;
  for (const auto& [name, value] : finding.arguments) {
    if (const auto* const text = std::get_if<std::string>(&value)) {
      arguments.emplace_back(name, shortened(*text));
    } else {
      waiting.emplace_back(name, std::get<core::Phrase>(value));
    }
  }
  // Each round fills at least one phrase, or none of those left can ever be.
  for (bool filled = true; filled;) {
    filled = false;
    std::erase_if(waiting, [&](const auto& phrase) {
      auto text = fill(text_of(message_of(phrase.second), language), arguments);
      if (!text) return false;
      filled = true;
      arguments.emplace_back(phrase.first, std::move(*text));
      return true;
    });
  }
  assert(waiting.empty());
  return arguments;
}

std::string line_of(const core::SourceText& source, int number) {
  std::string_view text = source.text;
  for (int line = 1; line < number; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  // A tab or control character would put the caret elsewhere.
  return printable(text);
}

/// "velsen.toml:14:9: ", "--set hours.sickness=750: ", or what is known of it.
std::string place_of(const core::Position& at) {
  if (at.source == nullptr) return "billijk: ";
  if (at.source->argument) return at.source->name + ' ' + at.source->text + ": ";
  if (at.line == 0) return at.source->name + ": ";
  return fmt::format("{}:{}:{}: ", at.source->name, at.line, at.column);
}

/// The line and a caret under what it is about; of a long line the stretch around it.
std::string excerpt_of(const core::Position& at) {
  if (at.source == nullptr || at.source->argument || at.line == 0) return {};
  constexpr int widest = 160;
  std::string line = line_of(*at.source, at.line);
  int column = at.column;
  if (width_of(line) > widest) {
    constexpr int before = 40;
    const int begin = std::max(0, column - 1 - before);
    line = (begin > 0 ? "..." : "") + std::string{characters(line, begin, widest)};
    column -= begin > 0 ? begin - 3 : 0;
  }
  if (line.empty()) return {};
  const int length = std::clamp(at.length, 1, std::max(1, width_of(line) - column + 1));
  return fmt::format("{:>5} | {}\n      | {:>{}}{:^>{}}\n", at.line, line, "",
                     std::max(0, column - 1), "", length);
}

}  // namespace

std::string message_of(const core::Diagnostic& finding, Language language) {
  const std::string_view text = texts_of(finding.code, language).message;
  const std::optional<std::string> filled = fill(text, translated(finding, language));
  assert(filled.has_value());
  return filled.value_or(std::string{text});
}

std::string hint_of(const core::Diagnostic& finding, Language language) {
  std::string_view alternatives = texts_of(finding.code, language).hint;
  const Arguments arguments = translated(finding, language);
  while (!alternatives.empty()) {
    const std::size_t bar = alternatives.find('|');
    if (std::optional<std::string> filled = fill(alternatives.substr(0, bar), arguments))
      return *filled;
    if (bar == std::string_view::npos) break;
    alternatives.remove_prefix(bar + 1);
  }
  return {};
}

std::string text_of(const core::Diagnostic& finding, Language language) {
  const Message severity = finding.is_error() ? Message::severity_error : Message::severity_warning;
  std::string text = printable(fmt::format("{}{}: {} [{}]", shortened(place_of(finding.at)),
                                           text_of(severity, language),
                                           message_of(finding, language), name_of(finding.code))) +
                     '\n';
  // A line that is no text is not shown: it might be anything to a terminal.
  if (finding.code != core::Code::not_text) text += excerpt_of(finding.at);
  const std::string hint = hint_of(finding, language);
  if (!hint.empty())
    text += printable(fmt::format("  {}: {}", text_of(Message::hint, language), hint)) + '\n';
  return text;
}

}  // namespace billijk::report
