#pragma once

#include <cmath>
#include <optional>

#include "core/number/filtered.hpp"
#include "core/number/rounding.hpp"

namespace billijk::analysis {

/// Everything a formula can give while one of its figures lies anywhere in an interval.
///
/// The bound of a filtered number is proven for every value within the bounds of its operands, so
/// an interval goes through the formula as a number with a large error. Only rounding asks for
/// more: what lies on both sides of a tie is not unknown here, it is off by one step more.
class Enclosure {
 public:
  Enclosure() = default;
  Enclosure(int whole) : range_{whole} {}  // NOLINT(google-explicit-constructor): as Filtered
  explicit Enclosure(const core::Filtered& range) : range_{range} {}
  explicit Enclosure(const core::Decimal& decimal, int shift = 0) : range_{decimal, shift} {}
  explicit Enclosure(const core::Exact& exact) : range_{exact} {}
  /// Every number from one to the other.
  static Enclosure between(const core::Filtered& from, const core::Filtered& to) {
    const double middle = (from.value() + to.value()) / 2;
    const double lost = (std::abs(from.value()) + std::abs(to.value())) * rounding_loss;
    const double reach = (to.value() - from.value()) / 2 + from.error() + to.error() + lost;
    return Enclosure{core::Filtered{middle, reach * (1 + slack)}};
  }

  const core::Filtered& range() const { return range_; }
  bool is_zero() const { return range_.is_zero(); }
  std::optional<int> certain_sign() const { return range_.certain_sign(); }
  bool is_never_above_zero() const { return -range_.value() >= range_.error(); }
  bool is_always_above_zero() const { return range_.value() > range_.error(); }

  friend Enclosure operator+(const Enclosure& a, const Enclosure& b) {
    return Enclosure{a.range_ + b.range_};
  }
  friend Enclosure operator-(const Enclosure& a, const Enclosure& b) {
    return Enclosure{a.range_ - b.range_};
  }
  friend Enclosure operator*(const Enclosure& a, const Enclosure& b) {
    return Enclosure{a.range_ * b.range_};
  }
  friend Enclosure operator/(const Enclosure& a, const Enclosure& b) {
    return Enclosure{a.range_ / b.range_};
  }
  friend Enclosure max(const Enclosure& a, const Enclosure& b) {
    return Enclosure{max(a.range_, b.range_)};
  }
  friend Enclosure min(const Enclosure& a, const Enclosure& b) {
    return Enclosure{min(a.range_, b.range_)};
  }
  friend Enclosure round(const Enclosure& value, const core::Rounding& rounding) {
    const double step = core::Filtered{rounding.step}.value() * (1 + slack);
    return Enclosure{value.range_ + core::Filtered{0, step}};
  }

 private:
  /// More than the few roundings of a sum of non-negative doubles can lose.
  static constexpr double slack = 0x1p-40;
  /// More than the sum and the difference of two doubles lose of them.
  static constexpr double rounding_loss = 0x1p-51;

  core::Filtered range_;
};

}  // namespace billijk::analysis
