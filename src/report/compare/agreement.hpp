#pragma once

#include <string>
#include <vector>

#include "analysis/compare/comparison.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// What each case could be paid without loss and without air, and where two of them meet: from the
/// cost price of the second, who delivers, to the ceiling of the first, who pays.
///
/// `names` are those of the cases. It is seen only where there are pictures.
Figure agreement(const analysis::Comparison& comparison, const std::vector<std::string>& names,
                 const Format& format);

/// How two positions stand to each other, in a sentence.
std::string agreement_text(const analysis::Comparison& comparison,
                           const std::vector<std::string>& names, const Format& format);

/// "case A", "case B".
std::vector<std::string> names_of_cases(const analysis::Comparison& comparison, Language language);
/// "the municipality", "the provider".
std::vector<std::string> names_of_parties(Language language);

}  // namespace billijk::report
