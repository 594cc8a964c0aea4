#pragma once

#include <string>
#include <vector>

#include "report/format/chart.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A chart in characters, at most 78 columns wide.
std::vector<std::string> drawn(const Chart& chart, const Format& format);

/// A bar of a table in characters.
std::string drawn(const Bar& bar);

}  // namespace billijk::report
