#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/case/preset.hpp"
#include "core/formula/symbol.hpp"

namespace billijk::core {

/// The index of one year and the figures it came from.
///
/// Units: shares (0.0496 for 4.96 %).
struct IndexYear {
  int year = 0;
  Exact index;
  Formula formula;                ///< of percentages; its last node is the index
  std::vector<Decimal> percents;  ///< the figures it asks for, in its order
  std::vector<UsedFigure> used;   ///< of a series

  /// A percentage in the formula.
  Symbol input(const std::string& name, const Decimal& percent);
  /// Names the index, and works it out.
  void give(const Symbol& symbol);
};

/// A figure that the index of a year needs and no row has.
struct MissingFigure {
  int year = 0;
  std::string name;
};

/// A year of an index series (billijk-model(7), "Index series").
///
/// Formula: sum of weight x provisional (or the only) figure of the year, plus the catch-up of the
///          year before: definitive - provisional, or (1 + definitive) / (1 + provisional) - 1. By
///          compound: sum of weight x ((1 + provisional) x (1 + definitive of the year before) /
///          (1 + provisional of the year before) - 1).
/// Errors:  each figure the formula needs and no row has.
tl::expected<IndexYear, std::vector<MissingFigure>> index_of_year(const Preset& series, int year,
                                                                  std::optional<CatchUp> catch_up);

/// Calendar years, both inclusive; none when `last` lies before `first`.
struct YearSpan {
  int first = 0;
  int last = 0;
};

/// The index of each of these years.
///
/// Errors: one `index_missing`, at no place, with all the years the series has no index for.
Checked<std::vector<IndexYear>> index_of_years(const Preset& series, YearSpan years,
                                               std::optional<CatchUp> catch_up);

/// Findings about a series as a whole: two rows in one year, weights that do not sum to 100.
Diagnostics check_series(const Preset& series);

}  // namespace billijk::core
