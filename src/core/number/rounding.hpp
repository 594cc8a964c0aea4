#pragma once

#include <cstdint>
#include <optional>

#include "core/number/decimal.hpp"
#include "core/number/exact.hpp"
#include "core/number/filtered.hpp"

namespace billijk::core {

/// How a figure that is no multiple of the step becomes one (billijk-case(5), [rounding]).
enum class RoundingMode : std::uint8_t { half_up, half_even, up, down };

/// Where figures are rounded: totals only, or every line as soon as it is computed.
enum class RoundingAt : std::uint8_t { end, line };

/// The rounding a case declares.
struct Rounding {
  Decimal step = Decimal::of(1, 2);
  RoundingMode mode = RoundingMode::half_up;
  RoundingAt at = RoundingAt::end;
};

/// The whole number nearest to `value` in the sense of `mode`; ties away from zero with half_up.
mpz_class round_to_integer(const Exact& value, RoundingMode mode);

/// The largest whole number not above `value`.
mpz_class floor_of(const Exact& value);

/// `value` in whole steps. Units: steps.
mpz_class round_to_steps(const Exact& value, const Rounding& rounding);

/// `value` rounded to a multiple of the step.
Exact round(const Exact& value, const Rounding& rounding);

/// `value` half_up to `decimals` digits behind the point.
Exact round_half_up(const Exact& value, int decimals);

/// The square root of `value`, half_up to `decimals` digits behind the point.
///
/// Requires: value >= 0.
Exact root_half_up(const Exact& value, int decimals);

/// From this many steps on a double no longer tells neighbouring halves apart.
inline constexpr double most_certain_steps = 0x1p51;
/// Adding a half may be off by half the spacing of doubles there: at most the sum times this.
inline constexpr double rounding_spacing = 0x1p-52;

/// The steps a filtered value certainly rounds to; nothing when a tie lies within its error.
std::optional<std::int64_t> round_to_steps(const Filtered& value, const Rounding& rounding);
/// The same for a value that is already in steps: value / step.
std::optional<std::int64_t> whole_steps(const Filtered& steps, RoundingMode mode);

/// `value` rounded to a multiple of the step; of unbounded error when that is not certain.
Filtered round(const Filtered& value, const Rounding& rounding);

}  // namespace billijk::core
