#pragma once

#include <string>
#include <vector>

#include "analysis/compare/comparison.hpp"
#include "analysis/compare/negotiation.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// What a comparison shows.
struct CompareView {
  const analysis::Comparison& comparison;
  const analysis::Negotiation* negotiation = nullptr;  ///< with --brief
  bool notes = true;                                   ///< not with --public
};

/// The report of `compare`: the difference, the bridge, and everything side by side.
Document compare_document(const CompareView& view, const Format& format);

/// One page for the table.
///
/// Requires: a negotiation.
Document brief_document(const CompareView& view, const Format& format);

/// "billijk/compare/1"; a row a figure of a case: section, key, case, label, value, rounded,
/// per_year, standard_error, unit.
Sections compare_sections(const CompareView& view, const Program& program, Language language);

/// What a value rests on: "measured; source; note", or that it was taken.
std::string ground_text(const CompareView& view, const analysis::ComparedValue& value,
                        Language language);

/// The inputs of a case that are graded assumed or placeholder, of those that it rests on.
std::vector<std::string> assumptions_of(const core::Calculation& calculation);

/// The differing inputs, numbers and words apart.
std::vector<const analysis::ComparedInput*> differing_inputs(
    const analysis::Comparison& comparison);

}  // namespace billijk::report
