#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/bench.hpp"
#include "core/case/case.hpp"

namespace billijk::core {

/// Which end of a range.
enum class End : std::uint8_t { low, high };
inline constexpr std::array both_ends{End::low, End::high};
constexpr std::size_t index_of(End end) { return static_cast<std::size_t>(end); }

/// Where an input may end, if anywhere.
inline const std::optional<Decimal>& end_of(const Input& input, End end) {
  return end == End::low ? input.low : input.high;
}

/// The figures of the case that carry a range, in the order of the file format.
std::vector<Slot> ranged_slots(const Case& subject);

/// The low and the high of each boundary, before the final rounding.
struct Bounds {
  std::array<Boundaries, 2> at;
  const Boundaries& operator[](End end) const { return at[index_of(end)]; }
  Boundaries& operator[](End end) { return at[index_of(end)]; }
};

/// Moves every input to the end that lowers (raises) each boundary (billijk-model(7), "Ranges").
///
/// Errors: `range_end` where nothing can be computed at an end, or at all ends together.
Checked<Bounds> bounds_of(const Resolved& resolved, const Case& subject,
                          const std::vector<Slot>& ranged);

/// What a trouble is, as a reason in a finding.
Phrase phrase_of(Trouble trouble);
/// The code a case with this trouble is reported by.
///
/// Requires: a trouble that is one: neither none nor uncertain.
Code code_of(Trouble trouble);

/// The text of a trouble, with the figures that show it.
Diagnostic diagnostic_of(Trouble trouble, const Case& subject, const Resolved& resolved);

}  // namespace billijk::core
