#include "core/number/rounding.hpp"

#include <cmath>

namespace billijk::core {
namespace {

/// Whether whole + rest / denominator (rest < denominator) goes up to whole + 1.
bool goes_up(const mpz_class& whole, const mpz_class& rest, const mpz_class& denominator,
             RoundingMode mode) {
  if (mode == RoundingMode::up) return rest != 0;
  if (mode == RoundingMode::down) return false;
  const int against_half = cmp(mpz_class{2 * rest}, denominator);
  if (against_half != 0) return against_half > 0;
  return mode == RoundingMode::half_up || mpz_odd_p(whole.get_mpz_t()) != 0;
}

}  // namespace

mpz_class floor_of(const Exact& value) {
  mpz_class result;
  mpz_fdiv_q(result.get_mpz_t(), value.rational().get_num_mpz_t(),
             value.rational().get_den_mpz_t());
  return result;
}

mpz_class round_to_integer(const Exact& value, RoundingMode mode) {
  const mpz_class& denominator = value.rational().get_den();
  mpz_class result;
  mpz_class rest;
  mpz_tdiv_qr(result.get_mpz_t(), rest.get_mpz_t(), value.rational().get_num_mpz_t(),
              denominator.get_mpz_t());
  if (goes_up(result, abs(rest), denominator, mode)) result += value.sign();
  return result;
}

mpz_class round_to_steps(const Exact& value, const Rounding& rounding) {
  return round_to_integer(value / Exact{rounding.step}, rounding.mode);
}

Exact round(const Exact& value, const Rounding& rounding) {
  const Exact step{rounding.step};
  return Exact{mpq_class{round_to_integer(value / step, rounding.mode)}} * step;
}

Exact round_half_up(const Exact& value, int decimals) {
  return round(value, {.step = Decimal::of(1, decimals), .mode = RoundingMode::half_up});
}

Exact root_half_up(const Exact& value, int decimals) {
  mpz_class scale;
  mpz_ui_pow_ui(scale.get_mpz_t(), 10, static_cast<unsigned long>(decimals));
  // Half up is the whole part of x + 1/2, which the whole part of 2x is enough to know.
  const mpz_class four_squares = floor_of(value * Exact{mpq_class{mpz_class{4 * scale * scale}}});
  const mpz_class doubled = sqrt(four_squares);
  return Exact{mpq_class{mpz_class{(doubled + 1) / 2}}} / Exact{mpq_class{scale}};
}

std::optional<std::int64_t> round_to_steps(const Filtered& value, const Rounding& rounding) {
  return whole_steps(value / Filtered{rounding.step}, rounding.mode);
}

std::optional<std::int64_t> whole_steps(const Filtered& steps, RoundingMode mode) {
  const double magnitude = std::abs(steps.value());
  if (!(magnitude + steps.error() < most_certain_steps)) return std::nullopt;
  if (steps.is_zero()) return 0;
  const bool to_half = mode == RoundingMode::half_up || mode == RoundingMode::half_even;
  // The result changes at halves for the half modes and at whole steps for the others; the whole
  // part of the shifted magnitude is certain when the whole error interval lies between two such
  // points.
  const double shifted = to_half ? magnitude + 0.5 : magnitude;
  const auto lower = static_cast<double>(static_cast<std::int64_t>(shifted));
  const double room_below = shifted - lower;
  const double room_above = lower + 1 - shifted;
  const double error = steps.error() + (to_half ? shifted * rounding_spacing : 0);
  if (!(room_below > error && room_above > error)) return std::nullopt;
  double result = lower;
  if (mode == RoundingMode::up) result += 1;
  return static_cast<std::int64_t>(steps.value() < 0 ? -result : result);
}

Filtered round(const Filtered& value, const Rounding& rounding) {
  const std::optional<std::int64_t> steps = round_to_steps(value, rounding);
  if (!steps) return Filtered::unknown();
  return Filtered{static_cast<double>(*steps), 0} * Filtered{rounding.step};
}

}  // namespace billijk::core
