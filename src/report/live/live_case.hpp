#pragma once

#include <string>
#include <vector>

#include "core/calculation.hpp"
#include "report/format/sections.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// How a page may be had again outside of it.
struct LiveOrigin {
  /// A setting of the command that made it: `hours.sickness`, what `--set` takes for it, and the
  /// line of a case file that says the same.
  struct Setting {
    std::string key;   ///< of the figure or word it changes
    std::string path;  ///< of the part of it that is set
    std::string value, line;
  };
  std::string command;                 ///< "check"
  std::vector<std::string> arguments;  ///< beside case and settings: --presets and its folder
  std::vector<Setting> settings;
};

/// A case as a page computes it again: the recorded formula, its figures with what may be set, the
/// places of lines and totals, and how all is rounded.
///
/// `weight`: the keys of the figures with a range, that which matters most first.
Record live_case(const core::Calculation& calculation, const std::vector<std::string>& weight,
                 const LiveOrigin& origin, Language language);

/// What a live page says, before its figures are filled in, and the signs of its numbers.
Record live_words(Language language);

}  // namespace billijk::report
