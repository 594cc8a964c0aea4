#pragma once

#include <string>
#include <string_view>

#include "report/language/language.hpp"

namespace billijk::report {

/// A commented case file to fill in: the given case, which computes at once, with a word before
/// each of its tables and a contract to fill in behind them.
std::string starter_case(std::string_view text, Language language);

}  // namespace billijk::report
