#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "core/number/decimal.hpp"
#include "core/number/exact.hpp"

namespace billijk::core {

/// A double and a proven bound on its distance to the exact result of the same formula.
///
/// Every operation adds to the bound what it can lose itself: half a unit in the last place of its
/// result (`unit` x |result|), what its operands may already be off, and `underflow`, which is more
/// than any product or quotient can lose below the smallest normal double. The bound is computed in
/// doubles too, at most eight roundings of non-negative terms an operation, which `inflate` more
/// than makes up for. What cannot be decided within the bound gets an infinite one: nobody who asks
/// such a number gets a certain answer, and the caller computes it again in `Exact`. Products and
/// quotients are always inline: a call costs as much as they do, and rows come by the million.
class Filtered {
 public:
  constexpr Filtered() = default;
  constexpr Filtered(int whole)
      : value_{static_cast<double>(whole)} {
  }  // NOLINT(google-explicit-constructor): 1 - share reads as written
  constexpr Filtered(double value, double error) : value_{value}, error_{error} {}
  /// The nearest double, with what it misses.
  explicit Filtered(const Decimal& decimal, int shift = 0);
  explicit Filtered(const Exact& exact);
  /// coefficient / 10^scale, as fast as a row of a large file asks.
  ///
  /// Requires: |coefficient| <= 2^53, 0 <= scale <= 22: both are exact as doubles, so that only the
  ///           division rounds.
  static Filtered of(std::int64_t coefficient, int scale) {
    const double whole = static_cast<double>(coefficient);
    if (scale == 0) return {whole, 0};
    const double value = whole / power_of_ten(scale);
    return {value, unit * std::abs(value) * (1 + inflation)};
  }

  /// Exactly 10^exponent. Requires: 0 <= exponent <= 22.
  static constexpr double power_of_ten(int exponent) {
    return powers_of_ten[static_cast<std::size_t>(exponent)];
  }

  constexpr double value() const { return value_; }
  /// |value - exact| is at most this.
  constexpr double error() const { return error_; }
  constexpr bool is_zero() const { return value_ == 0 && error_ == 0; }
  static constexpr Filtered unknown() { return {0, std::numeric_limits<double>::infinity()}; }

  /// -1, 0 or 1; nothing when zero lies within the bound and the number is not exactly zero.
  constexpr std::optional<int> certain_sign() const {
    if (value_ > error_) return 1;
    if (-value_ > error_) return -1;
    if (is_zero()) return 0;
    return std::nullopt;
  }

  friend constexpr Filtered operator+(const Filtered& a, const Filtered& b) {
    return bounded(a.value_ + b.value_, a.error_ + b.error_);
  }
  friend constexpr Filtered operator-(const Filtered& a, const Filtered& b) {
    return bounded(a.value_ - b.value_, a.error_ + b.error_);
  }
  [[gnu::always_inline]] friend Filtered operator*(const Filtered& a, const Filtered& b) {
    if (a.is_zero() || b.is_zero()) return {};
    return bounded(a.value_ * b.value_, std::abs(a.value_) * b.error_ +
                                            (std::abs(b.value_) + b.error_) * a.error_ + underflow);
  }
  [[gnu::always_inline]] friend Filtered operator/(const Filtered& a, const Filtered& b) {
    if (a.is_zero()) return {};
    const double smallest = std::abs(b.value_) - b.error_;
    const double safe = smallest * (1 - inflation);
    if (!(safe > underflow)) return unknown();
    const double quotient = a.value_ / b.value_;
    return bounded(
        quotient,
        (a.error_ + (std::abs(quotient) * (1 + inflation) + underflow) * b.error_) / safe +
            underflow);
  }
  friend constexpr Filtered operator-(const Filtered& a) { return {-a.value_, a.error_}; }

  friend Filtered max(const Filtered& a, const Filtered& b) {
    return widest(a, b, a.value_ < b.value_ ? b : a);
  }
  friend Filtered min(const Filtered& a, const Filtered& b) {
    return widest(a, b, b.value_ < a.value_ ? b : a);
  }

 private:
  /// 10^0 … 10^22, all of them exact as doubles.
  static constexpr std::array<double, 23> powers_of_ten = [] {
    std::array<double, 23> powers{};
    double power = 1;
    for (double& entry : powers) {
      entry = power;
      power *= 10;
    }
    return powers;
  }();
  static constexpr double unit = 0x1p-53;
  static constexpr double inflation = 0x1p-49;
  static constexpr double underflow = 0x1p-500;

  static constexpr Filtered bounded(double value, double propagated) {
    const double magnitude = value < 0 ? -value : value;
    const double error = (propagated + unit * magnitude) * (1 + inflation);
    if (!(error < std::numeric_limits<double>::infinity())) return unknown();
    return {value, error};
  }
  /// Rounding is monotonic: bounds that lie apart as doubles lie apart. Where they do not, the
  /// maximum (or minimum) is off by no more than the worse of the two.
  static Filtered widest(const Filtered& a, const Filtered& b, const Filtered& chosen) {
    if (a.value_ - a.error_ > b.value_ + b.error_ || b.value_ - b.error_ > a.value_ + a.error_)
      return chosen;
    return {chosen.value_, a.error_ < b.error_ ? b.error_ : a.error_};
  }

  double value_ = 0;
  double error_ = 0;
};

}  // namespace billijk::core
