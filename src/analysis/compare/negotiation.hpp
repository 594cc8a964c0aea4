#pragma once

#include <optional>
#include <vector>

#include "analysis/compare/comparison.hpp"

namespace billijk::analysis {

/// One of the differences between two parties, and what each has for it.
struct PartyDifference {
  const BridgeEffect* effect = nullptr;
  std::vector<const ComparedInput*> inputs;  ///< those that differ and are part of it
};

/// A difference in which one party has a figure that was measured or has a source, and the other
/// none of its own: it says nothing, or has a placeholder. There is nothing to trade.
struct FoundedFigure {
  const PartyDifference* difference = nullptr;
  std::size_t party = 0;  ///< whose figure it is: 0 or 1
  bool measured = false;  ///< else it has a source
};

/// Two concessions against each other: the first party takes over the second's figure of one
/// difference, the second party the first's of another.
struct Trade {
  const PartyDifference* first_gives = nullptr;
  const PartyDifference* second_gives = nullptr;  ///< worth at least as much
  core::Exact balance;  ///< what the second gives more. Units: EUR per hour
  /// Where the second's figure may stop for the trade to be even, in proportion; for one number
  /// only.
  std::optional<core::Exact> even;
};

/// What two parties have to talk about: the first asks for the hours, the second delivers them.
struct Negotiation {
  std::vector<const ComparedInput*> agreed;  ///< inputs both have, with the same value
  std::vector<PartyDifference> differences;  ///< the largest first, all of them
  std::vector<FoundedFigure> founded;
  std::vector<Trade> trades;  ///< of what can be negotiated: no fact, no wage, no law
  std::vector<const PartyDifference*> other_way;  ///< differences that go against the whole of it
  core::Exact from;                               ///< the second's cost price, rounded
  core::Exact to;                                 ///< the first's ceiling, rounded

  /// Whether a tariff both can live with exists.
  bool has_zone() const { return from <= to; }
};

/// The differences a brief names one by one.
inline constexpr std::size_t differences_named = 5;

/// Whether a change is for parties to agree on: overhead, margin, training, meetings, obligations,
/// the norms of travel, fees and band. Wages, sickness, hours and the part-time factor are what
/// they are.
bool is_negotiable(std::string_view change);

/// Requires: a comparison of two cases, which outlives the negotiation.
Negotiation negotiation_of(const Comparison& comparison);

}  // namespace billijk::analysis
