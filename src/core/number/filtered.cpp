#include "core/number/filtered.hpp"

namespace billijk::core {
Filtered::Filtered(const Decimal& decimal, int shift) {
  const int scale = decimal.scale() + shift;
  const Int128 coefficient = decimal.coefficient();
  constexpr Int128 exact_limit = Int128{1} << 53;
  const bool exact = coefficient <= exact_limit && coefficient >= -exact_limit;
  value_ = static_cast<double>(coefficient) / powers_of_ten[static_cast<std::size_t>(scale)];
  // One rounding in the division, one more where the coefficient itself has too many digits.
  const int roundings = (scale > 0 ? 1 : 0) + (exact ? 0 : 1);
  error_ = roundings * unit * std::abs(value_) * (1 + inflation);
}

Filtered::Filtered(const Exact& exact) {
  const mpz_class& numerator = exact.rational().get_num();
  const mpz_class& denominator = exact.rational().get_den();
  constexpr std::size_t exact_bits = 53;
  const auto is_a_double = [](const mpz_class& whole) {
    return mpz_sizeinbase(whole.get_mpz_t(), 2) <= exact_bits;
  };
  if (is_a_double(numerator) && is_a_double(denominator)) {  // only the division rounds
    value_ = static_cast<double>(numerator.get_si()) / static_cast<double>(denominator.get_si());
    const bool is_power_of_two = mpz_popcount(denominator.get_mpz_t()) == 1;
    error_ = is_power_of_two ? 0 : unit * std::abs(value_) * (1 + inflation);
    return;
  }
  value_ = exact.rational().get_d();
  // Above every double get_d gives infinity, which says nothing.
  if (!std::isfinite(value_)) {
    *this = unknown();
    return;
  }
  // get_d cuts off towards zero: less than one unit in the last place, or all below every double.
  error_ = Exact{mpq_class{value_}} == exact
               ? 0
               : 2 * unit * std::abs(value_) * (1 + inflation) + underflow;
}

}  // namespace billijk::core
