#include "io/case/setting_text.hpp"

#include <algorithm>

#include "core/case/aliases.hpp"
#include "core/number/utf8.hpp"
#include "io/case/schema.hpp"

namespace billijk::io {
namespace {

/// Whether a file has the value in quotes.
bool is_quoted(const Target& target, std::string_view value) {
  if (value.starts_with('"') || value.starts_with('{') || value.starts_with('[')) return false;
  if (target.kind == Target::Kind::part)
    return target.name == "distribution" || target.name == "grade" || target.name == "source" ||
           target.name == "note";
  if (target.entry == nullptr) return false;
  switch (target.entry->kind) {
    case Kind::text:
    case Kind::language_text:
    case Kind::choice:
    case Kind::month_day:
      return true;
    default:
      return false;
  }
}

/// In quotes, with what would end them escaped.
std::string in_quotes(std::string_view value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace

SettingText setting_text(std::string_view text) {
  const std::size_t equals = std::min(text.find('='), text.size());
  const std::string path = core::english_path(core::without_blanks(text.substr(0, equals)));
  const std::string value{core::without_blanks(text.substr(std::min(equals + 1, text.size())))};
  const Target target = target_of(path);
  const bool is_part = target.kind == Target::Kind::part;
  return {.key = is_part ? std::string{target.owner} : path,
          .path = path,
          .value = value,
          .line = path + " = " + (is_quoted(target, value) ? in_quotes(value) : value)};
}

}  // namespace billijk::io
