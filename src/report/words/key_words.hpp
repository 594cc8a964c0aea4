#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculation.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// What people call a key of a case file.
struct KeyWords {
  std::string_view path;
  std::string_view name;   ///< as it stands in a sentence: "ziekteverzuim"
  std::string_view basis;  ///< what its figure is in: "% van de uren"; empty where there is none
  std::string_view help;   ///< a sentence
};

/// Of every key, in the order of the file format.
std::span<const KeyWords> key_words(Language language);
/// Of one; null where the path is none.
const KeyWords* words_of_key(std::string_view path, Language language);

/// What people call a word a case states, "after_leave"; the text itself where that is no such
/// word.
std::string chosen_text(std::string_view path, const std::string& text, Language language);

/// "ziekteverzuim (hours.sickness)", for who has to type it; what is no key stays as it is.
std::string name_with_key(const std::string& figure, Language language);

/// The text with a capital at its beginning.
std::string capital(std::string text);

/// What people call the figures of a case, its own lines included.
///
/// A figure has the name reports of machines give it: "hours.sickness", "wage.mix.4",
/// "line.gloves.amount", "indexation.percent.2027", "nl/cao-vvt-hbh@2026-07-01.0". What has no name
/// among people keeps that.
class FigureNames {
 public:
  /// Of no case in particular: own lines keep their key.
  explicit FigureNames(Language language) : language_{language} {}
  /// Of one case, or of several side by side. They must live as long.
  FigureNames(const core::Case& subject, Language language)
      : cases_{&subject}, language_{language} {}
  FigureNames(std::span<const core::Calculation* const> cases, Language language);

  /// "ziekteverzuim"
  std::string name(std::string_view figure) const;
  /// "Ziekteverzuim, % van de uren"
  std::string label(std::string_view figure) const;
  /// "ziekteverzuim, overhead en reistijd"; of a dozen or more the first, and how many follow.
  std::string list(const std::vector<std::string>& figures) const;

 private:
  std::optional<std::string> name_of_line(std::string_view figure) const;

  std::vector<const core::Case*> cases_;
  Language language_;
};

}  // namespace billijk::report
