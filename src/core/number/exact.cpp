#include "core/number/exact.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/number/rounding.hpp"

namespace billijk::core {
namespace {

mpz_class big_power_of_ten(int exponent) {
  constexpr int most_narrow = 18;
  if (exponent <= most_narrow) {
    long narrow = 1;
    for (int i = 0; i < exponent; ++i) narrow *= 10;
    return mpz_class{narrow};
  }
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return power;
}

mpz_class integer_of(Int128 value) {
  if (const auto narrow = static_cast<long>(value); narrow == value) return mpz_class{narrow};
  const bool negative = value < 0;
  __extension__ using Unsigned = unsigned __int128;
  const Unsigned magnitude =
      negative ? -static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
  mpz_class result{static_cast<unsigned long>(magnitude >> 64)};
  result = (result << 64) + static_cast<unsigned long>(magnitude & ~std::uint64_t{0});
  return negative ? mpz_class{-result} : result;
}

/// A decimal of at most `decimals` digits in machine words, without a detour; nothing for all
/// others.
std::optional<std::string> small_decimal(const mpq_class& value, int decimals) {
  if (!value.get_num().fits_slong_p() || !value.get_den().fits_slong_p()) return std::nullopt;
  long denominator = value.get_den().get_si();
  int twos = 0;
  int fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  const int digits = std::max(twos, fives);
  if (denominator != 1 || digits > decimals || digits > Decimal::max_digits) return std::nullopt;
  Int128 scaled = value.get_num().get_si();
  for (int i = twos; i < digits; ++i) scaled *= 2;
  for (int i = fives; i < digits; ++i) scaled *= 5;
  return Decimal::of(scaled, digits).text();
}

}  // namespace

Exact::Exact(const Decimal& decimal, int shift) : value_{integer_of(decimal.coefficient())} {
  if (decimal.scale() + shift == 0) return;
  value_.get_den() = big_power_of_ten(decimal.scale() + shift);
  value_.canonicalize();
}

std::string fixed(const Exact& value, int decimals) {
  const mpz_class scaled =
      round_to_integer(value * Exact{mpq_class{big_power_of_ten(decimals)}}, RoundingMode::half_up);
  std::string digits = mpz_class{::abs(scaled)}.get_str();
  const auto width = static_cast<std::size_t>(decimals) + 1;
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - width + 1, ".");
  return sgn(scaled) < 0 ? "-" + digits : digits;
}

std::string shortest(const Exact& value, int decimals) {
  if (std::optional<std::string> text = small_decimal(value.rational(), decimals)) return *text;
  std::string text = fixed(value, decimals);
  if (decimals == 0) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

bool is_written_by(const Exact& value, int decimals) {
  return (value * Exact{mpq_class{big_power_of_ten(decimals)}}).rational().get_den() == 1;
}

}  // namespace billijk::core
