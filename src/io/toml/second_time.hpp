#pragma once

#include "core/case/diagnostic.hpp"
#include "io/text/lines.hpp"

namespace billijk::io {

/// What a line states a second time: the key or table, the line that stated it first, and what to
/// write where the two are not the same (a value, and a part of it).
///
/// Errors: `duplicate_key`, or `two_forms` where one of the two is a part of the other.
core::Diagnostic second_time(const Lines& lines, int line);

}  // namespace billijk::io
