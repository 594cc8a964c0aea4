#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/audit/audit_summary.hpp"

namespace billijk::analysis {

/// What an area of a map is called: the value of each of its properties.
using AreaNames = std::vector<std::pair<std::string, std::string>>;

/// The contracts of municipalities, by the areas of a map.
struct AreaJoin {
  std::string key;                               ///< the property by which they were found
  std::vector<std::optional<AuditTally>> areas;  ///< of each area; absent without a contract
  std::vector<std::pair<std::string, AuditTally>>
      beside;  ///< municipalities without an area; the name is empty where nobody is named
};

using Municipalities = std::map<std::string, AuditTally, std::less<>>;

/// Finds the area of each municipality by the property `key`; where that is empty by the one whose
/// values name most of them, the first of such. Names are compared without capitals. Nothing where
/// no area is found.
std::optional<AreaJoin> join_areas(const std::vector<AreaNames>& areas,
                                   const Municipalities& municipalities, std::string_view key);

/// The names of all properties, in the order in which they come.
std::vector<std::string> property_names(const std::vector<AreaNames>& areas);

/// The worst class there is a contract in; not judged where there is no other.
Standing worst_of(const AuditTally& tally, Scheme scheme);

}  // namespace billijk::analysis
