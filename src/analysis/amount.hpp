#pragma once

#include <cstdint>
#include <optional>

#include "core/decimal.hpp"
#include "core/exact.hpp"

namespace billijk::analysis {

/// A decimal in machine arithmetic: coefficient / 10^decimals, at most 38 digits.
struct Amount {
  core::Int128 coefficient = 0;
  int decimals = 0;

  friend bool operator==(const Amount&, const Amount&) = default;
};

/// 10^exponent. Requires: 0 <= exponent <= 38.
core::Int128 power_of_ten(int exponent);

/// a x b; nothing when it has more digits than fit.
std::optional<core::Int128> product(core::Int128 a, core::Int128 b);

/// The same number with that many decimals; nothing when it does not fit.
///
/// Requires: decimals >= amount.decimals.
std::optional<Amount> with_decimals(const Amount& amount, int decimals);

/// Without zeros at the end, but never fewer than `least` decimals.
Amount trimmed(Amount amount, int least);

/// numerator / denominator, half_up (ties away from zero) to `decimals`; nothing when it does not fit.
///
/// Requires: the denominator is not zero.
std::optional<Amount> quotient(core::Int128 numerator, core::Int128 denominator, int decimals);

/// An exact number with `decimals` digits, half_up at the last; nothing when it does not fit.
std::optional<Amount> amount_of(const core::Exact& value, int decimals);

core::Exact exact_of(const Amount& amount);

/// Which of the two is less, whatever their decimals.
bool is_less(const Amount& a, const Amount& b);

}  // namespace billijk::analysis
