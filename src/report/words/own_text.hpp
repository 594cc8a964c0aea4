#pragma once

#include <string_view>

namespace billijk::report {

/// Whether two texts begin as reports for people do: each with a sentence of this program, in
/// whatever language; or one of their first two paragraphs with the same sentence, whatever figures
/// stand in it. Markdown may have a # before it.
bool begin_as_one_report(std::string_view one, std::string_view other);

}  // namespace billijk::report
