#include "io/text/lines.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"

namespace billijk::io {
Lines::Lines(std::string_view text) {
  // A byte order mark is no character of the first line.
  if (constexpr std::string_view mark = "\xEF\xBB\xBF"; text.starts_with(mark))
    text.remove_prefix(mark.size());
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
  const std::vector<std::size_t>& bytes = bytes_of(number);
  const auto place = static_cast<std::size_t>(std::max(column, 1) - 1);
  const std::size_t byte = bytes.empty()          ? place
                           : place < bytes.size() ? bytes[place]
                                                  : whole.size();
  const std::string_view rest = whole.substr(std::min(byte, whole.size()));
  return std::string{rest.substr(0, rest.find_first_of(" \t,]}#"))};
}

const std::vector<std::size_t>& Lines::bytes_of(int number) const {
  const auto [known, is_new] = bytes_.try_emplace(number);
  std::vector<std::size_t>& bytes = known->second;
  const std::string_view whole = line(number);
  if (!is_new || std::ranges::none_of(whole, core::continues)) return bytes;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (!core::continues(whole[i])) bytes.push_back(i);
  }
  return bytes;
}

void Lines::replace(int number, std::string text) {
  bytes_.erase(number);
  lines_[static_cast<std::size_t>(number - 1)] = std::move(text);
}

void Lines::blank(int number, std::string_view header) {
  bytes_.erase(number);
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
    const std::size_t valid = core::valid_utf8_prefix(text);
    if (valid < text.size())
      return LineColumn{number, core::characters_in(text.substr(0, valid)) + 1};
  }
  return std::nullopt;
}

std::size_t byte_of_column(std::string_view line, int column) {
  std::size_t byte = 0;
  for (int at = 1; at < column && byte < line.size(); ++at) {
    ++byte;
    while (byte < line.size() && core::continues(line[byte])) ++byte;
  }
  return byte;
}

int marked_in(std::string_view text) { return std::max(1, core::characters_in(text)); }

}  // namespace billijk::io
