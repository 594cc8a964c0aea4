#include "core/case/aliases.hpp"

#include <algorithm>
#include <array>

#include "core/number/utf8.hpp"

namespace billijk::core {
namespace {

struct Alias {
  std::string_view path;
  std::string_view name;
  bool alone = false;
};

constexpr auto keys = std::to_array<Alias>({
#define BILLIJK_ALIAS(path, name) {path, name, false},
#define BILLIJK_NAME(path, name) {path, name, true},
#define BILLIJK_PART_ALIAS(part, name)
#define BILLIJK_WORD_ALIAS(word, name)
#include "core/case/aliases.def"
#undef BILLIJK_ALIAS
#undef BILLIJK_NAME
#undef BILLIJK_PART_ALIAS
#undef BILLIJK_WORD_ALIAS
});
constexpr auto parts = std::to_array<Alias>({
#define BILLIJK_ALIAS(path, name)
#define BILLIJK_NAME(path, name)
#define BILLIJK_PART_ALIAS(part, name) {part, name, false},
#define BILLIJK_WORD_ALIAS(word, name)
#include "core/case/aliases.def"
#undef BILLIJK_ALIAS
#undef BILLIJK_NAME
#undef BILLIJK_PART_ALIAS
#undef BILLIJK_WORD_ALIAS
});
constexpr auto words = std::to_array<Alias>({
#define BILLIJK_ALIAS(path, name)
#define BILLIJK_NAME(path, name)
#define BILLIJK_PART_ALIAS(part, name)
#define BILLIJK_WORD_ALIAS(word, name) {word, name, false},
#include "core/case/aliases.def"
#undef BILLIJK_ALIAS
#undef BILLIJK_NAME
#undef BILLIJK_PART_ALIAS
#undef BILLIJK_WORD_ALIAS
});

constexpr std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}
constexpr std::string_view table_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot);
}

/// The table of an item whatever the item is called: "line" of "line.gloves".
std::string_view table_of_items(std::string_view path) {
  for (const std::string_view list : {"line", "derived"}) {
    if (path.starts_with(list) && path.size() > list.size() && path[list.size()] == '.')
      return list;
  }
  return path;
}

}  // namespace

std::string_view alias_of(std::string_view path) {
  const auto* const found = std::ranges::find(keys, path, &Alias::path);
  return found == keys.end() ? std::string_view{} : found->name;
}

std::string_view key_named(std::string_view word) {
  const std::string small = lower(word);
  const auto* const found = std::ranges::find_if(
      keys, [&](const Alias& alias) { return alias.alone && alias.name == small; });
  return found == keys.end() ? std::string_view{} : found->path;
}

std::string_view english_part(std::string_view table, std::string_view name, bool of_number) {
  const std::string_view under = table_of_items(table);
  const auto* const key = std::ranges::find_if(keys, [&](const Alias& alias) {
    return alias.name == name && table_of(alias.path) == under;
  });
  if (key != keys.end()) return last_part(key->path);
  const auto* const part = std::ranges::find(parts, name, &Alias::name);
  return of_number && part != parts.end() ? part->path : name;
}

std::string english_path(std::string_view path) {
  if (const std::string_view key = key_named(path); !key.empty()) return std::string{key};
  std::string english;
  // A word that stands alone may have parts: "ziekteverzuim.laag".
  const std::size_t first = path.find('.');
  if (first != std::string_view::npos && path.find('.', first + 1) == std::string_view::npos) {
    english = key_named(path.substr(0, first));
    if (!english.empty()) path.remove_prefix(first + 1);
  }
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string_view part = english_part(english, path.substr(0, dot), !english.empty());
    english.append(english.empty() ? "" : ".").append(part);
    if (dot == path.size()) break;
    path.remove_prefix(dot + 1);
    if (path.empty()) english += '.';
  }
  return english;
}

std::string_view english_word(std::string_view word) {
  const auto* const found = std::ranges::find(words, word, &Alias::name);
  return found == words.end() ? word : found->path;
}

std::string_view alias_of_word(std::string_view word) {
  const auto* const found = std::ranges::find(words, word, &Alias::path);
  return found == words.end() ? std::string_view{} : found->name;
}

}  // namespace billijk::core
