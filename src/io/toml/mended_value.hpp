#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// Whether a value is one TOML takes; of lists and tables what is in them is not looked at.
bool is_value(std::string_view value);

/// What to write for a value that is none, and why.
struct MendedValue {
  core::Phrase why = core::Phrase::syntax_unread;
  core::Arguments arguments;  ///< of that phrase
  std::string text;
  std::string other;  ///< a second reading
};

/// What is meant by a value: a text in quotes of a word processor, a figure with a unit beside it,
/// a day as people write it, yes and no, a bare word.
///
/// Nothing when nobody can say.
std::optional<MendedValue> mended_value(std::string_view value);

}  // namespace billijk::io
