#pragma once

#include "analysis/filtered_pack.hpp"
#include "core/evaluate.hpp"

namespace billijk::analysis {

/// The totals of `core::evaluate` for four rows at once.
core::Trouble evaluate_pack(const core::Numbers<FilteredPack>& numbers, const core::Basis& basis, core::Totals<FilteredPack>& totals);

}  // namespace billijk::analysis
