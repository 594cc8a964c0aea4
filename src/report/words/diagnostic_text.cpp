#include "report/words/diagnostic_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "core/number/rounding.hpp"
#include "core/number/utf8.hpp"
#include "report/format/format.hpp"
#include "report/format/text.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/excerpt.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {
namespace {

/// A text of a user, which may be any bytes, that is long enough to be recognized by its beginning.
std::string shortened(const std::string& bytes) {
  constexpr int longest = 1000;
  std::string text = core::well_formed(bytes);
  if (width_of(text) <= longest) return text;
  return std::string{characters(text, 0, longest)} + "...";
}

/// An argument in the form of the reader; nothing for a phrase, which may hold other arguments.
struct ArgumentText {
  Format format;

  std::optional<std::string> operator()(const std::string& text) const { return shortened(text); }
  std::optional<std::string> operator()(core::Phrase /*phrase*/) const { return std::nullopt; }
  std::optional<std::string> operator()(core::Date day) const { return format.date(day); }
  std::optional<std::string> operator()(const core::Exact& number) const {
    return format.shortest(number);
  }
  std::optional<std::string> operator()(const core::EuroAmount& amount) const {
    return format.money(amount.value, tariff_decimals(amount.value));
  }
  std::optional<std::string> operator()(const core::Subtraction& subtraction) const {
    std::string text;
    core::Exact rest;
    for (const core::Exact& number : subtraction.of) {
      rest = text.empty() ? number : rest - number;
      text.append(text.empty() ? "" : " - ").append(rounded(number));
    }
    return text + " = " + rounded(rest);
  }
  std::optional<std::string> operator()(core::SystemError error) const {
    return say(Message::system_error, format.language(),
               {{"number", std::to_string(error.number)}});
  }
  std::string rounded(const core::Exact& number) const {
    return format.shortest(core::round_half_up(number, 2));
  }
};

/// The arguments as texts: a phrase becomes its words, which may hold other arguments in their
/// turn.
Arguments translated(const core::Diagnostic& finding, Language language) {
  Arguments arguments;
  std::vector<std::pair<std::string, core::Phrase>> waiting;
  for (const auto& [name, value] : finding.arguments) {
    if (std::optional<std::string> text = std::visit(ArgumentText{Format{language}}, value)) {
      arguments.emplace_back(name, std::move(*text));
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

/// "velsen.toml:14:9: ", "--set hours.sickness=750: ", or what is known of it.
std::string place_of(const core::Position& at) {
  if (at.source == nullptr) return "billijk: ";
  if (at.source->argument) return at.source->name + ' ' + at.source->text + ": ";
  if (at.line == 0) return at.source->name + ": ";
  return fmt::format("{}:{}:{}: ", at.source->name, at.line, at.column);
}

}  // namespace

std::string message_of(const core::Diagnostic& finding, Language language) {
  const std::string_view text = texts_of(finding.code, language).message;
  Arguments arguments = translated(finding, language);
  for (auto& [name, value] : arguments) {
    if (name == "key" || name == "one" || name == "other") value = name_with_key(value, language);
  }
  const std::optional<std::string> filled = fill(text, arguments);
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
