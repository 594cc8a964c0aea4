#pragma once

#include <map>
#include <string>
#include <string_view>

namespace billijk::report {

/// What stands after each key of a case, by its path, as it was written.
using StatedTexts = std::map<std::string, std::string, std::less<>>;

/// Reads a case that has one key a line, for its texts and not for its meaning. The keys of a table
/// in braces are keys of their own where people have words for them.
StatedTexts stated_in(std::string_view text);

}  // namespace billijk::report
