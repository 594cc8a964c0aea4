#include "analysis/audit/area_join.hpp"
#include "fuzz/fuzz.hpp"
#include "io/geo/geojson.hpp"

using namespace billijk;

/// A map: what is drawn of it lies on the drawing, and its areas may be joined by what they are
/// called.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const core::Checked<io::AreaMap> map =
      io::read_geojson(fuzz::source_of(fuzz::as_text(data, size)));
  if (!map) {
    fuzz::check_findings(map.error());
    return 0;
  }
  fuzz::require(map->width >= 1 && map->width <= io::map_extent);
  fuzz::require(map->height >= 1 && map->height <= io::map_extent);
  std::vector<analysis::AreaNames> names;
  for (const io::MapArea& area : map->areas) {
    names.push_back(area.names);
    for (const std::vector<io::MapPoint>& ring : area.rings) {
      fuzz::require(ring.size() >= 3);
      // What is too small to be drawn may stand one place outside.
      for (const io::MapPoint& corner : ring)
        fuzz::require(corner.x >= 0 && corner.x <= map->width + 1 && corner.y >= 0 &&
                      corner.y <= map->height + 1);
    }
  }
  analysis::Municipalities municipalities;
  if (!names.empty() && !names.front().empty())
    municipalities[names.front().front().second].add(analysis::AuditedContract{});
  const std::optional<analysis::AreaJoin> join = join_areas(names, municipalities, {});
  if (join) fuzz::require(join->areas.size() == map->areas.size());
  return 0;
}
