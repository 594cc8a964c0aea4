#include "analysis/amount.hpp"

#include <algorithm>
#include <limits>

#include "core/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Int128;

constexpr bool fits_64(Int128 value) {
  return value <= std::numeric_limits<std::int64_t>::max() && value >= std::numeric_limits<std::int64_t>::min();
}

/// Division is ten times as fast in 64 bits, and nearly every figure fits.
Int128 divided(Int128 a, Int128 b) {
  if (fits_64(a) && fits_64(b)) return static_cast<std::int64_t>(a) / static_cast<std::int64_t>(b);
  return a / b;
}

}  // namespace

std::optional<Amount> quotient(Int128 numerator, Int128 denominator, int decimals) {
  const bool negative = (numerator < 0) != (denominator < 0);
  const Int128 divisor = denominator < 0 ? -denominator : denominator;
  const std::optional<Int128> scaled = product(numerator < 0 ? -numerator : numerator, power_of_ten(decimals) * 2);
  const std::optional<Int128> twice = product(divisor, 2);
  Int128 sum = 0;
  if (!scaled || !twice || __builtin_add_overflow(*scaled, divisor, &sum)) return std::nullopt;
  const Int128 rounded = divided(sum, *twice);
  return Amount{negative ? -rounded : rounded, decimals};
}

std::optional<Amount> amount_of(const core::Exact& value, int decimals) {
  mpz_class scale;
  mpz_ui_pow_ui(scale.get_mpz_t(), 10, static_cast<unsigned long>(decimals));
  const mpz_class whole = core::round_to_integer(value * core::Exact{mpq_class{scale}}, core::RoundingMode::half_up);
  constexpr std::size_t most_bits = 126;
  if (mpz_sizeinbase(whole.get_mpz_t(), 2) > most_bits) return std::nullopt;
  const mpz_class magnitude{::abs(whole)};
  const mpz_class high{magnitude >> 64};
  const mpz_class low{magnitude - (high << 64)};
  const Int128 coefficient = (static_cast<Int128>(high.get_ui()) << 64) + static_cast<Int128>(low.get_ui());
  return Amount{sgn(whole) < 0 ? -coefficient : coefficient, decimals};
}

core::Exact exact_of(const Amount& amount) {
  return core::Exact{core::Decimal::of(amount.coefficient, amount.decimals)};
}

bool is_less(const Amount& a, const Amount& b) {
  const int decimals = std::max(a.decimals, b.decimals);
  const std::optional<Amount> left = with_decimals(a, decimals);
  const std::optional<Amount> right = with_decimals(b, decimals);
  if (left && right) return left->coefficient < right->coefficient;
  return exact_of(a) < exact_of(b);
}

}  // namespace billijk::analysis
