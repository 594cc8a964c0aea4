#include "report/words/excerpt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/number/utf8.hpp"
#include "report/format/text.hpp"

namespace billijk::report {
namespace {

constexpr int widest_excerpt = 80;
constexpr std::string_view cut_mark = "...";

std::string line_of(const core::SourceText& source, int number) {
  std::string_view text = source.text;
  for (int line = 1; line < number; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  // A tab or control character would put the caret elsewhere.
  return printable(text);
}

/// What is marked in a line, in characters from 0.
struct Marked {
  int begin = 0;
  int length = 1;
};

/// Cuts a line to `room` characters around the mark, which moves along.
std::string window_of(const std::string& line, int room, Marked& mark) {
  const int end = core::characters_in(line);
  // What is missing is marked behind the last character.
  const int width = std::max(end, mark.begin + 1);
  if (width <= room) return line;
  const int dots = width_of(cut_mark);
  const int inner = room - 2 * dots;
  // What is marked is shown whole if it can be, with what stands before it: the key.
  const int before = std::clamp(inner - mark.length, 8, inner * 2 / 3);
  int begin = std::max(0, mark.begin - before);
  if (begin <= dots) begin = 0;
  int shown = begin == 0 ? room - dots : inner;
  if (begin + shown + dots >= width) {
    begin = std::max(0, width - (room - dots));
    shown = width - begin;
  }
  std::string text{characters(line, begin, shown)};
  mark.begin -= begin;
  if (begin > 0) {
    text.insert(0, cut_mark);
    mark.begin += dots;
  }
  if (begin + shown < end) text += cut_mark;
  return text;
}

}  // namespace

std::string excerpt_of(const core::Position& at) {
  if (at.source == nullptr || at.source->argument || at.line == 0) return {};
  std::string line = line_of(*at.source, at.line);
  if (line.empty()) return {};
  const std::string number = fmt::format("{:>5}", at.line);
  constexpr std::string_view edge = " | ";
  const int room = widest_excerpt - width_of(number) - width_of(edge);
  Marked mark{.begin = std::max(0, at.column - 1), .length = std::max(1, at.length)};
  line = window_of(line, room, mark);
  // A terminal gives some characters two columns, and some none.
  const int before = width_of(characters(line, 0, mark.begin)) +
                     std::max(0, mark.begin - core::characters_in(line));
  const int length = std::max(1, width_of(characters(line, mark.begin, mark.length)));
  return number + std::string{edge} + line + '\n' + spaces(width_of(number)) + std::string{edge} +
         spaces(before) + std::string(static_cast<std::size_t>(length), '^') + '\n';
}

}  // namespace billijk::report
