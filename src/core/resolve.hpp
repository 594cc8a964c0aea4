#pragma once

#include <vector>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/preset.hpp"
#include "core/formula/numbers.hpp"
#include "core/index_series.hpp"

namespace billijk::core {

/// A preset that the period runs past: its last row is of an earlier calendar year, or a row is
/// used after the day its source vouches for.
struct Outrun {
  const Preset* preset = nullptr;
  std::optional<int> last_year;         ///< of its last row, when the period has a later one
  std::optional<Date> confirmed_until;  ///< else the day after which a row is used
};

/// A case with dates and presets worked out: what the formula takes, and what it came from.
struct Resolution {
  Resolved resolved;
  std::vector<UsedFigure> used;
  std::vector<IndexYear> index_years;
  std::vector<Outrun> outruns;
  Diagnostics warnings;
};

/// Works out dates and presets: for each day of the period the row in force (billijk-model(7),
/// "Resolution").
///
/// Requires: every preset the case names is in `presets`, of the right kind.
/// Errors:   a day no row covers, a step the scale does not know, indexation that does not fit.
Checked<Resolution> resolve(const Case& subject, const Presets& presets);

}  // namespace billijk::core
