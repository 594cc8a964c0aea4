#include "report/words/starter_text.hpp"

#include <algorithm>
#include <vector>

#include "core/number/utf8.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {
namespace {

/// "a = 1" as its key and its value.
std::pair<std::string, std::string> split_at_equals(std::string_view line) {
  const std::size_t equals = std::min(line.find('='), line.size());
  return {std::string{core::without_blanks(line.substr(0, equals))},
          std::string{core::without_blanks(line.substr(std::min(equals + 1, line.size())))}};
}

/// The parts of "{ a = 1, b = { c = 2 } }": "a = 1" and "b = { c = 2 }".
std::vector<std::string_view> parts_in_braces(std::string_view table) {
  std::vector<std::string_view> parts;
  int depth = 0;
  bool quoted = false;
  std::size_t begin = 1;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char c = table[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    const bool ends = depth == 0 || (depth == 1 && c == ',');
    if (!ends) continue;
    parts.push_back(table.substr(begin, i - begin));
    begin = i + 1;
  }
  return parts;
}

bool has_keys_inside(const std::string& path) {
  return std::ranges::any_of(key_words(Language::en), [&](const KeyWords& words) {
    return words.path.starts_with(path + '.');
  });
}

}  // namespace

StatedTexts stated_in(std::string_view text) {
  StatedTexts stated;
  std::string table;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('[')) table = std::string{line.substr(1, line.find(']') - 1)} + '.';
    if (line.empty() || line.starts_with('[') || line.starts_with('#')) continue;
    auto [key, value] = split_at_equals(line);
    const std::string path = table + key;
    if (!value.starts_with('{') || !has_keys_inside(path)) {
      stated[path] = std::move(value);
      continue;
    }
    for (const std::string_view part : parts_in_braces(value)) {
      auto [inner, inside] = split_at_equals(part);
      std::string at = path;
      at.append(1, '.').append(inner);
      stated[at] = std::move(inside);
    }
  }
  return stated;
}

std::string in_language(std::string line, Language language) {
  constexpr std::string_view begin = "{ nl = \"";
  constexpr std::string_view end = "\" }";
  const std::string key = std::string{facts_of(language).word} + " = \"";
  for (std::size_t at = line.find(begin); at != std::string::npos; at = line.find(begin, at)) {
    const std::size_t closed = line.find(end, at);
    const std::size_t from = line.find(key, at) + key.size();
    if (closed == std::string::npos || from > closed) break;
    const std::string text = line.substr(from, line.find('"', from) - from);
    line.replace(at, closed + end.size() - at, '"' + text + '"');
  }
  return line;
}

}  // namespace billijk::report
