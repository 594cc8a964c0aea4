#include "report/page/drawn.hpp"
#include "report/page/markup.hpp"
#include "report/page/shades.hpp"

namespace billijk::report {
namespace {

/// Numbers behind each other, which a minus parts as well as a blank does.
void append(std::string& path, int number, bool first) {
  if (number >= 0 && !first) path += ' ';
  path += std::to_string(number);
}

/// Corners as steps from the one before.
std::string path_of(const std::vector<std::vector<Map::Point>>& rings) {
  std::string path;
  for (const std::vector<Map::Point>& ring : rings) {
    Map::Point at;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      if (i == 0) path += 'M';
      if (i == 1) path += 'l';
      append(path, ring[i].x - at.x, i < 2);
      append(path, ring[i].y - at.y, false);
      at = ring[i];
    }
    path += 'z';
  }
  return path;
}

}  // namespace

Drawn drawn_map(const Map& map) {
  std::string content;
  for (const Map::Shape& shape : map.shapes) {
    if (shape.rings.empty()) continue;
    const std::string shade = shape.shade ? std::string{word_of(*shape.shade)} : "none";
    content +=
        element("path", attribute("class", "g-" + shade) + attribute("d", path_of(shape.rings)),
                element("title", "", escaped(shape.name))) +
        '\n';
  }
  constexpr int edge = 2;
  const auto side = [&](int length) { return std::to_string(length + 2 * edge); };
  const std::string seen = std::to_string(-edge) + ' ' + std::to_string(-edge) + ' ' +
                           side(map.width) + ' ' + side(map.height);
  return {.content = element("g", R"( class="areas" fill-rule="evenodd")", content),
          .height = map.height,
          .attributes = attribute("viewBox", seen)};
}

}  // namespace billijk::report
