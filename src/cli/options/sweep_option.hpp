#pragma once

#include <string>
#include <vector>

#include "analysis/lever/sweep.hpp"

namespace billijk::cli {

/// Every `--sweep KEY=FROM:TO:STEP` of a run.
///
/// Errors: `sweep_form`; `unknown_key`, `not_movable`; `out_of_range` of an end; `sweep_twice` for
/// a
///         key again or a third one; `sweep_excludes`; `sweep_size` past 10,000 points.
core::Checked<std::vector<analysis::SweepAxis>> read_sweeps(const core::Calculation& calculation,
                                                            const std::vector<std::string>& texts);

}  // namespace billijk::cli
