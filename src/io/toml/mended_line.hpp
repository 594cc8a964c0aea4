#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// A line that is no TOML, and what its writer will have meant by it.
struct MendedLine {
  core::Phrase why = core::Phrase::syntax_unread;  ///< what is wrong with it
  core::Arguments arguments;                       ///< of that phrase
  std::size_t at = 0;                              ///< the byte where it goes wrong
  std::string line;   ///< the line to write; empty where nobody can know
  std::string other;  ///< a second reading of it
};

/// Mends what people write in the place of a figure, a day, a text or a key: quotes of a word
/// processor, € 5, 2 %, 36 uur, .5, 1.248.000, 1 januari 2026, a bare word, a \ in a path, a colon
/// for the equals sign; and recognizes a pasted table.
///
/// Nothing when every part of the line is as TOML has it, or nobody can say what is meant.
std::optional<MendedLine> mended_line(std::string_view line);

}  // namespace billijk::io
