#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calculation.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {

/// The label of a line: the language's own for a built-in one, the case's for its own.
std::string label_of(const core::SheetLine& line, Language language);
std::string label_of(core::Total total, Language language);
std::string label_of(core::Element element, Language language);
std::string label_of(core::Zone zone, Language language);
std::string label_of(core::Grade grade, Language language);

/// "per hour", "per client per year".
std::string label_of(core::TariffUnit unit, Language language);

/// "hours per year"; empty for none.
std::string_view unit_text(core::Unit unit, Language language);

/// How a figure is founded: "measured; source; note".
std::string founded_text(const core::Input& input, Language language);

/// "a, b, c".
std::string joined(const std::vector<std::string>& words);

/// "a, b and c".
std::string listed(std::vector<std::string> words, Language language);

}  // namespace billijk::report
