#pragma once

#include <cstddef>
#include <string_view>

namespace billijk::io {

/// Where a line's comment begins, its size if it has none; and where a text that is not closed on
/// it begins, npos if all are.
struct LineShape {
  std::size_t comment = 0;
  std::size_t open_text = std::string_view::npos;
};

/// Goes over the signs of a line that stand in no text between quotes, up to its comment; `visit`
/// gets each with its place.
LineShape for_each_sign(std::string_view line, const auto& visit) {
  LineShape shape{.comment = line.size()};
  std::size_t& open = shape.open_text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (open != std::string_view::npos) {
      if (c == '\\' && line[open] == '"') {
        ++at;
      } else if (c == line[open]) {
        open = std::string_view::npos;
      }
    } else if (c == '"' || c == '\'') {
      open = at;
    } else if (c == '#') {
      shape.comment = at;
      break;
    } else {
      visit(c, at);
    }
  }
  return shape;
}

inline std::string_view without_comment(std::string_view line) {
  return line.substr(0, for_each_sign(line, [](char, std::size_t) {}).comment);
}

}  // namespace billijk::io
