#include "analysis/random_stream.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace billijk::analysis {
namespace {

// Known answers of philox4x32 with 10 rounds: Random123 1.09, tests/kat_vectors.
TEST_CASE("Philox gives the answers its authors published") {
  CHECK(philox({0, 0, 0, 0}, {0, 0}) ==
        PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a random number depends on seed, name and place, and on nothing else") {
  const RandomStream stream{1, "hours.sickness"};
  const auto first = stream.uniform_pair(7);
  CHECK(stream.uniform_pair(8) != first);
  CHECK(RandomStream{1, "hours.sickness"}.uniform_pair(7) == first);
  CHECK(RandomStream{2, "hours.sickness"}.uniform_pair(7) != first);
  CHECK(RandomStream{std::uint64_t{1} + (std::uint64_t{1} << 32U), "hours.sickness"}.uniform_pair(
            7) != first);
  CHECK(RandomStream{1, "hours.leave"}.uniform_pair(7) != first);
  CHECK(stream.uniform_pair(7 + (std::uint64_t{1} << 32U)) != first);
}

TEST_CASE("random numbers lie between 0 and 1, both excluded, evenly") {
  const RandomStream stream{1, "even"};
  constexpr int pairs = 50'000;
  std::array<int, 10> tenths{};
  for (std::uint64_t i = 0; i < pairs; ++i) {
    for (const double uniform : stream.uniform_pair(i)) {
      REQUIRE(uniform > 0);
      REQUIRE(uniform < 1);
      ++tenths.at(static_cast<std::size_t>(uniform * 10));
    }
  }
  // Four standard deviations of a binomial count: 4 sqrt(100000 x 0.1 x 0.9) = 380.
  for (const int count : tenths) CHECK(std::abs(count - 10'000) < 380);
}

TEST_CASE("bits of one place differ from those of every other") {
  const RandomStream stream{1, "bits"};
  std::set<std::uint64_t> seen;
  for (std::uint64_t i = 0; i < 1000; ++i) seen.insert(stream.bits(i));
  CHECK(seen.size() == 1000);
}

}  // namespace
}  // namespace billijk::analysis
