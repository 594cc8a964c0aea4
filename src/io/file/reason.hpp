#pragma once

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// Why the system could not do something, as an argument of a finding: a phrase, or the number of
/// what has none.
using Reason = core::Argument;

/// Of an error number, `errno`.
Reason reason_of(int error);

}  // namespace billijk::io
