#pragma once

#include <string>
#include <string_view>

namespace billijk::io {

/// Without what nobody sees at its ends: blanks, no-break spaces, characters without a width, and
/// the ="…" that keeps a spreadsheet from changing a text.
std::string_view trimmed_cell(std::string_view cell);

/// Without characters that have no width, wherever they stand.
std::string without_invisible(std::string_view text);

/// The same with spaces where there are spaces people do not see as such, and without control
/// characters; a tab stays.
std::string with_plain_spaces(std::string_view text);

/// "true" for true and waar, "false" for false and onwaar, as spreadsheets write them; others stay.
std::string flag_text(std::string_view text);

/// Whether the texts are the same but for the case of ordinary letters.
bool is_same_word(std::string_view one, std::string_view other);

}  // namespace billijk::io
