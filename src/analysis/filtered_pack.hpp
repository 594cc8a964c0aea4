#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "core/filtered.hpp"
#include "core/rounding.hpp"

namespace billijk::analysis {

/// Four filtered numbers at once: every lane is what `core::Filtered` gives for the same operations.
///
/// One formula is a long chain of sums and products that wait for each other; four rows side by side
/// take little longer than one. Answers are those of all lanes together, else none.
class FilteredPack {
 public:
  static constexpr std::size_t lanes = 4;

  FilteredPack() = default;
  FilteredPack(int whole) : FilteredPack{core::Filtered{whole}} {}  // NOLINT(google-explicit-constructor): as Filtered
  explicit FilteredPack(const core::Filtered& all) {
    for (std::size_t lane = 0; lane < lanes; ++lane) set(lane, all);
  }
  explicit FilteredPack(const core::Decimal& decimal, int shift = 0) : FilteredPack{core::Filtered{decimal, shift}} {}
  explicit FilteredPack(const core::Exact& exact) : FilteredPack{core::Filtered{exact}} {}

  void set(std::size_t lane, const core::Filtered& number) {
    value_[lane / 2][lane % 2] = number.value();
    error_[lane / 2][lane % 2] = number.error();
  }
  core::Filtered operator[](std::size_t lane) const { return {value_[lane / 2][lane % 2], error_[lane / 2][lane % 2]}; }

  bool is_zero() const {
    bool all = true;
    for (std::size_t lane = 0; lane < lanes; ++lane) all = all && (*this)[lane].is_zero();
    return all;
  }
  /// The sign all lanes certainly have; nothing when they differ or one is in doubt.
  std::optional<int> certain_sign() const {
    const std::optional<int> first = (*this)[0].certain_sign();
    for (std::size_t lane = 1; lane < lanes; ++lane) {
      if ((*this)[lane].certain_sign() != first) return std::nullopt;
    }
    return first;
  }

  [[gnu::always_inline]] friend FilteredPack operator+(const FilteredPack& a, const FilteredPack& b) {
    return each([&](std::size_t i) { return bounded(a.value_[i] + b.value_[i], a.error_[i] + b.error_[i]); });
  }
  [[gnu::always_inline]] friend FilteredPack operator-(const FilteredPack& a, const FilteredPack& b) {
    return each([&](std::size_t i) { return bounded(a.value_[i] - b.value_[i], a.error_[i] + b.error_[i]); });
  }
  [[gnu::always_inline]] friend FilteredPack operator*(const FilteredPack& a, const FilteredPack& b) {
    return each([&](std::size_t i) {
      const Mask zero = a.zeros(i) | b.zeros(i);
      const Half propagated = magnitude(a.value_[i]) * b.error_[i] + magnitude(b.value_[i]) * a.error_[i] +
                              a.error_[i] * b.error_[i] + underflow;
      return cleared(zero, bounded(a.value_[i] * b.value_[i], propagated));
    });
  }
  [[gnu::always_inline]] friend FilteredPack operator/(const FilteredPack& a, const FilteredPack& b) {
    return each([&](std::size_t i) {
      const Half safe = (magnitude(b.value_[i]) - b.error_[i]) * (1 - inflation);
      const Half quotient = a.value_[i] / b.value_[i];
      const Half propagated = (a.error_[i] + (magnitude(quotient) * (1 + inflation) + underflow) * b.error_[i]) / safe + underflow;
      Part part = bounded(quotient, propagated);
      const Mask usable = safe > all(underflow);
      part.value = usable ? part.value : all(0);
      part.error = usable ? part.error : all(infinity);
      return cleared(a.zeros(i), part);
    });
  }
  friend FilteredPack operator-(const FilteredPack& a) {
    return each([&](std::size_t i) { return Part{-a.value_[i], a.error_[i]}; });
  }
  friend FilteredPack max(const FilteredPack& a, const FilteredPack& b) {
    return lane_by_lane([&](std::size_t lane) { return max(a[lane], b[lane]); });
  }
  friend FilteredPack min(const FilteredPack& a, const FilteredPack& b) {
    return lane_by_lane([&](std::size_t lane) { return min(a[lane], b[lane]); });
  }
  friend FilteredPack round(const FilteredPack& value, const core::Rounding& rounding) {
    return lane_by_lane([&](std::size_t lane) { return core::round(value[lane], rounding); });
  }

 private:
  /// Two lanes: what every 64-bit x86 and ARM processor computes in one instruction.
  using Half [[gnu::vector_size(16)]] = double;
  using Mask [[gnu::vector_size(16)]] = std::int64_t;
  struct Part {
    Half value, error;
  };

  // Those of core::Filtered.
  static constexpr double unit = 0x1p-53;
  static constexpr double inflation = 0x1p-49;
  static constexpr double underflow = 0x1p-500;
  static constexpr double infinity = std::numeric_limits<double>::infinity();

  static Half all(double value) { return Half{value, value}; }
  static Half magnitude(Half value) { return value < all(0) ? -value : value; }
  Mask zeros(std::size_t i) const { return (value_[i] == all(0)) & (error_[i] == all(0)); }
  static Part cleared(Mask where, Part part) { return {where ? all(0) : part.value, where ? all(0) : part.error}; }
  static Part bounded(Half value, Half propagated) {
    const Half error = (propagated + unit * magnitude(value)) * (1 + inflation);
    const Mask known = error < all(infinity);
    return {known ? value : all(0), known ? error : all(infinity)};
  }
  template <class Operation>
  [[gnu::always_inline]] static FilteredPack each(const Operation& operation) {
    FilteredPack result;
    for (std::size_t i = 0; i < 2; ++i) {
      const Part part = operation(i);
      result.value_[i] = part.value;
      result.error_[i] = part.error;
    }
    return result;
  }
  template <class Operation>
  static FilteredPack lane_by_lane(const Operation& operation) {
    FilteredPack result;
    for (std::size_t lane = 0; lane < lanes; ++lane) result.set(lane, operation(lane));
    return result;
  }

  Half value_[2] = {};
  Half error_[2] = {};
};

}  // namespace billijk::analysis
