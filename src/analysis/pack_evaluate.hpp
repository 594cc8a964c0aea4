#pragma once

#include "analysis/filtered_pack.hpp"
#include "core/evaluate.hpp"

namespace billijk::analysis {

/// `core::evaluate` for four rows at once.
core::Trouble evaluate_pack(const core::Numbers<FilteredPack>& numbers, const core::Basis& basis, core::Sheet<FilteredPack>& sheet);

}  // namespace billijk::analysis
