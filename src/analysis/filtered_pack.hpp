#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "core/filtered.hpp"
#include "core/rounding.hpp"

namespace billijk::analysis {

/// Two filtered numbers in what every 64-bit x86 and ARM processor computes in one instruction.
///
/// Its formulas are those of `core::Filtered`, in whole-word arithmetic instead of comparisons. A number
/// may be unknown in more ways than one: its error infinite, or no number at all.
class FilteredPair {
 public:
  FilteredPair() = default;

  void set(std::size_t lane, const core::Filtered& number) {
    value_[lane] = number.value();
    error_[lane] = number.error();
  }
  core::Filtered operator[](std::size_t lane) const {
    if (!(error_[lane] < std::numeric_limits<double>::infinity())) return core::Filtered::unknown();
    return {value_[lane], error_[lane]};
  }

  [[gnu::always_inline]] friend FilteredPair operator+(const FilteredPair& a, const FilteredPair& b) {
    return bounded(a.value_ + b.value_, a.error_ + b.error_);
  }
  [[gnu::always_inline]] friend FilteredPair operator-(const FilteredPair& a, const FilteredPair& b) {
    return bounded(a.value_ - b.value_, a.error_ + b.error_);
  }
  [[gnu::always_inline]] friend FilteredPair operator*(const FilteredPair& a, const FilteredPair& b) {
    const FilteredPair product = bounded(a.value_ * b.value_, magnitude(a.value_) * b.error_ +
                                                                  (magnitude(b.value_) + b.error_) * a.error_ + underflow);
    return product.where(a.nonzero() & b.nonzero());
  }
  [[gnu::always_inline]] friend FilteredPair operator/(const FilteredPair& a, const FilteredPair& b) {
    const Two safe = (magnitude(b.value_) - b.error_) * (1 - inflation);
    const Two quotient = a.value_ / b.value_;
    FilteredPair result = bounded(quotient, (a.error_ + (magnitude(quotient) * (1 + inflation) + underflow) * b.error_) / safe + underflow);
    // A divisor that may be zero gives an unknown quotient: an error with every bit set is not a number.
    result.error_ = std::bit_cast<Two>(bits(result.error_) | negative(safe - underflow));
    return result.where(a.nonzero());
  }
  friend FilteredPair operator-(const FilteredPair& a) { return {-a.value_, a.error_}; }

 private:
  using Two [[gnu::vector_size(16)]] = double;
  using Bits [[gnu::vector_size(16)]] = std::uint64_t;

  // Those of core::Filtered.
  static constexpr double unit = 0x1p-53;
  static constexpr double inflation = 0x1p-49;
  static constexpr double underflow = 0x1p-500;
  static constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;

  static Bits bits(Two value) { return std::bit_cast<Bits>(value); }
  static Two magnitude(Two value) { return std::bit_cast<Two>(bits(value) & ~sign_bit); }
  static Bits negative(Two value) { return -(bits(value) >> 63U); }

  FilteredPair(Two value, Two error) : value_{value}, error_{error} {}
  [[gnu::always_inline]] static FilteredPair bounded(Two value, Two propagated) {
    return {value, (propagated + unit * magnitude(value)) * (1 + inflation)};
  }
  /// The highest bit set where the number is not exactly zero.
  [[gnu::always_inline]] Bits nonzero() const { return -((bits(value_) | bits(error_)) & ~sign_bit); }
  [[gnu::always_inline]] FilteredPair where(Bits highest) const {
    const Bits kept = -(highest >> 63U);
    return {std::bit_cast<Two>(bits(value_) & kept), std::bit_cast<Two>(bits(error_) & kept)};
  }

  Two value_ = {};
  Two error_ = {};
};

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

  void set(std::size_t lane, const core::Filtered& number) { pairs_[lane / 2].set(lane % 2, number); }
  core::Filtered operator[](std::size_t lane) const { return pairs_[lane / 2][lane % 2]; }

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
    return each([&](std::size_t i) { return a.pairs_[i] + b.pairs_[i]; });
  }
  [[gnu::always_inline]] friend FilteredPack operator-(const FilteredPack& a, const FilteredPack& b) {
    return each([&](std::size_t i) { return a.pairs_[i] - b.pairs_[i]; });
  }
  [[gnu::always_inline]] friend FilteredPack operator*(const FilteredPack& a, const FilteredPack& b) {
    return each([&](std::size_t i) { return a.pairs_[i] * b.pairs_[i]; });
  }
  [[gnu::always_inline]] friend FilteredPack operator/(const FilteredPack& a, const FilteredPack& b) {
    return each([&](std::size_t i) { return a.pairs_[i] / b.pairs_[i]; });
  }
  friend FilteredPack operator-(const FilteredPack& a) {
    return each([&](std::size_t i) { return -a.pairs_[i]; });
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
  template <class Operation>
  [[gnu::always_inline]] static FilteredPack each(const Operation& operation) {
    FilteredPack result;
    for (std::size_t i = 0; i < lanes / 2; ++i) result.pairs_[i] = operation(i);
    return result;
  }

  template <class Operation>
  static FilteredPack lane_by_lane(const Operation& operation) {
    FilteredPack result;
    for (std::size_t lane = 0; lane < lanes; ++lane) result.set(lane, operation(lane));
    return result;
  }

  std::array<FilteredPair, lanes / 2> pairs_;
};

}  // namespace billijk::analysis
