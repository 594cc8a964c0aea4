#include "io/geo/map_grid.hpp"

#include <catch2/catch.hpp>

namespace billijk::io {
namespace {

using Ring = std::vector<MapPoint>;

}  // namespace

TEST_CASE("a ring keeps the corners that say something") {
  CHECK(plain_ring({{0, 0}, {0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}) ==
        Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
  // There and back again is no area.
  CHECK(plain_ring({{0, 0}, {10, 0}, {10, 10}, {10, 20}, {10, 10}, {0, 10}}) ==
        Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
  CHECK(plain_ring({{0, 0}, {10, 0}, {0, 0}}).empty());
  CHECK(plain_ring({{3, 3}}).empty());
  CHECK(plain_ring({}).empty());
}

TEST_CASE("all corners on one place are a map of one place") {
  const std::vector<GeoPoint> corners(3, GeoPoint{5, 52});
  const std::optional<MapGrid> grid = MapGrid::around(corners);
  REQUIRE(grid.has_value());
  CHECK(grid->width() == 1);
  CHECK(grid->height() == 1);
  CHECK(grid->place(corners.front()) == MapPoint{0, 0});
  CHECK_FALSE(MapGrid::around({}).has_value());
}

TEST_CASE("the whole world has its places too") {
  const std::optional<MapGrid> grid = MapGrid::around({{-180, -89}, {180, 89}});
  REQUIRE(grid.has_value());
  CHECK(grid->width() == 800);
  CHECK(grid->height() == 396);  // 178 of 360 degrees, the equator in the middle
  CHECK(grid->place({0, 0}) == MapPoint{400, 198});
}

}  // namespace billijk::io
