#pragma once

#include <map>
#include <string>
#include <string_view>

#include "report/language/language.hpp"

namespace billijk::report {

/// What stands after each key of a case, by its path, as it was written.
using StatedTexts = std::map<std::string, std::string, std::less<>>;

/// Reads a case that has one key a line, for its texts and not for its meaning. The keys of a table
/// in braces are keys of their own where people have words for them.
StatedTexts stated_in(std::string_view text);

/// The text of a language in place of each table of texts, `{ nl = "…", en = "…" }`: a case of
/// one's own is written for readers of one.
std::string in_language(std::string line, Language language);

}  // namespace billijk::report
