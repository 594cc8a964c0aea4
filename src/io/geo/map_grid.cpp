#include "io/geo/map_grid.hpp"

#include <algorithm>

namespace billijk::io {
namespace {

constexpr std::int64_t million = 1'000'000;

bool is_within(double value, double low, double high) { return value >= low && value <= high; }

/// By its series, so that no machine's library decides the last digit.
double cosine_of_degrees(double degrees) {
  constexpr double pi = 3.14159265358979323846;
  constexpr int terms = 12;
  const double angle = degrees * pi / 180;
  double term = 1;
  double sum = 1;
  for (int i = 1; i < terms; ++i) {
    term = -term * angle * angle / (2.0 * i * (2.0 * i - 1));
    sum += term;
  }
  return sum;
}

/// The nearest whole number, halves up.
std::int64_t nearest_of(double value) {
  const double up = value + 0.5;
  const auto whole = static_cast<std::int64_t>(up);
  return static_cast<double>(whole) > up ? whole - 1 : whole;
}

/// a / b, both above zero or a zero, to the nearest.
int share_of(std::int64_t a, std::int64_t b) { return static_cast<int>((2 * a + b) / (2 * b)); }

}  // namespace

std::optional<MapGrid> MapGrid::around(const std::vector<GeoPoint>& corners) {
  if (corners.empty()) return std::nullopt;
  const auto [west, east] = std::ranges::minmax(corners, {}, &GeoPoint::x);
  const auto [south, north] = std::ranges::minmax(corners, {}, &GeoPoint::y);
  // The grid of the Rijksdriehoeksmeting, over all of the country.
  constexpr double rd_east = 300'000;
  constexpr double rd_south = 300'000;
  constexpr double rd_north = 620'000;
  const auto is_rd = is_within(west.x, 0, rd_east) && is_within(east.x, 0, rd_east) &&
                     is_within(south.y, rd_south, rd_north) &&
                     is_within(north.y, rd_south, rd_north);
  constexpr double turn = 180;
  constexpr double pole = 89;
  const bool is_degrees = is_within(west.x, -turn, turn) && is_within(east.x, -turn, turn) &&
                          is_within(south.y, -pole, pole) && is_within(north.y, -pole, pole);
  if (!is_rd && !is_degrees) return std::nullopt;
  MapGrid grid;
  constexpr double steps_in_metre = 100;
  constexpr double steps_in_degree = 1e7;
  grid.steps_ = is_rd ? steps_in_metre : steps_in_degree;
  grid.narrows_ =
      is_rd ? million : nearest_of(cosine_of_degrees((south.y + north.y) / 2) * million);
  grid.from_ = grid.steps_of({west.x, north.y});
  const Steps to = grid.steps_of({east.x, south.y});
  const std::int64_t across = (to.x - grid.from_.x) * grid.narrows_;
  const std::int64_t down = (grid.from_.y - to.y) * million;
  grid.extent_ = std::max({across, down, std::int64_t{1}});
  const MapPoint corner = grid.place({east.x, south.y});
  grid.width_ = std::max(corner.x, 1);
  grid.height_ = std::max(corner.y, 1);
  return grid;
}

MapGrid::Steps MapGrid::steps_of(const GeoPoint& corner) const {
  return {nearest_of(corner.x * steps_), nearest_of(corner.y * steps_)};
}

MapPoint MapGrid::place(const GeoPoint& corner) const {
  const Steps steps = steps_of(corner);
  // What is divided stays below 3.6e9 steps · 1e6, of which 64 bits hold the 800 places twice.
  const std::int64_t unit = std::max<std::int64_t>(extent_ / map_extent, 1);
  return {share_of((steps.x - from_.x) * narrows_, unit),
          share_of((from_.y - steps.y) * million, unit)};
}

std::vector<MapPoint> plain_ring(const std::vector<MapPoint>& corners) {
  constexpr std::size_t least = 3;
  const auto says_nothing = [](const MapPoint& before, const MapPoint& at, const MapPoint& behind) {
    const int across = (at.x - before.x) * (behind.y - at.y);
    const int along = (at.y - before.y) * (behind.x - at.x);
    return across == along;
  };
  std::vector<MapPoint> ring;
  for (const MapPoint& corner : corners) {
    if (!ring.empty() && ring.back() == corner) continue;
    while (ring.size() >= 2 && says_nothing(ring[ring.size() - 2], ring.back(), corner))
      ring.pop_back();
    if (ring.empty() || ring.back() != corner) ring.push_back(corner);
  }
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  while (ring.size() >= least && says_nothing(ring[ring.size() - 2], ring.back(), ring.front()))
    ring.pop_back();
  if (ring.size() < least) return {};
  return ring;
}

}  // namespace billijk::io
