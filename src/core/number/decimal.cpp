#include "core/number/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "core/number/utf8.hpp"

namespace billijk::core {
namespace {

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

/// Digits with single underscores between them, appended without the underscores.
/// Returns how many characters were read; 0 when there is no well-formed run of digits.
std::size_t read_digits(std::string_view text, std::string& digits) {
  std::size_t at = 0;
  bool after_digit = false;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      digits += text[at];
      after_digit = true;
    } else if (text[at] == '_' && after_digit) {
      after_digit = false;
    } else {
      break;
    }
  }
  return after_digit ? at : 0;
}

/// The exponent behind `e`, or nothing when it is not one.
std::optional<int> read_exponent(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  int exponent = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, exponent);
  if (error == std::errc::result_out_of_range) return 1000;
  if (error != std::errc{} || stop != end) return std::nullopt;
  return std::clamp(exponent, -1000, 1000);
}

/// magnitude / 10^scale with a decimal point; machine words divide many times faster than wide
/// ones.
template <class Integer>
std::string written(Integer magnitude, int scale, bool is_negative) {
  constexpr std::size_t most = 48;  // characters of 128 bits, a sign and a point
  std::array<char, most> text{};
  char* const end = text.data() + text.size();
  char* at = end;
  for (int written = 0; magnitude != 0 || written <= scale; ++written) {
    if (written == scale && scale > 0) *--at = '.';
    *--at = static_cast<char>('0' + static_cast<int>(magnitude % 10));
    magnitude /= 10;
  }
  if (is_negative) *--at = '-';
  return {at, end};
}

DecimalResult failed(DecimalError error) { return {std::nullopt, error}; }

/// 0.DIGITS x 10^point, held to the digits the program computes with.
DecimalResult assemble(std::string digits, int point, bool negative) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, first);
  point -= static_cast<int>(first);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.empty()) return {Decimal{}, {}};
  const int decimals = static_cast<int>(digits.size()) - point;
  if (point > Decimal::max_digits || decimals > Decimal::max_digits) {
    return failed(DecimalError::too_many_digits);
  }
  Int128 coefficient = 0;
  for (const char digit : digits) coefficient = coefficient * 10 + (digit - '0');
  if (decimals < 0) coefficient *= power_of_ten(-decimals);
  return {Decimal::of(negative ? -coefficient : coefficient, std::max(decimals, 0)), {}};
}

}  // namespace

Decimal Decimal::of(Int128 coefficient, int scale) {
  const auto narrow = static_cast<std::int64_t>(coefficient);
  return narrow == coefficient ? shortened(narrow, scale) : shortened(coefficient, scale);
}

template <class Integer>
Decimal Decimal::shortened(Integer coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  Decimal result;
  result.coefficient_ = coefficient;
  result.scale_ = scale;
  return result;
}

std::string Decimal::text() const {
  const Int128 magnitude = coefficient_ < 0 ? -coefficient_ : coefficient_;
  const auto narrow = static_cast<std::uint64_t>(magnitude);
  const bool is_negative = coefficient_ < 0;
  return narrow == magnitude ? written(narrow, scale_, is_negative)
                             : written(magnitude, scale_, is_negative);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  return a.coefficient_ * power_of_ten(scale - a.scale_) <=>
         b.coefficient_ * power_of_ten(scale - b.scale_);
}

DecimalResult parse_decimal(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::string digits;
  std::size_t read = read_digits(text, digits);
  if (read == 0) return failed(DecimalError::not_a_number);
  text.remove_prefix(read);
  int point = static_cast<int>(digits.size());
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    read = read_digits(text, digits);
    if (read == 0) return failed(DecimalError::not_a_number);
    text.remove_prefix(read);
  }
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    const std::optional<int> exponent = read_exponent(text.substr(1));
    if (!exponent) return failed(DecimalError::not_a_number);
    point += *exponent;
    text = {};
  }
  if (!text.empty()) return failed(DecimalError::not_a_number);
  return assemble(std::move(digits), point, negative);
}

}  // namespace billijk::core
