#include "report/words/key_words.hpp"

#include <algorithm>
#include <array>

#include "core/case/choices.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

struct WrittenKey {
  Language language;
  KeyWords words;
};

/// As the files have them; the first of each language says which.
constexpr std::array written_keys = std::to_array<WrittenKey>({
#define LANGUAGE(id, ...) {Language::id, {}},
#define WORD(id, text)
#define CODE(id, text, hint)
#define COLUMN(word, key)
#define KEY(path, name, basis, help) {{}, {path, name, basis, help}},
#include "report/language/languages.def"
#undef LANGUAGE
#undef WORD
#undef CODE
#undef COLUMN
#undef KEY
});

constexpr std::size_t key_count = written_keys.size() / languages.size() - 1;
static_assert(written_keys.size() == languages.size() * (key_count + 1),
              "a key has words in some languages only");

constexpr auto all_words = [] {
  std::array<std::array<KeyWords, key_count>, languages.size()> all{};
  for (std::size_t i = 0; i < written_keys.size(); ++i) {
    const std::size_t language = i / (key_count + 1);
    const std::size_t place = i % (key_count + 1);
    if (place > 0) all[language][place - 1] = written_keys[i].words;
  }
  return all;
}();

constexpr bool all_alike() {
  for (const auto& words : all_words) {
    for (std::size_t i = 0; i < key_count; ++i) {
      if (words[i].path != all_words.front()[i].path || words[i].name.empty()) return false;
    }
  }
  return true;
}
static_assert(all_alike(), "the keys of the languages differ, or stand in another order");

}  // namespace

std::span<const KeyWords> key_words(Language language) {
  return all_words.at(static_cast<std::size_t>(language));
}

const KeyWords* words_of_key(std::string_view path, Language language) {
  const std::span<const KeyWords> words = key_words(language);
  const auto found = std::ranges::find(words, path, &KeyWords::path);
  return found == words.end() ? nullptr : &*found;
}

std::string chosen_text(std::string_view path, const std::string& text, Language language) {
  // A choice of an own line is a choice whatever its line is called.
  const bool is_of_line = path.starts_with("line.");
  const bool is_choice =
      is_of_line || std::ranges::any_of(core::all_choices, [&](core::Choice choice) {
        const auto words = facts_of(choice).words;
        return facts_of(choice).path == path && std::ranges::find(words, text) != words.end();
      });
  const std::optional<Message> chosen = message_named("chosen_" + text);
  return is_choice && chosen ? say(*chosen, language) : text;
}

std::string name_with_key(const std::string& figure, Language language) {
  const std::string name = FigureNames{language}.name(figure);
  return name == figure ? figure : name + " (" + figure + ')';
}

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

FigureNames::FigureNames(std::span<const core::Calculation* const> cases, Language language)
    : language_{language} {
  for (const core::Calculation* const one : cases) cases_.push_back(&one->subject);
}

std::optional<std::string> FigureNames::name_of_line(std::string_view figure) const {
  constexpr std::string_view prefix = "line.";
  if (!figure.starts_with(prefix)) return std::nullopt;
  figure.remove_prefix(prefix.size());
  const std::string_view key = figure.substr(0, figure.rfind('.'));
  for (const core::Case* const subject : cases_) {
    for (const core::OwnLine& line : subject->lines) {
      if (line.key != figure && line.key != key) continue;
      const std::string name = line.label.empty() ? line.key : line.label;
      const std::string part = line.key == figure ? "" : std::string{figure.substr(key.size() + 1)};
      // A line has one number, which its name says all of; what it counts is another matter.
      if (part != "element" && part != "per" && part != "of") return name;
      return name + ", " + std::string{words_of_key("line." + part, language_)->name};
    }
  }
  return std::nullopt;
}

std::string FigureNames::name(std::string_view figure) const {
  if (const KeyWords* const words = words_of_key(figure, language_))
    return std::string{words->name};
  if (std::optional<std::string> line = name_of_line(figure)) return *line;
  constexpr std::string_view mix = "wage.mix.";
  constexpr std::string_view wage = ".wage";
  constexpr std::string_view index = "indexation.percent.";
  if (figure.starts_with(mix)) {
    std::string_view step = figure.substr(mix.size());
    const bool own = step.ends_with(wage);
    if (own) step.remove_suffix(wage.size());
    return say(own ? Message::name_own_wage : Message::name_share, language_,
               {{"step", std::string{step}}});
  }
  if (figure.starts_with(index))
    return say(Message::name_index_year, language_,
               {{"year", std::string{figure.substr(index.size())}}});
  if (figure == "indexation") return std::string{name("indexation.percent")};
  return std::string{figure};
}

std::string FigureNames::label(std::string_view figure) const {
  std::string text = capital(name(figure));
  const KeyWords* const words = words_of_key(figure, language_);
  if (words != nullptr && !words->basis.empty()) text.append(", ").append(words->basis);
  return text;
}

std::string FigureNames::list(const std::vector<std::string>& figures) const {
  constexpr std::size_t readable = 11;
  const std::size_t shown = figures.size() > readable ? readable : figures.size();
  std::vector<std::string> names;
  names.reserve(shown);
  for (std::size_t i = 0; i < shown; ++i) names.push_back(name(figures[i]));
  if (shown == figures.size()) return listed(std::move(names), language_);
  return joined(names) +
         say(Message::and_more, language_, {{"count", std::to_string(figures.size() - shown)}});
}

}  // namespace billijk::report
