#pragma once

#include <optional>
#include <string_view>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// What of a TOML text is more than anybody writes, and where.
struct Excess {
  int line = 0;
  core::Phrase what = core::Phrase::syntax_too_deep;
};

/// Keys and values nested deeper than 100 parts, or more than 50,000 values: a parser would use
/// the stack for the former and the memory for the latter. Asked before the text is parsed, and of
/// any text: one that is no TOML has no excess either, or is refused for it.
std::optional<Excess> excess_of(std::string_view text);

}  // namespace billijk::io
