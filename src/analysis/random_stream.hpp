#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace billijk::analysis {

/// Philox4x32-10: a number in, a number out that looks like chance, and nothing kept in between.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.
using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;
constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
  constexpr std::uint64_t factor_0 = 0xD2511F53;
  constexpr std::uint64_t factor_1 = 0xCD9E8D57;
  constexpr std::uint32_t weyl_0 = 0x9E3779B9;
  constexpr std::uint32_t weyl_1 = 0xBB67AE85;
  constexpr int rounds = 10;
  for (int round = 0; round < rounds; ++round) {
    const std::uint64_t product_0 = factor_0 * counter[0];
    const std::uint64_t product_1 = factor_1 * counter[2];
    counter = {static_cast<std::uint32_t>(product_1 >> 32U) ^ counter[1] ^ key[0],
               static_cast<std::uint32_t>(product_1),
               static_cast<std::uint32_t>(product_0 >> 32U) ^ counter[3] ^ key[1],
               static_cast<std::uint32_t>(product_0)};
    key = {key[0] + weyl_0, key[1] + weyl_1};
  }
  return counter;
}

/// The random numbers of one name: each depends on the seed, the name and its place alone.
///
/// Whoever adds another stream, computes in another order or on more threads gets the same numbers.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::string_view name)
      : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)},
        name_{hash(name)} {}

  /// Two numbers between 0 and 1, both excluded, each with 52 random bits: those at 2 x `pair` and
  /// the place after it. Every step is exact in doubles.
  std::array<double, 2> uniform_pair(std::uint64_t pair) const {
    const PhiloxCounter bits =
        philox({static_cast<std::uint32_t>(pair), static_cast<std::uint32_t>(pair >> 32U),
                static_cast<std::uint32_t>(name_), static_cast<std::uint32_t>(name_ >> 32U)},
               key_);
    return {uniform(bits[0], bits[1]), uniform(bits[2], bits[3])};
  }
  /// Sixty-four random bits at a place.
  std::uint64_t bits(std::uint64_t place) const {
    const PhiloxCounter found =
        philox({static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place >> 32U),
                static_cast<std::uint32_t>(name_), static_cast<std::uint32_t>(name_ >> 32U)},
               key_);
    return (std::uint64_t{found[1]} << 32U) | found[0];
  }

 private:
  /// (2 x bits + 1) / 2^53, from the upper 52 of 64 bits.
  static double uniform(std::uint32_t low, std::uint32_t high) {
    const std::uint64_t bits = ((std::uint64_t{high} << 32U) | low) >> 12U;
    return static_cast<double>(static_cast<std::int64_t>(2 * bits + 1)) * 0x1p-53;
  }
  /// FNV-1a.
  static constexpr std::uint64_t hash(std::string_view name) {
    std::uint64_t result = 0xCBF29CE484222325;
    for (const char c : name) result = (result ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return result;
  }

  PhiloxKey key_;
  std::uint64_t name_;
};

}  // namespace billijk::analysis
