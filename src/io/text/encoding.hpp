#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

bool is_ascii(std::string_view bytes);

/// Whether the bytes are UTF-8; with `cut`, a character may be cut off at their end.
bool is_utf_8(std::string_view bytes, bool cut);

/// What bytes that are no UTF-8 begin as, nothing when unknown.
std::optional<core::Phrase> kind_of_foreign(std::string_view bytes);

/// Windows-1252, which Excel still writes, as UTF-8.
std::string from_windows_1252(std::string_view bytes);

}  // namespace billijk::io
