#pragma once

#include <string>
#include <string_view>

namespace billijk::io {

/// The key a carried column may have been meant for: one its name is near to, or the Dutch word
/// for. Empty when nothing suggests itself. It is only ever asked about.
std::string key_meant_by(std::string_view column);

}  // namespace billijk::io
