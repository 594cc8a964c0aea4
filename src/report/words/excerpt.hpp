#pragma once

#include <string>

#include "core/case/diagnostic.hpp"

namespace billijk::report {

/// The line a place is in and a caret under what it is about, in 80 columns; of a longer line the
/// stretch around that. Empty where there is no line to show.
std::string excerpt_of(const core::Position& at);

}  // namespace billijk::report
