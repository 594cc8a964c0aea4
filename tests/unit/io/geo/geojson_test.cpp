#include "io/geo/geojson.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

/// A file of features, each an area.
std::string file_of(const std::string& features) {
  return R"({"type": "FeatureCollection", "features": [)" + features + "]}";
}
std::string area_of(const std::string& properties, const std::string& type,
                    const std::string& coordinates) {
  return R"({"type": "Feature", "properties": )" + properties + R"(, "geometry": {"type": ")" +
         type + R"(", "coordinates": )" + coordinates + "}}";
}
/// A rectangle between two corners.
std::string ring_of(const std::string& west, const std::string& south, const std::string& east,
                    const std::string& north) {
  const auto corner = [](const std::string& x, const std::string& y) {
    return '[' + x + ',' + y + ']';
  };
  return '[' + corner(west, south) + ',' + corner(east, south) + ',' + corner(east, north) + ',' +
         corner(west, north) + ',' + corner(west, south) + ']';
}
const std::string square = ring_of("100000", "480000", "110000", "490000");

/// Rings as text: "0,800 800,800 …; …".
std::string rings_of(const MapArea& area) {
  std::string text;
  for (const std::vector<MapPoint>& ring : area.rings) {
    if (!text.empty()) text += "; ";
    for (std::size_t i = 0; i < ring.size(); ++i)
      text += (i == 0 ? "" : " ") + std::to_string(ring[i].x) + ',' + std::to_string(ring[i].y);
  }
  return text;
}
AreaMap map_of(const std::string& text) {
  core::Checked<AreaMap> read = read_geojson(tests::source(text));
  if (!read) throw std::runtime_error{tests::summary(read.error())};
  return std::move(*read);
}
/// What is said of a file that is no map: "E162 coordinates".
std::string refused(const std::string& text) {
  const core::Checked<AreaMap> read = read_geojson(tests::source(text));
  if (read) return "a map";
  const core::Diagnostic& found = read.error().front();
  return std::string{name_of(found.code)} + ' ' +
         std::get<std::string>(found.arguments.at(1).second);
}

}  // namespace

TEST_CASE("areas are drawn with the north up, the longest side 800 places") {
  const AreaMap map =
      map_of(file_of(area_of(R"({"naam": "A", "code": 7, "water": 0.5, "deel": null})", "Polygon",
                             '[' + square + ']') +
                     ',' +
                     area_of(R"({"naam": "B"})", "MultiPolygon",
                             "[[" + ring_of("110000", "480000", "120000", "490000") + "]]")));
  CHECK(map.width == 800);
  CHECK(map.height == 400);
  REQUIRE(map.areas.size() == 2);
  CHECK(rings_of(map.areas[0]) == "0,400 400,400 400,0 0,0");
  CHECK(rings_of(map.areas[1]) == "400,400 800,400 800,0 400,0");
  using Names = std::vector<std::pair<std::string, std::string>>;
  CHECK(map.areas[0].names == Names{{"naam", "A"}, {"code", "7"}});
}

TEST_CASE("degrees east are narrower than degrees north, on one scale") {
  // At 60 degrees a degree east is half of one north.
  const AreaMap map =
      map_of(file_of(area_of("{}", "Polygon", '[' + ring_of("4", "59.5", "5", "60.5") + ']')));
  CHECK(map.width == 400);
  CHECK(map.height == 800);
}

TEST_CASE("corners on one place are one, and neighbours keep their border") {
  const std::string west =
      "[[[0,300000],[80000,300000],[80000,340000.3],[80049,360000],[80000,380000],[0,380000],[0,"
      "300000]]]";
  const std::string east =
      "[[[80000,300000],[160000,300000],[160000,380000],[80000,380000],[80049,360000],[80000,"
      "340000.3],[80000,300000]]]";
  const AreaMap map =
      map_of(file_of(area_of("{}", "Polygon", west) + ',' + area_of("{}", "Polygon", east)));
  CHECK(rings_of(map.areas[0]) == "0,400 400,400 400,0 0,0");
  CHECK(rings_of(map.areas[1]) == "400,400 800,400 800,0 400,0");
}

TEST_CASE("a hole is a ring of its own; an area too small to draw is seen all the same") {
  const AreaMap map = map_of(file_of(
      area_of("{}", "Polygon",
              '[' + square + ',' + ring_of("102500", "482500", "105000", "485000") + ']') +
      ',' + area_of("{}", "Polygon", "[[[105001,485001],[105002,485001],[105002,485002]]]") + ',' +
      area_of("{}", "Point", "[4.6,52.4]") + R"(,{"geometry": null}, 7)"));
  CHECK(rings_of(map.areas[0]) == "0,800 800,800 800,0 0,0; 200,600 400,600 400,400 200,400");
  CHECK(rings_of(map.areas[1]) == "400,400 401,400 401,401 400,401");
  CHECK(map.areas[2].rings.empty());
  CHECK(map.areas[4].rings.empty());
}

TEST_CASE("what is no map says what it lacks") {
  const auto drawn = [](const std::string& coordinates) {
    return refused(file_of(area_of("{}", "Polygon", coordinates)));
  };
  CHECK(refused("") == "E162 JSON");
  CHECK(refused("[]") == "E162 JSON");
  CHECK(refused("{\"type\": \"FeatureCollection\"") == "E162 JSON");
  CHECK(refused("{}") == R"(E162 "type": "FeatureCollection")");
  CHECK(refused(R"({"type": "FeatureCollection", "features": 1})") == "E162 features");
  CHECK(refused(file_of("")) == "E162 Polygon, MultiPolygon");
  CHECK(refused(file_of(area_of("{}", "Point", "[4,52]"))) == "E162 Polygon, MultiPolygon");
  for (const char* coordinates :
       {"1", "[1]", "[[1]]", "[[[1]]]", R"([[["4", "52"]]])", "[[[4, null]]]", "{}"})
    CHECK(drawn(coordinates) == "E162 coordinates");
  CHECK(refused(file_of(area_of("{}", "MultiPolygon", "7"))) == "E162 coordinates");
  // Neither degrees nor metres of the grid.
  CHECK(drawn("[[[4, 52], [5, 52], [155000, 463000]]]") == "E162 coordinates (WGS84, RD)");
  CHECK(drawn("[[[155000, 463000], [155001, 463000], [155001, 700000]]]") ==
        "E162 coordinates (WGS84, RD)");
  CHECK(drawn("[[[4, 90], [5, 90], [5, 91]]]") == "E162 coordinates (WGS84, RD)");
}

TEST_CASE("a mark of the encoding and words with brackets are no matter") {
  const std::string text =
      file_of(area_of(R"({"naam": "[[\"{{", "deel": "\\"})", "Polygon", '[' + square + ']'));
  CHECK(map_of("\xEF\xBB\xBF" + text).areas.front().names.front().second == "[[\"{{");
}

TEST_CASE("a file beyond what a page needs is refused before it takes memory") {
  const std::string deep(deepest_map + 1, '[');
  CHECK(refused(deep + std::string(deepest_map + 1, ']')) == "E163 ");
  CHECK(refused(std::string(deepest_map, '[') + std::string(deepest_map, ']')) == "E162 JSON");
  CHECK(refused('[' + std::string(most_map_values, ',') + ']') == "E163 ");
}

}  // namespace billijk::io
