#include "io/text/cell_text.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace billijk::io {
namespace {

/// Zero-width characters and marks of direction, soft hyphen, byte order mark.
constexpr auto invisible = std::to_array<std::string_view>(
    {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF", "\u00AD", "\u202A",
     "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"});
/// Spaces people do not see as such.
constexpr auto unseen_spaces =
    std::to_array<std::string_view>({"\u00A0", "\u202F", "\u2009", "\u2007", "\u3000"});

constexpr bool is_plain_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// How many bytes at one end of the text nobody sees; `is_there` says whether a sign stands there.
std::size_t unseen(std::string_view text, char outer, const auto& is_there) {
  if (text.empty()) return 0;
  if (is_plain_blank(outer)) return 1;
  if (static_cast<unsigned char>(outer) < 0x80) return 0;
  for (const auto signs : {std::span<const std::string_view>{unseen_spaces},
                           std::span<const std::string_view>{invisible}})
    for (const std::string_view sign : signs)
      if (is_there(sign)) return sign.size();
  return 0;
}

std::string_view without_ends(std::string_view text) {
  const auto first = [&] {
    return unseen(text, text.empty() ? '\0' : text.front(),
                  [&](std::string_view sign) { return text.starts_with(sign); });
  };
  const auto last = [&] {
    return unseen(text, text.empty() ? '\0' : text.back(),
                  [&](std::string_view sign) { return text.ends_with(sign); });
  };
  for (std::size_t bytes = first(); bytes > 0; bytes = first()) text.remove_prefix(bytes);
  for (std::size_t bytes = last(); bytes > 0; bytes = last()) text.remove_suffix(bytes);
  return text;
}

constexpr char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string_view trimmed_cell(std::string_view cell) {
  cell = without_ends(cell);
  constexpr std::string_view formula = "=\"";
  if (cell.size() > formula.size() && cell.starts_with(formula) && cell.ends_with('"'))
    return without_ends(cell.substr(formula.size(), cell.size() - formula.size() - 1));
  return cell;
}

std::string without_invisible(std::string_view text) {
  std::string result{text};
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return result;
  for (const std::string_view sign : invisible) {
    for (std::size_t at = result.find(sign); at != std::string::npos; at = result.find(sign, at))
      result.erase(at, sign.size());
  }
  return result;
}

std::string with_plain_spaces(std::string_view text) {
  std::string result = without_invisible(text);
  for (const std::string_view space : unseen_spaces)
    for (std::size_t at = result.find(space); at != std::string::npos; at = result.find(space, at))
      result.replace(at, space.size(), " ");
  std::erase_if(result, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < ' ' && c != '\t') || byte == 0x7F;
  });
  return result;
}

std::string flag_text(std::string_view text) {
  if (is_same_word(text, "true") || is_same_word(text, "waar")) return "true";
  if (is_same_word(text, "false") || is_same_word(text, "onwaar")) return "false";
  return std::string{text};
}

bool is_same_word(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other, {}, small, small);
}

}  // namespace billijk::io
