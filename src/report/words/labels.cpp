#include "report/words/labels.hpp"

#include "core/case/phrase.hpp"

namespace billijk::report {

std::string label_of(const core::SheetLine& line, Language language) {
  return line.label.empty() ? word("line_" + line.key, language) : line.label;
}

std::string label_of(core::Total total, Language language) {
  return word("total_" + std::string{key_of(total)}, language);
}

std::string label_of(core::Element element, Language language) {
  const std::string_view letter = letter_of(element);
  return word("element_" + std::string{letter.empty() ? "none" : letter}, language);
}

std::string label_of(core::Zone zone, Language language) {
  return word("zone_" + std::string{key_of(zone)}, language);
}

std::string label_of(core::Grade grade, Language language) {
  return word("grade_" + std::string{word_of(grade)}, language);
}

std::string label_of(core::TariffUnit unit, Language language) {
  return std::string{text_of(message_of(core::phrase_of(unit)), language)};
}

std::string_view unit_text(core::Unit unit, Language language) {
  return text_of(message_of(core::phrase_of(unit)), language);
}

std::string founded_text(const core::Input& input, Language language) {
  std::string text = label_of(input.grade, language);
  if (!input.source.empty()) text += "; " + joined(input.source);
  if (!input.note.empty()) text += "; " + text_of(input.note, language);
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& one : words) {
    if (!list.empty()) list += ", ";
    list += one;
  }
  return list;
}

std::string listed(std::vector<std::string> words, Language language) {
  if (words.size() < 2) return joined(words);
  const std::string last = std::move(words.back());
  words.pop_back();
  return say(Message::list_and, language, {{"rest", joined(words)}, {"last", last}});
}

}  // namespace billijk::report
