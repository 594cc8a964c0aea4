#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace billijk::io {

/// The candidate a mistyped word most likely meant; empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace billijk::io
