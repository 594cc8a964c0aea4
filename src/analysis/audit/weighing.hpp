#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/rows/row_model.hpp"
#include "core/case/case.hpp"
#include "core/formula/evaluate.hpp"
#include "core/formula/numbers.hpp"

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
  void take(std::span<const RowCell> cells);

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
  /// What a candidate is: a number, a line of one's own, a share of the mix, a year of the index.
  enum class Kind : std::uint8_t { number, own, share, index };
  struct Candidate {
    Kind kind = Kind::number;
    std::size_t index = 0;
    std::string key;
  };
  template <class N>
  struct Bench {
    core::Numbers<N> numbers;
    core::Sheet<N> sheet;
    core::Recorder<N> record;
    std::optional<N> base;  ///< the cost price with nothing moved
  };

  void add(Kind kind, std::size_t index, std::string key, const core::Input& input);
  core::Decimal stated(const Candidate& candidate) const;
  bool moves(const Candidate& candidate, const core::Decimal& percent);
  template <class N>
  std::optional<bool> moves(Bench<N>& bench, const Candidate& candidate, bool up,
                            const core::Decimal& percent);
  template <class N>
  core::Trouble move(Bench<N>& bench, const Candidate& candidate, const core::Decimal& changed,
                     N& moved) const;
  template <class N>
  core::Trouble cost_of(Bench<N>& bench, const core::Ways& ways, N& cost) const;
  Bench<core::Exact>& exact();

  core::Resolved resolved_;
  core::Ways unrounded_;
  std::vector<core::Decimal> index_years_;  ///< [indexation] percent
  std::vector<Candidate> candidates_;
  std::vector<RowCell> cells_;
  Bench<core::Filtered> filtered_;
  std::optional<Bench<core::Exact>> exact_;
};

}  // namespace billijk::analysis
