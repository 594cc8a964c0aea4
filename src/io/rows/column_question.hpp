#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace billijk::io {

/// What people put above their columns, in small letters, and the key that is.
using ColumnWords = std::span<const std::pair<std::string_view, std::string_view>>;

/// The key a carried column may have been meant for: one of the words, or one its name is near to.
/// Empty when nothing suggests itself. It is only ever asked about.
std::string key_meant_by(std::string_view column, ColumnWords words);

}  // namespace billijk::io
