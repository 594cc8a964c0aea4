#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/format/chart.hpp"

namespace billijk::report {

/// The word of a shade in names of classes and patterns: "good".
std::string_view word_of(Shade shade);

/// The patterns and signs of all shades, which drawings of a page refer to: once in a page.
std::string shade_definitions();
/// Whether a chart refers to them.
bool has_shades(const Chart& chart);

/// Signs and words of the shades, as a legend takes them; `kind`: "g-" of areas, "s-" of signs.
std::vector<std::pair<std::string, std::string>> shaded(
    std::string_view kind, const std::vector<std::pair<Shade, std::string>>& classes);

}  // namespace billijk::report
