#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace billijk::core {

/// 128-bit coefficient of a decimal; 24 digits fit with room to spare.
__extension__ using Int128 = __int128;

/// Why a text is not a decimal this program computes with.
enum class DecimalError : std::uint8_t { not_a_number, too_many_digits };

/// A decimal number exactly as somebody wrote it: coefficient / 10^scale, never a double.
///
/// At most 12 digits before and 12 after the decimal sign; trailing zeros do not count.
class Decimal {
 public:
  static constexpr int max_digits = 12;

  constexpr Decimal() = default;
  /// A whole number.
  constexpr explicit Decimal(std::int64_t whole) : coefficient_{whole} {}
  /// coefficient / 10^scale, brought to its shortest form.
  static Decimal of(Int128 coefficient, int scale);

  Int128 coefficient() const { return coefficient_; }
  int scale() const { return scale_; }
  bool is_zero() const { return coefficient_ == 0; }
  bool is_whole() const { return scale_ == 0; }

  /// The shortest way to write it, with a decimal point: "8.33", "-0.5", "1878".
  std::string text() const;

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  template <class Integer>
  static Decimal shortened(Integer coefficient, int scale);

  Int128 coefficient_ = 0;
  int scale_ = 0;
};

/// What reading a decimal gave: the number, or why there is none.
struct DecimalResult {
  std::optional<Decimal> value;
  DecimalError error = DecimalError::not_a_number;
};

/// Reads a literal as TOML writes numbers: sign, digits with underscores, point, exponent.
///
/// Errors: `not_a_number` for anything else (nan, inf, hexadecimal, a comma),
///         `too_many_digits` past 12 before or 12 after the point.
DecimalResult parse_decimal(std::string_view text);

}  // namespace billijk::core
