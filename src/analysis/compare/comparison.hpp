#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/compare/bridge.hpp"
#include "core/calculation.hpp"

namespace billijk::analysis {

/// What one case has for an input.
struct ComparedValue {
  std::string text;  ///< "7.5", "direct", "2026-01-01"
  std::optional<core::Decimal> number;
  const core::UsedInput* stated =
      nullptr;  ///< nothing when the case does not state it: it is taken
};

/// An input of one or more cases; a case without it has no value.
struct ComparedInput {
  std::string key;
  core::Unit unit = core::Unit::none;
  std::vector<std::optional<ComparedValue>> values;

  bool differs() const;
  /// A year is a name of digits, no amount: 2025, never 2,025.
  bool is_year() const { return key == "indexation.price_level"; }
};

/// A line of one or more cases. Units: EUR per billable hour.
struct ComparedLine {
  std::string key;
  const core::SheetLine* line = nullptr;  ///< of the first case that has it
  std::vector<std::optional<core::Exact>> values;
  std::vector<std::optional<core::Exact>> rounded;
};

/// Cases side by side, and the bridge from the first to each of the others.
struct Comparison {
  std::vector<const core::Calculation*> cases;
  std::vector<ComparedInput> inputs;  ///< all, equal or not, in the order of the file format
  std::vector<ComparedLine> lines;    ///< in the order of the model
  std::vector<Bridge> bridges;
  std::optional<core::Exact>
      volume;  ///< for what a year makes of it: of the first case that has one

  const core::Calculation& first() const { return *cases.front(); }
};

/// Requires: two cases or more, all of which have the boundary and outlive the comparison.
/// Errors:   those of `bridge_between`.
core::Checked<Comparison> compare(std::vector<const core::Calculation*> cases,
                                  const BridgeRequest& request);

/// Whether an input is part of a change: "wage.mix.5" of "wage", "period.from" of "period +
/// indexation".
bool is_part_of(std::string_view input, std::string_view change);

/// What a rounded effect makes of a year, half_up to 2 decimals. Units: EUR per year.
std::optional<core::Exact> in_a_year(const Comparison& comparison, const core::Exact& per_hour);

/// "A", "B" … for the place of a case.
std::string letter_of_case(std::size_t place);

/// As many cases as there are letters.
inline constexpr std::size_t most_cases = 26;

}  // namespace billijk::analysis
