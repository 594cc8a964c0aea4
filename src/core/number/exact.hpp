#pragma once

#include <gmpxx.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "core/number/decimal.hpp"

namespace billijk::core {

/// An exact rational number; every figure that is printed, compared or stored comes from one.
class Exact {
 public:
  Exact() = default;
  Exact(int whole)
      : value_{whole} {}  // NOLINT(google-explicit-constructor): 1 - share reads as written
  explicit Exact(mpq_class value) : value_{std::move(value)} {}
  /// The decimal as written; a percentage becomes its share with `shift` 2.
  explicit Exact(const Decimal& decimal, int shift = 0);

  Exact(const Exact&) = default;
  Exact& operator=(const Exact&) = default;
  // Where GMP finds no memory the program ends: a list that grows may move its numbers.
  Exact(Exact&&) noexcept = default;
  Exact& operator=(Exact&&) noexcept = default;
  ~Exact() = default;

  const mpq_class& rational() const { return value_; }
  int sign() const { return sgn(value_); }
  bool is_zero() const { return sign() == 0; }
  /// The sign; what a filtered number may not know, an exact one always does.
  std::optional<int> certain_sign() const { return sign(); }

  friend Exact operator+(const Exact& a, const Exact& b) {
    return Exact{mpq_class{a.value_ + b.value_}};
  }
  friend Exact operator-(const Exact& a, const Exact& b) {
    return Exact{mpq_class{a.value_ - b.value_}};
  }
  friend Exact operator*(const Exact& a, const Exact& b) {
    return Exact{mpq_class{a.value_ * b.value_}};
  }
  /// Requires: b is not zero.
  friend Exact operator/(const Exact& a, const Exact& b) {
    return Exact{mpq_class{a.value_ / b.value_}};
  }
  friend Exact operator-(const Exact& a) { return Exact{mpq_class{-a.value_}}; }
  friend bool operator==(const Exact& a, const Exact& b) { return a.value_ == b.value_; }
  friend std::strong_ordering operator<=>(const Exact& a, const Exact& b) {
    return cmp(a.value_, b.value_) <=> 0;
  }

 private:
  mpq_class value_;
};

inline Exact max(const Exact& a, const Exact& b) { return a < b ? b : a; }
inline Exact min(const Exact& a, const Exact& b) { return b < a ? b : a; }
inline Exact abs(const Exact& a) { return a.sign() < 0 ? -a : a; }

/// A count as the number it is.
inline Exact counted(std::uint64_t count) {
  return Exact{mpq_class{static_cast<unsigned long>(count)}};
}

/// The number with exactly `decimals` digits behind the point, half_up: fixed(1/3, 2) = "0.33".
std::string fixed(const Exact& value, int decimals);

/// Exact when `decimals` digits suffice, else half_up at the last; no trailing zeros: "8.33".
std::string shortest(const Exact& value, int decimals = Decimal::max_digits);

/// Whether `decimals` digits behind the point write the number exactly.
bool is_written_by(const Exact& value, int decimals);

}  // namespace billijk::core
