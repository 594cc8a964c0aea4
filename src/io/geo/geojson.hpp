#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// A place on a drawing. Units: the longest side of a map is `map_extent`; `y` goes down.
struct MapPoint {
  int x = 0;
  int y = 0;

  bool operator==(const MapPoint&) const = default;
};
inline constexpr int map_extent = 800;

/// An area and what it is called: the texts and whole numbers among its properties.
struct MapArea {
  std::vector<std::pair<std::string, std::string>> names;
  std::vector<std::vector<MapPoint>> rings;  ///< none of what is no area; a hole is a ring too
};

/// Areas as a screen can show them, both ways on one scale.
struct AreaMap {
  int width = 0;
  int height = 0;
  std::vector<MapArea> areas;
};

/// What of a file is read at most: more than any map of municipalities has.
inline constexpr std::size_t most_map_values = 6'000'000;  ///< numbers, texts, lists
inline constexpr std::size_t most_map_points = 1'000'000;
inline constexpr std::size_t deepest_map = 32;  ///< lists and objects in each other

/// The polygons of a GeoJSON FeatureCollection, in degrees (WGS84) or in metres (RD, told by its
/// coordinates), the same integers on every machine. Corners that fall on one place of the drawing
/// are one, so that neighbours keep their common border.
///
/// Errors: `map_form` for what is no such file, `map_too_large`.
core::Checked<AreaMap> read_geojson(const std::shared_ptr<const core::SourceText>& source);

}  // namespace billijk::io
