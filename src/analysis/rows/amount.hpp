#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "core/number/decimal.hpp"
#include "core/number/exact.hpp"

namespace billijk::analysis {

/// A decimal in machine arithmetic: coefficient / 10^decimals, at most 38 digits.
struct Amount {
  core::Int128 coefficient = 0;
  int decimals = 0;

  friend bool operator==(const Amount&, const Amount&) = default;
};

/// 10^0 … 10^38.
inline constexpr std::array<core::Int128, 39> powers_of_ten = [] {
  std::array<core::Int128, 39> powers{};
  core::Int128 power = 1;
  for (std::size_t i = 0; i < powers.size(); ++i) {
    powers[i] = power;
    if (i + 1 < powers.size()) power *= 10;
  }
  return powers;
}();

/// 10^exponent. Requires: 0 <= exponent <= 38.
constexpr core::Int128 power_of_ten(int exponent) {
  return powers_of_ten[static_cast<std::size_t>(exponent)];
}

/// 10^exponent; nothing when it does not fit. Requires: 0 <= exponent <= 38.
template <class Integer>
constexpr std::optional<Integer> narrow_power(int exponent) {
  constexpr std::size_t digits = std::numeric_limits<Integer>::digits10;
  constexpr std::array<Integer, digits + 1> powers = [] {
    std::array<Integer, digits + 1> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Integer>(powers_of_ten[i]);
    return all;
  }();
  if (static_cast<std::size_t>(exponent) >= powers.size()) return std::nullopt;
  return powers[static_cast<std::size_t>(exponent)];
}

/// a x b; nothing when it has more digits than fit.
template <class Integer>
std::optional<Integer> product(Integer a, Integer b) {
  Integer result = 0;
  if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
  return result;
}

/// The same number with that many decimals; nothing when it does not fit.
///
/// Requires: decimals >= amount.decimals.
inline std::optional<Amount> with_decimals(const Amount& amount, int decimals) {
  if (decimals == amount.decimals) return amount;
  if (decimals - amount.decimals >= static_cast<int>(powers_of_ten.size())) return std::nullopt;
  const std::optional<core::Int128> coefficient =
      product<core::Int128>(amount.coefficient, power_of_ten(decimals - amount.decimals));
  return coefficient ? std::optional{Amount{*coefficient, decimals}} : std::nullopt;
}

/// Without zeros at the end, but never fewer than `least` decimals.
inline Amount trimmed(Amount amount, int least) {
  while (amount.decimals > least && amount.coefficient % 10 == 0) {
    amount.coefficient /= 10;
    --amount.decimals;
  }
  return amount;
}

/// numerator / denominator, half_up (ties away from zero) to `decimals`; nothing when it does not
/// fit.
///
/// Requires: the denominator is not zero; Integer is std::int64_t or Int128.
template <class Integer>
std::optional<Amount> quotient(Integer numerator, Integer denominator, int decimals);

/// An exact number with `decimals` digits, half_up at the last; nothing when it does not fit.
std::optional<Amount> amount_of(const core::Exact& value, int decimals);

core::Exact exact_of(const Amount& amount);

/// The same whole number in another type; nothing when it does not fit.
template <class Integer>
constexpr std::optional<Integer> narrowed(core::Int128 wide) {
  if (wide > std::numeric_limits<Integer>::max() || wide < std::numeric_limits<Integer>::min())
    return std::nullopt;
  return static_cast<Integer>(wide);
}

/// Which of the two is less, whatever their decimals.
bool is_less(const Amount& a, const Amount& b);

}  // namespace billijk::analysis
