#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/rows/row_figures.hpp"
#include "core/calculation.hpp"
#include "core/case/rail_watch.hpp"
#include "core/case/row_cells.hpp"

namespace billijk::analysis {

/// What makes one look again at the rows of a case: as many warnings as `billijk check` gives of
/// the same figures, which of them are rails, and whether the verdict is provisional.
///
/// Most of it is the same in every row; what is not is looked at in numbers with a bound, and where
/// those do not tell, as for a single case.
/// Not for two threads at once: it keeps the numbers of the last row.
class RowDoubts {
 public:
  /// `cells` are those of a first row: all others have the same keys in the same order. The case
  /// and its presets outlive this.
  RowDoubts(const core::Case& subject, const core::Presets& presets,
            const core::Resolution& resolution, std::span<const core::RowCell> cells);

  /// Requires: the boundaries and the verdict of the row stand in its figures.
  void take(std::span<const core::RowCell> cells, RowFigures& figures);
  /// What is said of the rails of a row that was taken.
  core::Diagnostics rails_said(std::span<const core::RowCell> cells,
                               const RowFigures& figures) const;

 private:
  /// What depends on how the hourly wage of a row stands to the minimum wages of the period.
  struct OfWage {
    std::size_t warnings = 0;    ///< of the resolution, hours of an old minimum wage aside
    bool below_minimum = false;  ///< the rail of the minimum wage fires
    bool provisional = false;    ///< with no costs a year to spread over the volume
  };
  void take_resolution(const core::Case& subject);
  core::Rails case_rails(std::span<const core::RowCell> cells);
  core::Rails tariff_rails(std::span<const core::RowCell> cells, const RowFigures& figures);
  core::Exact per_hour(std::span<const core::RowCell> cells) const;
  std::size_t derived_too_low(std::span<const core::RowCell> cells,
                              const RowFigures& figures) const;
  bool lifts_own_ceiling(std::span<const core::RowCell> cells);

  const core::Case& subject_;
  const core::Presets& presets_;
  const core::Resolved& resolved_;
  core::SureBench bench_;
  core::RailWatch watch_;
  std::vector<std::size_t> watched_;  ///< cells a rail looks at
  /// Where the hourly wage is a cell: the nearest doubles, which differ where such decimals do.
  std::vector<double> minima_;
  std::vector<OfWage> by_wage_;        ///< by the minimum wages that one is not below
  std::size_t own_rails_ = 0;          ///< about own lines and wages of the mix
  std::size_t of_every_row_ = 0;       ///< warnings that no cell changes, beside those
  bool weak_volume_ = false;           ///< the volume is provisional where costs a year are spread
  bool old_minimum_ = false;           ///< a minimum wage of 36 hours a week is used
  std::optional<std::size_t> hourly_;  ///< the cells that have these keys
  std::optional<std::size_t> annual_;
  std::optional<std::size_t> hours_;
};

}  // namespace billijk::analysis
