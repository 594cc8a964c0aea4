#include "cli/audit/audit_map.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"
#include "io/file/digest.hpp"

namespace billijk::cli {
namespace {

/// What an area is called by people: of the names that CBS, PDOK and others give one, the first it
/// has; else what it is found by.
std::string shown_name(const analysis::AreaNames& names, const std::string& key) {
  constexpr std::array<std::string_view, 7> words{"statnaam", "gemeentenaam", "gm_naam",     "naam",
                                                  "name",     "gemeente",     "municipality"};
  const auto value_of = [&](std::string_view word) -> const std::string* {
    const auto found = std::ranges::find_if(
        names, [&](const auto& name) { return core::lower(name.first) == word; });
    return found == names.end() ? nullptr : &found->second;
  };
  for (const std::string_view word : words) {
    if (const std::string* const value = value_of(word)) return *value;
  }
  const std::string* const value = value_of(core::lower(key));
  return value == nullptr ? std::string{} : *value;
}

/// Some of the properties there are, for a hint.
std::string keys_of(const std::vector<analysis::AreaNames>& areas) {
  constexpr std::size_t most = 8;
  std::string keys;
  const std::vector<std::string> names = analysis::property_names(areas);
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
    keys += (keys.empty() ? "" : ", ") + names[i];
  return keys + (names.size() > most ? ", …" : "");
}

}  // namespace

core::Checked<io::AreaMap> read_map(const AuditArgs& args, const World& world,
                                    AuditSources& sources) {
  const core::Checked<io::Reading::Text> text = world.reading.text(args.map);
  if (!text) return tl::unexpected{text.error()};
  sources.add_input(args.map, io::sha256((*text)->text));
  return io::read_geojson(*text);
}

core::Checked<report::AuditMap> joined_map(const io::AreaMap& map, const AuditArgs& args,
                                           const analysis::AuditSummary& summary) {
  std::vector<analysis::AreaNames> names;
  names.reserve(map.areas.size());
  for (const io::MapArea& area : map.areas) names.push_back(area.names);
  std::optional<analysis::AreaJoin> join =
      join_areas(names, summary.municipalities(), args.map_key);
  if (!join) {
    const std::string key = args.map_key.empty() ? std::string{} : " \"" + args.map_key + '"';
    return core::refused(
        core::finding(core::Code::map_unjoined, {}, "--map",
                      {{"file", args.map}, {"key", key}, {"keys", keys_of(names)}}));
  }
  report::AuditMap placed{.drawn = {.width = map.width, .height = map.height, .shapes = {}},
                          .join = std::move(*join)};
  for (const io::MapArea& area : map.areas) {
    report::Map::Shape& shape = placed.drawn.shapes.emplace_back(
        report::Map::Shape{.name = shown_name(area.names, placed.join.key), .rings = {}});
    for (const std::vector<io::MapPoint>& ring : area.rings) {
      std::vector<report::Map::Point>& corners = shape.rings.emplace_back();
      for (const io::MapPoint& corner : ring) corners.push_back({corner.x, corner.y});
    }
  }
  return placed;
}

}  // namespace billijk::cli
