#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/rows/row_model.hpp"
#include "core/bench.hpp"
#include "core/case/case.hpp"

namespace billijk::analysis {

/// How far the cost price of a case follows its inputs, and what of it is labour.
///
/// In filtered numbers wherever those are certain, else exact: the answers are those of exact
/// arithmetic. Not for two threads at once: it keeps its figures between rows.
class Weighing {
 public:
  /// `replaced` are the numbers that rows state themselves: such a number has no source.
  Weighing(const core::Case& subject, const core::Resolved& resolved,
           std::span<const core::Key> replaced);

  /// Takes the numbers of a row; those of the case until then. Requires: always the same keys.
  void take(std::span<const core::RowCell> cells);

  /// The inputs without a source that move the cost price by `percent` % or more when one of them
  /// becomes a tenth larger or smaller, as far as its limits let it; a share of the mix is made up
  /// for by the others. What can no longer be computed counts as moved.
  std::vector<std::string> unsourced(const core::Decimal& percent);

  /// Elements a and c and travel time, in % of a tariff above zero, half_up to 2 decimals; nothing
  /// with a given cost price.
  std::optional<core::Exact> labour_percent(const core::Exact& tariff);

  /// Whether a number enters the cost price at all: those of the contract mostly do not.
  static bool moves_cost(core::Key key);

 private:
  /// A figure without a source, and what the case states there.
  struct Candidate {
    core::Slot slot;
    std::string key;
    core::Decimal stated;
  };
  template <class N>
  struct Scale {
    core::Bench<N> bench;
    std::optional<N> base = {};  ///< the cost price with nothing moved
  };

  core::Decimal stated(const Candidate& candidate) const;
  bool moves(const Candidate& candidate, const core::Decimal& percent);
  template <class N>
  std::optional<bool> moves(Scale<N>& scale, const Candidate& candidate, bool up,
                            const core::Decimal& percent) const;
  template <class N>
  core::Trouble move(core::Bench<N>& bench, const Candidate& candidate, bool up) const;
  template <class N>
  void set_share(core::Bench<N>& bench, const Candidate& candidate, const core::Decimal& to) const;
  Scale<core::Exact>& exact();

  core::Resolved resolved_;
  std::vector<Candidate> candidates_;
  std::vector<core::RowCell> cells_;
  Scale<core::Filtered> filtered_;
  std::optional<Scale<core::Exact>> exact_;
};

}  // namespace billijk::analysis
