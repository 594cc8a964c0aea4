#include "io/rows/column_question.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"
#include "io/case/schema.hpp"
#include "io/text/nearest.hpp"

namespace billijk::io {
namespace {

/// The key of which this is the last part: that of the contract, which rows are about, or the only
/// one: "norm_hours".
std::string key_that_ends_in(std::string_view part, const std::vector<std::string>& keys) {
  std::string end = '.' + std::string{part};
  if (std::ranges::find(keys, "contract" + end) != keys.end()) return "contract" + end;
  const auto ends = [&](const std::string& key) { return key.ends_with(end); };
  return std::ranges::count_if(keys, ends) == 1 ? *std::ranges::find_if(keys, ends) : std::string{};
}

std::string key_of_word(std::string_view word, ColumnWords words) {
  const auto found = std::ranges::find(words, word, &ColumnWords::value_type::first);
  return found == words.end() ? std::string{} : std::string{found->second};
}

}  // namespace

std::string key_meant_by(std::string_view column, ColumnWords words) {
  const std::string name = core::lower(column);
  const std::vector<std::string> keys = paths_of(case_entries());
  if (name == "case") return "case";
  std::string meant = key_of_word(name, words);
  if (meant.empty()) meant = key_that_ends_in(name, keys);
  // "tarief per uur", "volume_2026": the first word says what it is.
  if (meant.empty()) meant = key_of_word(name.substr(0, name.find_first_of(" _-(,./")), words);
  // Short names are near to too much.
  constexpr std::size_t shortest = 5;
  if (!meant.empty() || name.size() < shortest) return meant;
  std::string dotted = name;
  for (const char sign : {'_', ' ', '-'}) std::ranges::replace(dotted, sign, '.');
  return nearest(dotted, keys);
}

}  // namespace billijk::io
