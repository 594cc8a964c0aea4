#pragma once

#include <string>
#include <string_view>

namespace billijk::core {

/// The Dutch name of the last part of a path, "ziekteverzuim" of "hours.sickness"; empty where
/// there is none.
std::string_view alias_of(std::string_view path);

/// The path in English: "uren.ziekteverzuim" is "hours.sickness", and so is "ziekteverzuim" alone.
/// What is no name of anything stays.
std::string english_path(std::string_view path);

/// The key a word names by itself, whatever its capitals; empty for every other.
std::string_view key_named(std::string_view word);

/// The part of a path under `table`, or of a number when that is one: "sickness" of "ziekteverzuim"
/// under "hours"; the name itself where it is none.
std::string_view english_part(std::string_view table, std::string_view name, bool of_number);

/// The word of a choice, "published" of "gepubliceerd"; any other stays.
std::string_view english_word(std::string_view word);
/// The Dutch for a word of a choice; empty where there is none.
std::string_view alias_of_word(std::string_view word);

}  // namespace billijk::core
