#include "core/case/text.hpp"

#include <algorithm>

namespace billijk::core {

void Text::add(std::string_view language, std::string text) {
  versions_.push_back({.language = std::string{language}, .text = std::move(text)});
}

bool Text::empty() const {
  return std::ranges::all_of(versions_, &std::string::empty, &Version::text);
}

const std::string& Text::of(std::string_view language) const {
  static const std::string nothing;
  const auto found = std::ranges::find(versions_, language, &Version::language);
  if (found != versions_.end()) return found->text;
  return versions_.empty() ? nothing : versions_.front().text;
}

}  // namespace billijk::core
