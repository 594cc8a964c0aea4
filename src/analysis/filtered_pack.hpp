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
    value_[lane] = number.value();
    error_[lane] = number.error();
  }
  core::Filtered operator[](std::size_t lane) const {
    // Here a number may be unknown in more ways than one: its error may be no number at all.
    if (!(error_[lane] < std::numeric_limits<double>::infinity())) return core::Filtered::unknown();
    return {value_[lane], error_[lane]};
  }

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
    return bounded(a.value_ + b.value_, a.error_ + b.error_);
  }
  [[gnu::always_inline]] friend FilteredPack operator-(const FilteredPack& a, const FilteredPack& b) {
    return bounded(a.value_ - b.value_, a.error_ + b.error_);
  }
  [[gnu::always_inline]] friend FilteredPack operator*(const FilteredPack& a, const FilteredPack& b) {
    FilteredPack result = bounded(a.value_ * b.value_, magnitude(a.value_) * b.error_ + magnitude(b.value_) * a.error_ +
                                                           a.error_ * b.error_ + underflow);
    result.keep(a.not_zero() & b.not_zero());
    return result;
  }
  [[gnu::always_inline]] friend FilteredPack operator/(const FilteredPack& a, const FilteredPack& b) {
    const Four safe = (magnitude(b.value_) - b.error_) * (1 - inflation);
    const Four quotient = a.value_ / b.value_;
    FilteredPack result =
        bounded(quotient, (a.error_ + (magnitude(quotient) * (1 + inflation) + underflow) * b.error_) / safe + underflow);
    // A divisor that may be zero gives an unknown quotient: every bit of the error set is not a number.
    result.error_ = reinterpret_cast<Four>(bits(result.error_) | negative(safe - underflow));
    result.keep(a.not_zero());
    return result;
  }
  friend FilteredPack operator-(const FilteredPack& a) {
    FilteredPack result = a;
    result.value_ = -a.value_;
    return result;
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
  using Four [[gnu::vector_size(32)]] = double;
  using Bits [[gnu::vector_size(32)]] = std::uint64_t;

  // Those of core::Filtered.
  static constexpr double unit = 0x1p-53;
  static constexpr double inflation = 0x1p-49;
  static constexpr double underflow = 0x1p-500;
  static constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;

  // Whole-word arithmetic instead of comparisons: compilers cut those on four numbers into single ones
  // where the processor has no registers of that width.
  [[gnu::always_inline]] static Bits bits(const Four& value) { return reinterpret_cast<Bits>(value); }
  [[gnu::always_inline]] static Bits negative(const Four& value) { return -(bits(value) >> 63U); }
  [[gnu::always_inline]] static Four magnitude(const Four& value) { return reinterpret_cast<Four>(bits(value) & ~sign_bit); }
  [[gnu::always_inline]] Bits not_zero() const { return -(-((bits(value_) & ~sign_bit) | bits(error_)) >> 63U); }
  [[gnu::always_inline]] void keep(const Bits& where) {
    value_ = reinterpret_cast<Four>(bits(value_) & where);
    error_ = reinterpret_cast<Four>(bits(error_) & where);
  }
  [[gnu::always_inline]] static FilteredPack bounded(const Four& value, const Four& propagated) {
    FilteredPack result;
    result.value_ = value;
    result.error_ = (propagated + unit * magnitude(value)) * (1 + inflation);
    return result;
  }
  template <class Operation>
  static FilteredPack lane_by_lane(const Operation& operation) {
    FilteredPack result;
    for (std::size_t lane = 0; lane < lanes; ++lane) result.set(lane, operation(lane));
    return result;
  }

  Four value_ = {};
  Four error_ = {};
};

}  // namespace billijk::analysis
