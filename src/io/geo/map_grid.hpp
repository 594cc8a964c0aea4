#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "io/geo/geojson.hpp"

namespace billijk::io {

/// A corner as the file has it: degrees east and north, or metres.
struct GeoPoint {
  double x = 0;
  double y = 0;
};

/// Where the corners of a map fall on a drawing.
class MapGrid {
 public:
  /// Nothing where the corners are neither degrees nor metres of the Dutch grid, or are none.
  static std::optional<MapGrid> around(const std::vector<GeoPoint>& corners);

  MapPoint place(const GeoPoint& corner) const;
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  /// A corner in whole steps, which are far finer than a drawing.
  struct Steps {
    std::int64_t x = 0;
    std::int64_t y = 0;
  };
  Steps steps_of(const GeoPoint& corner) const;

  double steps_ = 0;          ///< in a unit of the file
  std::int64_t narrows_ = 0;  ///< what a step east is of one north, in millionths
  Steps from_;                ///< west and north
  std::int64_t extent_ = 0;   ///< of the longest side, in millionths of a step
  int width_ = 0, height_ = 0;
};

/// The corners without those that say nothing: the same place twice, a place on the way from the
/// one before to the one behind. Empty where nothing is enclosed.
std::vector<MapPoint> plain_ring(const std::vector<MapPoint>& corners);

}  // namespace billijk::io
