#pragma once

#include <cstddef>
#include <string_view>

namespace billijk::core {

/// The first byte that is no part of well-formed UTF-8, or the size of the text.
std::size_t valid_utf8_prefix(std::string_view text);

}  // namespace billijk::core
