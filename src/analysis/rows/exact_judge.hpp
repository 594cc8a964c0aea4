#pragma once

#include <optional>
#include <vector>

#include "analysis/rows/row_figures.hpp"
#include "core/bench.hpp"
#include "core/formula/evaluate.hpp"

namespace billijk::analysis {

/// The verdict on a row in exact numbers, written into its figures.
class ExactJudge {
 public:
  /// `decimals`: of the boundaries.
  ExactJudge(int decimals, RowFigures& figures) : decimals_{decimals}, figures_{figures} {}

  void take_boundaries(const core::Boundaries& rounded);
  void take_lines(const core::Sheet<core::Exact>& sheet, const core::Ways& ways,
                  const std::vector<std::optional<std::size_t>>& places);
  /// What a verdict is given on.
  struct Offer {
    core::Exact per_hour;
    core::Exact volume;
    std::optional<core::Exact> fee;  ///< the share a lead provider keeps
  };
  void take_verdict(const Offer& offer, const core::Boundaries& rounded);
  /// Whether every figure so far is one an Amount holds.
  bool fits() const { return fits_; }

 private:
  void take_subcontractor(const Offer& offer, const core::Boundaries& rounded);
  void take_distance(const core::Judgement& judgement, const core::Exact& volume);
  std::optional<Amount> amount(const core::Exact& value, int decimals);

  int decimals_;
  RowFigures& figures_;
  bool fits_ = true;
};

}  // namespace billijk::analysis
