#pragma once

#include <string>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/case/input.hpp"
#include "core/case/keys.hpp"
#include "core/number/exact.hpp"

namespace billijk::core {

/// How often a profile has a module.
inline constexpr KeyFacts count_facts = limits(0, key_table::unlimited);
/// The part of the clients a profile is.
inline constexpr KeyFacts profile_share_facts{.path = "result.profiles.share",
                                              .unit = Unit::percent,
                                              .lowest = 0,
                                              .highest = 100,
                                              .above = true};

/// Clients who get the same modules. Units: the share %, norm hours per client per year.
struct Profile {
  std::string label;
  Input share;
  struct Module {
    std::string key;
    Input count;
    Position at;
  };
  std::vector<Module> modules;
  Position at;
  Exact norm_hours;  ///< worked out from the preset
};

/// [result]: what clients get, and so how many hours a result takes.
struct ResultNorm {
  std::string preset;  ///< of norm hours
  std::vector<Profile> profiles;
  Exact norm_hours;     ///< of their mix, worked out
  bool stated = false;  ///< whether the contract states norm hours itself, which then hold
};

}  // namespace billijk::core
