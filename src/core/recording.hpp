#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/derived.hpp"
#include "core/formula/evaluate.hpp"
#include "core/formula/formula.hpp"
#include "core/resolve.hpp"

namespace billijk::core {

/// A case as a formula: every figure of it an input, every line, total and boundary a step, with
/// the figures it was recorded with.
///
/// Words, dates and rows of presets decide which formula it is; numbers do not, but for a step of
/// the mix without hours, which the informal floor leaves out.
struct Recording {
  Formula formula;
  std::vector<Decimal> figures;  ///< in the order of the formula's inputs, as written
  Sheet<Symbol> sheet;
  std::vector<Exact> values;  ///< of the nodes, as far as it has been played
  Numbers<Symbol> numbers;

  /// Writes the index of each year, and the cost sheet.
  ///
  /// Without the years the index of an indexed case is a constant.
  Recording(const Resolved& resolved, std::span<const IndexYear> index_years);
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  /// The totals as [rounding] leaves them: "rounded.cost_price".
  void add_rounded(const Resolved& resolved);
  /// A tariff per hour, its distances to the boundaries, whether it lies beyond them, and its zone.
  ///
  /// Requires: the divisor the unit needs is above zero.
  void add_verdict(const Resolved& resolved, TariffUnit unit);
  /// Derived prices, each from the base it was worked out with, and the floor they are held to.
  void add_derived(const Resolved& resolved, const std::vector<DerivedFigure>& prices);

  /// Works out the nodes that have no value yet.
  ///
  /// Errors: false where there is nothing to compute.
  bool play();
  Sheet<Exact> sheet_played() const;

 private:
  Symbol input(const std::string& name, Unit unit, const Decimal& figure);
  Symbol rounded_total(const Resolved& resolved, Total total);

  Recorder<Symbol> record_{formula};
};

}  // namespace billijk::core
