#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace billijk::core {

/// The languages a text of a file may be in, as its keys have them.
inline constexpr std::array<std::string_view, 2> text_languages{"nl", "en"};

/// A text a file states: one for every reader, or one in each of some languages.
class Text {
 public:
  Text() = default;
  /// One for every reader.
  // NOLINTBEGIN(google-explicit-constructor): a text is one for every reader
  Text(std::string one) : versions_{{.language = {}, .text = std::move(one)}} {}
  Text(const char* one) : Text{std::string{one}} {}
  // NOLINTEND(google-explicit-constructor)

  /// Adds what it says in a language, "nl".
  void add(std::string_view language, std::string text);
  /// Whether it says nothing in any language.
  bool empty() const;
  /// What it says in a language; where it is not in that one, what it says first.
  const std::string& of(std::string_view language) const;

  friend bool operator==(const Text&, const Text&) = default;

 private:
  struct Version {
    std::string language;  ///< empty: every one
    std::string text;

    friend bool operator==(const Version&, const Version&) = default;
  };

  std::vector<Version> versions_;
};

}  // namespace billijk::core
