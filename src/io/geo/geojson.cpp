#include "io/geo/geojson.hpp"

#include <jansson.h>

#include <cstdlib>
#include <optional>

#include "io/geo/map_grid.hpp"

namespace billijk::io {
namespace {

struct Release {
  void operator()(json_t* value) const { json_decref(value); }
};
using Json = std::unique_ptr<json_t, Release>;

using Corners = std::vector<GeoPoint>;

/// Whether a text holds no more than may be read, which is known before any of it is kept.
bool is_small(std::string_view text) {
  std::size_t values = 0;
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') quoted = !quoted;
    if (quoted) {
      if (c == '\\') ++i;
      continue;
    }
    const bool opens = c == '[' || c == '{';
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (opens && ++depth > deepest_map) return false;
    if ((opens || c == ',') && ++values > most_map_values) return false;
  }
  return true;
}

std::string_view text_of(const json_t* value) {
  if (!json_is_string(value)) return {};
  return {json_string_value(value), json_string_length(value)};
}

/// The members that may name an area.
std::vector<std::pair<std::string, std::string>> names_of(json_t* properties) {
  std::vector<std::pair<std::string, std::string>> names;
  for (void* member = json_object_iter(properties); member != nullptr;
       member = json_object_iter_next(properties, member)) {
    const json_t* const value = json_object_iter_value(member);
    if (json_is_string(value)) names.emplace_back(json_object_iter_key(member), text_of(value));
    if (json_is_integer(value))
      names.emplace_back(json_object_iter_key(member), std::to_string(json_integer_value(value)));
  }
  return names;
}

class GeoJson {
 public:
  /// What is missing or wrong; nothing where it could be read.
  std::optional<std::string_view> read(const json_t* root) {
    if (text_of(json_object_get(root, "type")) != "FeatureCollection")
      return R"("type": "FeatureCollection")";
    const json_t* const features = json_object_get(root, "features");
    if (!json_is_array(features)) return "features";
    for (std::size_t i = 0; i < json_array_size(features); ++i) {
      if (!take(json_array_get(features, i))) return "coordinates";
    }
    grid_ = MapGrid::around(corners_);
    if (corners_.empty()) return "Polygon, MultiPolygon";
    if (!grid_) return "coordinates (WGS84, RD)";
    return std::nullopt;
  }
  bool has_too_many() const { return corners_.size() > most_map_points; }

  AreaMap drawn() {
    AreaMap map{.width = grid_->width(), .height = grid_->height(), .areas = {}};
    std::size_t ring = 0;
    std::size_t corner = 0;
    for (Area& area : areas_) {
      MapArea& one = map.areas.emplace_back();
      one.names = std::move(area.names);
      MapPoint first;
      for (std::size_t i = 0; i < area.rings; ++i, ++ring) {
        std::vector<MapPoint> places;
        for (const std::size_t end = ring_ends_[ring]; corner < end; ++corner)
          places.push_back(grid_->place(corners_[corner]));
        if (i == 0 && !places.empty()) first = places.front();
        if (places = plain_ring(places); !places.empty()) one.rings.push_back(std::move(places));
      }
      // What is smaller than a place of the drawing is seen all the same.
      if (area.rings > 0 && one.rings.empty())
        one.rings.push_back(
            {first, {first.x + 1, first.y}, {first.x + 1, first.y + 1}, {first.x, first.y + 1}});
    }
    return map;
  }

 private:
  struct Area {
    std::vector<std::pair<std::string, std::string>> names;
    std::size_t rings = 0;
  };

  bool take(const json_t* feature) {
    Area& area = areas_.emplace_back();
    area.names = names_of(json_object_get(feature, "properties"));
    const json_t* const geometry = json_object_get(feature, "geometry");
    const std::string_view type = text_of(json_object_get(geometry, "type"));
    const json_t* const coordinates = json_object_get(geometry, "coordinates");
    const std::size_t rings = ring_ends_.size();
    bool is_read = true;
    if (type == "Polygon") is_read = take_polygon(coordinates);
    if (type == "MultiPolygon") {
      is_read = json_is_array(coordinates);
      for (std::size_t i = 0; is_read && i < json_array_size(coordinates); ++i)
        is_read = take_polygon(json_array_get(coordinates, i));
    }
    area.rings = ring_ends_.size() - rings;
    return is_read;
  }
  bool take_polygon(const json_t* rings) {
    if (!json_is_array(rings)) return false;
    for (std::size_t i = 0; i < json_array_size(rings); ++i) {
      if (!take_ring(json_array_get(rings, i))) return false;
    }
    return true;
  }
  bool take_ring(const json_t* ring) {
    if (!json_is_array(ring)) return false;
    for (std::size_t i = 0; i < json_array_size(ring); ++i) {
      const json_t* const corner = json_array_get(ring, i);
      const json_t* const x = json_array_get(corner, 0);
      const json_t* const y = json_array_get(corner, 1);
      if (!json_is_number(x) || !json_is_number(y)) return false;
      corners_.push_back({json_number_value(x), json_number_value(y)});
    }
    ring_ends_.push_back(corners_.size());
    return true;
  }

  std::vector<Area> areas_;
  std::vector<std::size_t> ring_ends_;  ///< of each, behind its last corner
  Corners corners_;
  std::optional<MapGrid> grid_;
};

}  // namespace

core::Checked<AreaMap> read_geojson(const std::shared_ptr<const core::SourceText>& source) {
  const auto refused = [&](core::Code code, std::string what) {
    return core::refused(core::finding(code, {.source = source}, {},
                                       {{"file", source->name}, {"what", std::move(what)}}));
  };
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::string_view text = source->text;
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  if (!is_small(text)) return refused(core::Code::map_too_large, {});
  const Json json{json_loadb(text.data(), text.size(), 0, nullptr)};
  if (!json_is_object(json.get())) return refused(core::Code::map_form, "JSON");
  GeoJson map;
  const std::optional<std::string_view> wrong = map.read(json.get());
  if (map.has_too_many()) return refused(core::Code::map_too_large, {});
  if (wrong) return refused(core::Code::map_form, std::string{*wrong});
  return map.drawn();
}

}  // namespace billijk::io
