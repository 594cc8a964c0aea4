#include "io/lines.hpp"

#include <algorithm>

namespace billijk::io {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Bytes of the character that begins with this byte; 0 when none begins so.
std::size_t length_of(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first < 0xE0U) return 2;
  if (first >= 0xE0U && first < 0xF0U) return 3;
  if (first >= 0xF0U && first < 0xF5U) return 4;
  return 0;
}

/// Whether the second byte keeps a long character out of what shorter ones write, the surrogates,
/// and what lies past the last character there is.
bool begins_well(char first, char second) {
  const auto next = static_cast<unsigned char>(second);
  switch (static_cast<unsigned char>(first)) {
    case 0xE0:
      return next >= 0xA0U;
    case 0xED:
      return next < 0xA0U;
    case 0xF0:
      return next >= 0x90U;
    case 0xF4:
      return next < 0x90U;
    default:
      return true;
  }
}

}  // namespace

Lines::Lines(std::string_view text) {
  // A byte order mark is no character of the first line.
  if (constexpr std::string_view mark = "\xEF\xBB\xBF"; text.starts_with(mark)) text.remove_prefix(mark.size());
  while (true) {
    const std::size_t end = text.find('\n');
    lines_.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

std::string_view Lines::line(int number) const {
  if (number < 1 || number > count()) return {};
  std::string_view line = lines_[static_cast<std::size_t>(number - 1)];
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::string Lines::literal_at(int number, int column) const {
  const std::string_view whole = line(number);
  const std::string_view rest = whole.substr(std::min(byte_of_column(whole, column), whole.size()));
  return std::string{rest.substr(0, rest.find_first_of(" \t,]}#"))};
}

void Lines::blank(int number, std::string_view header) {
  std::string& line = lines_[static_cast<std::size_t>(number - 1)];
  const std::size_t first = line.find_first_not_of(" \t");
  if (!header.empty() && first != std::string::npos && line[first] == '[') {
    // An escape keeps the name out of reach of anything a person writes.
    line = "[\"\\u0001" + std::string{header.substr(1)} + std::to_string(number) + "\"]";
  } else {
    line.clear();
  }
}

std::string Lines::text() const {
  std::string result;
  for (const std::string& line : lines_) {
    if (!result.empty() || &line != &lines_.front()) result += '\n';
    result += line;
  }
  return result;
}

std::optional<LineColumn> Lines::first_invalid_utf8() const {
  for (int number = 1; number <= count(); ++number) {
    const std::string_view text = line(number);
    const std::size_t valid = valid_utf8_prefix(text);
    if (valid < text.size()) return LineColumn{number, characters_in(text.substr(0, valid)) + 1};
  }
  return std::nullopt;
}

std::size_t byte_of_column(std::string_view line, int column) {
  std::size_t byte = 0;
  for (int at = 1; at < column && byte < line.size(); ++at) {
    ++byte;
    while (byte < line.size() && continues(line[byte])) ++byte;
  }
  return byte;
}

int characters_in(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char c) { return !continues(c); }));
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = length_of(static_cast<unsigned char>(text[at]));
    if (length == 0 || at + length > text.size()) return at;
    for (std::size_t i = 1; i < length; ++i) {
      if (!continues(text[at + i])) return at;
    }
    if (length > 2 && !begins_well(text[at], text[at + 1])) return at;
    at += length;
  }
  return at;
}

}  // namespace billijk::io
