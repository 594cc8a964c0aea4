#include "analysis/audit/area_join.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include "core/number/unicode.hpp"
#include "core/number/utf8.hpp"

namespace billijk::analysis {
namespace {

std::string folded(std::string_view name) { return core::lower(core::comparable_name(name)); }

/// Municipalities by their name without capitals, with the name as it was first written.
using Known = std::map<std::string, std::pair<std::string, AuditTally>, std::less<>>;

Known known_of(const Municipalities& municipalities) {
  Known known;
  for (const auto& [name, tally] : municipalities) {
    const auto [one, is_new] = known.try_emplace(folded(name), name, tally);
    if (!is_new) one->second.second.add(tally);
  }
  return known;
}

Known::const_iterator found_by(const Known& known, const std::string& value) {
  return value.empty() ? known.end() : known.find(folded(value));
}

/// The property whose values name most municipalities; empty where none names any.
std::string best_key(const std::vector<AreaNames>& areas, const Known& known) {
  std::map<std::string, std::set<std::string_view>, std::less<>> named;
  for (const AreaNames& area : areas) {
    for (const auto& [key, value] : area) {
      if (const auto found = found_by(known, value); found != known.end())
        named[key].insert(found->first);
    }
  }
  std::string best;
  std::size_t most = 0;
  for (const std::string& key : property_names(areas)) {
    const auto found = named.find(key);
    if (found == named.end() || found->second.size() <= most) continue;
    most = found->second.size();
    best = key;
  }
  return best;
}

}  // namespace

std::vector<std::string> property_names(const std::vector<AreaNames>& areas) {
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  for (const AreaNames& area : areas) {
    for (const auto& [key, value] : area) {
      if (seen.insert(key).second) names.push_back(key);
    }
  }
  return names;
}

std::optional<AreaJoin> join_areas(const std::vector<AreaNames>& areas,
                                   const Municipalities& municipalities, std::string_view key) {
  const Known known = known_of(municipalities);
  AreaJoin join{
      .key = key.empty() ? best_key(areas, known) : std::string{key}, .areas = {}, .beside = {}};
  std::set<std::string_view> joined;
  for (const AreaNames& area : areas) {
    std::optional<AuditTally>& tally = join.areas.emplace_back();
    const auto named = std::ranges::find(area, join.key, &AreaNames::value_type::first);
    if (named == area.end()) continue;
    const auto found = found_by(known, named->second);
    if (found == known.end()) continue;
    tally = found->second.second;
    joined.insert(found->first);
  }
  if (joined.empty()) return std::nullopt;
  for (const auto& [name, one] : known) {
    if (!joined.contains(name)) join.beside.push_back(one);
  }
  return join;
}

Standing worst_of(const AuditTally& tally, Scheme scheme) {
  for (const Standing standing : standings_of(scheme) | std::views::reverse) {
    if (tally.in(standing) > 0) return standing;
  }
  return Standing::not_judged;
}

}  // namespace billijk::analysis
