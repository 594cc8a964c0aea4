#pragma once

#include <string>

#include "core/case/diagnostic.hpp"
#include "io/text/lines.hpp"

namespace billijk::io {

/// A syntax error in words people use, and the line to leave out, or to read as it is meant, so
/// that the next one shows.
struct SyntaxError {
  core::Diagnostic diagnostic;
  int blank_line = 0;
  std::string instead;  ///< the line as it is meant, where that is known
  int blank_to = 0;     ///< the last line to leave out, where it is another
};

/// Explains where a TOML parser stopped: a decimal comma, a date that does not exist, a key written
/// twice, something left open, too many digits; else what the parser said.
/// A line to write instead is proposed only where `is_toml` takes it.
SyntaxError explain_syntax(const Lines& lines, int line, int column, const std::string& said,
                           bool (*is_toml)(const std::string& text));

}  // namespace billijk::io
